/**
 * How often each size of a result was drawn: columns of equal width, percentiles
 * as rules. Heights carry no axis, because only their proportions mean something.
 */
import * as Plot from '@observablehq/plot';
import { formatValue } from '@/units/format-value';
import {
  type Drawing,
  drawPlot,
  FONT_SIZE,
  type Frame,
  isNarrow,
  pixel,
  placeBetween,
  type Size,
} from '../../canvas';
import { paint } from '../../colors';
import { spreadLabels } from '../../labels';
import { measureText } from '../../text-width';
import { buildValueAxis } from '../../value-axis';
import type { PictureKind } from '../kind';
import { countColumns, type DistributionModel } from './kind';

export const picture: PictureKind<DistributionModel> = { draw: drawDistribution, pageHeight: 190 };

function drawDistribution(model: DistributionModel, size: Size, label: string): Drawing {
  const { draws, marks, unit } = model;
  const { width, height } = size;
  const columns = countColumns(draws);
  const axis = buildValueAxis([draws[0]!, draws[draws.length - 1]!], {
    unit,
    scale: 'linear',
    start: 'free',
    count: isNarrow(size) ? 3 : 6,
  });
  // Half of the widest tick label stands out at either end.
  const edge =
    Math.max(...axis.ticks.map((tick) => measureText(axis.format(tick), FONT_SIZE))) / 2 + 4;
  const frame: Frame = { left: edge, right: width - edge, top: 48, bottom: height - 26 };
  const most = Math.max(...columns.map(({ count }) => count));
  const toX = placeBetween(axis, frame.left, frame.right);
  const labels = placeLabels(marks, unit, toX, frame);
  const toY = placeBetween({ domain: [0, most] }, frame.bottom, frame.top);
  const spots = columns.map(({ from, to, count }, period) => ({
    ...{ x: toX((from + to) / 2), y: toY(count), series: 0, period },
  }));
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: 'linear', domain: axis.domain, axis: null },
      y: { type: 'linear', domain: [0, most], axis: null },
      marks: [
        Plot.rect(columns, {
          x1: 'from',
          x2: 'to',
          y1: 0,
          y2: 'count',
          fill: paint('accent'),
          fillOpacity: 0.45,
          insetRight: 0.5,
          insetLeft: 0.5,
        }),
        Plot.ruleX(marks, { x: 'value', stroke: 'currentColor', insetTop: -8 }),
        Plot.ruleY([0], { stroke: paint('muted') }),
        Plot.text(axis.ticks, {
          x: (tick: number) => tick,
          text: (tick: number) => axis.format(tick),
          frameAnchor: 'bottom',
          dy: 16,
          fill: paint('muted'),
          fontVariant: 'tabular-nums',
        }),
        ...['name', 'amount'].map((line, index) =>
          Plot.text(labels, {
            x: pixel('x'),
            y: pixel(() => frame.top - 32 + index * 14),
            text: line,
            fill: index === 0 ? paint('muted') : 'currentColor',
            fontWeight: index === 0 ? 400 : 600,
          }),
        ),
      ],
    },
    spots,
  );
}

/** Labels over their rules, moved sideways so that none touch or leave the picture. */
function placeLabels(
  marks: DistributionModel['marks'],
  unit: DistributionModel['unit'],
  toX: (value: number) => number,
  frame: Frame,
) {
  const texts = marks.map(({ label, value }) => ({
    name: label,
    amount: formatValue(value, unit),
  }));
  const widest = Math.max(
    ...texts.flatMap(({ name, amount }) => [
      measureText(name, FONT_SIZE),
      measureText(amount, FONT_SIZE, 600),
    ]),
  );
  const placed = spreadLabels(
    marks.map(({ value }) => toX(value)),
    { gap: widest + 8, min: frame.left + widest / 2, max: frame.right - widest / 2 },
  );
  return texts.map((text, index) => ({ ...text, x: placed[index]! }));
}
