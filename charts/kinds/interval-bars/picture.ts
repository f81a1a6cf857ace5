/**
 * A total as a light bar from zero with its range as a whisker, and inside it, solid and
 * slimmer, the part that is known. On a narrow screen the name stands above its bar.
 */
import * as Plot from '@observablehq/plot';
import { isFirm } from '@/units/figure-kind';
import {
  declareBarRows,
  drawRowNames,
  drawRowRule,
  formatBarValue,
  layBarRows,
  toBarEdges,
} from '../../bar-rows';
import {
  type Drawing,
  FONT_SIZE,
  type Frame,
  isNarrow,
  pixel,
  plot,
  type Size,
  toHit,
} from '../../canvas';
import { paint } from '../../colors';
import { buildLegend, countLegendRows, drawLegend, LEGEND_ROW } from '../../legend';
import { measureText, truncateText } from '../../text-width';
import { drawTopLabels } from '../../tick-labels';
import { buildValueAxis, thinTicks } from '../../value-axis';
import type { PictureKind } from '../kind';
import type { IntervalBar, IntervalBarsModel } from './kind';

const AXIS = 26;
// A legend of one row and the axis above, air below.
const AROUND = LEGEND_ROW + AXIS + 6;

export const picture: PictureKind<IntervalBarsModel> = {
  draw,
  hasOwnHeight: true,
  rows: declareBarRows<IntervalBarsModel, 'bars'>('bars', AROUND),
};

/** The height follows from the bars, which draw closer together where room is short. */
function draw(model: IntervalBarsModel, asked: Size, label: string): Drawing {
  const { bars, unit, valueLabel, rangeLabel, partLabel } = model;
  const { width } = asked;
  const narrow = isNarrow(asked);
  const legend = buildLegend(
    [
      { name: valueLabel, color: 'holder-tint' },
      { name: `of which ${partLabel[0]?.toLowerCase()}${partLabel.slice(1)}`, color: 'holder' },
      { name: rangeLabel, color: 'ink', symbol: 'line' },
    ],
    asked,
  );
  const top = countLegendRows(legend) * LEGEND_ROW + AXIS;
  const { mostHeight = Number.POSITIVE_INFINITY } = asked;
  const rows = layBarRows(bars.length, top, narrow, mostHeight - top - 6);
  const size = { width, height: top + rows.height + 6 };
  const names = bars.map((bar) => truncateText(bar.label, width * (narrow ? 1 : 0.3), FONT_SIZE));
  const values = bars.map((bar) => formatBarValue(bar, unit, narrow));
  const widest = (texts: readonly string[]) =>
    Math.max(20, ...texts.map((text) => measureText(text, FONT_SIZE)));
  const frame: Frame = {
    left: narrow ? 6 : widest(names) + 14,
    right: width - widest(values) - 14,
    top,
    bottom: size.height - 6,
  };
  const axis = buildValueAxis(
    bars.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one != null)),
    { unit, scale: 'linear', start: 'from-zero', count: narrow ? 3 : 5 },
  );
  const toX = (value: number) => frame.left + (value / axis.domain[1]) * (frame.right - frame.left);
  const placed = bars.map((bar, index) => ({ ...bar, y: rows.toY(index) }));
  const ranged = placed.filter(({ low, high }) => low != null && high != null);
  const row = { y: pixel('y') } as const;
  const edges = toBarEdges(rows);
  const svg = plot({
    label,
    size,
    frame,
    x: { type: 'linear', domain: [...axis.domain], axis: null },
    y: { type: 'linear', domain: [0, 1], axis: null },
    marks: [
      ...drawLegend(legend),
      Plot.ruleX(axis.ticks, { stroke: paint('grid') }),
      drawTopLabels(thinTicks(axis, frame), axis, {
        textAnchor: narrow ? 'start' : 'middle',
        dx: narrow ? -4 : 0,
      }),
      Plot.rect(bars, {
        ...{ x1: () => 0, x2: 'value', ...edges },
        fill: paint('holder-tint'),
      }),
      Plot.rect(bars, {
        ...{ x1: () => 0, x2: (bar: IntervalBar) => bar.part?.value ?? 0, ...edges },
        ...{ insetTop: 3, insetBottom: 3 },
        fill: paint('holder'),
      }),
      drawRowRule(names, 0, rows, paint('muted')),
      Plot.link(ranged, {
        ...{ x1: 'low', x2: 'high', y1: row.y, y2: row.y },
        ...{ stroke: 'currentColor', strokeWidth: 1.25 },
      }),
      ...(['low', 'high'] as const).map((end) =>
        Plot.link(ranged, {
          ...{ x1: end, x2: end },
          ...{ y1: pixel(({ y }) => y - CAP), y2: pixel(({ y }) => y + CAP) },
          ...{ stroke: 'currentColor', strokeWidth: 1.25 },
        }),
      ),
      Plot.dot(placed, {
        ...{ x: 'value', ...row, r: 3.5, stroke: 'currentColor', strokeWidth: 1.25 },
        fill: ({ kind }: IntervalBar) => (isFirm(kind) ? 'currentColor' : paint('card')),
      }),
      drawRowNames(names, rows),
      Plot.text(placed, {
        x: ({ value, high }: IntervalBar) => Math.max(value, high ?? 0),
        ...row,
        text: (_, index: number) => values[index]!,
        ...{ textAnchor: 'start', dx: 8, fill: 'currentColor', fontVariant: 'tabular-nums' },
      }),
    ],
  });
  const hits = placed.flatMap(({ value, part, y }, period) =>
    [value, ...(part ? [part.value] : [])].map((one, series) =>
      toHit({ x: toX(one), y, series, period }, frame),
    ),
  );
  return { svg, ...size, frame, hits };
}

/** Half of what a whisker's end is high. */
const CAP = 4;
