/**
 * Which assumption moves the result most: a bar from the result at one end of the
 * assumption to the result at its other end, all others at their middle, widest on
 * top. The two ends of a bar name the assumption's values there.
 */
import * as Plot from '@observablehq/plot';
import { formatValue } from '@/units/format-value';
import { declareBarRows, drawRowNames, drawRowRule, layBarRows, toBarEdges } from '../../bar-rows';
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
import { measureText, truncateText } from '../../text-width';
import { drawTopLabels } from '../../tick-labels';
import { buildValueAxis, thinTicks } from '../../value-axis';
import type { PictureKind } from '../kind';
import type { TornadoBar, TornadoModel } from './kind';

const END_SIZE = 11;
/** The middle's value and, in a line of their own, the axis labels. */
const HEAD = 42;

export const picture: PictureKind<TornadoModel> = {
  draw: drawTornado,
  hasOwnHeight: true,
  rows: declareBarRows<TornadoModel, 'bars'>('bars', HEAD + 6),
};

/** The height follows from the bars, whose rows draw closer together where room is short. */
function drawTornado(model: TornadoModel, asked: Size, label: string): Drawing {
  const { bars, middle, unit } = model;
  const { width } = asked;
  const narrow = isNarrow(asked);
  const { mostHeight = Number.POSITIVE_INFINITY } = asked;
  const rows = layBarRows(bars.length, HEAD, narrow, mostHeight - HEAD - 6);
  const size = { width, height: HEAD + rows.height + 6 };
  const names = bars.map((bar) =>
    truncateText(bar.label, width * (narrow ? 0.9 : 0.42), FONT_SIZE),
  );
  const ends = bars.map(toEnds);
  const room = (side: 'left' | 'right') =>
    Math.max(16, ...ends.map((end) => measureText(end[side], END_SIZE))) + 8;
  const nameRoom = narrow ? 0 : Math.max(...names.map((name) => measureText(name, FONT_SIZE))) + 12;
  const frame: Frame = {
    left: nameRoom + room('left'),
    right: width - room('right') - 4,
    top: HEAD,
    bottom: size.height - 6,
  };
  const reached = bars.flatMap(({ at_from, at_to }) => [at_from, at_to]);
  const domain = [Math.min(...reached), Math.max(...reached)] as const;
  const axis = buildValueAxis(reached, { unit, scale: 'linear', start: 'free', count: 5 });
  const ticks = axis.ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]);
  const toX = placeBetween({ domain }, frame.left, frame.right);
  const middleText = `middle ${formatValue(middle, unit)}`;
  const middleRoom = measureText(middleText, FONT_SIZE, 600) / 2 + 2;
  const spots = bars.flatMap(({ at_from, at_to }, period) =>
    [at_from, at_to].map((value, series) => ({
      ...{ x: toX(value), y: rows.toY(period), series, period },
    })),
  );
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: 'linear', domain: [...domain], axis: null },
      y: { type: 'linear', domain: [0, 1], axis: null },
      marks: [
        Plot.ruleX(ticks, { stroke: paint('grid') }),
        drawTopLabels(thinTicks({ ...axis, ticks }, frame), axis, { dy: -11 }),
        Plot.rect(bars, {
          x1: (bar: TornadoBar) => Math.min(bar.at_from, bar.at_to),
          x2: (bar: TornadoBar) => Math.max(bar.at_from, bar.at_to),
          ...toBarEdges(rows),
          fill: paint('accent'),
          fillOpacity: (bar: TornadoBar) => (bar.tone === 'full' ? 0.75 : 0.3),
        }),
        drawRowRule(names, middle, rows, 'currentColor'),
        Plot.text([middleText], {
          x: pixel(() => Math.min(Math.max(toX(middle), middleRoom), width - middleRoom)),
          y: pixel(() => 10),
          text: (text: string) => text,
          fontWeight: 600,
          fill: 'currentColor',
        }),
        drawRowNames(
          names,
          rows,
          bars.map((bar) => bar.label),
        ),
        ...(['left', 'right'] as const).map((side) =>
          Plot.text(bars, {
            x: (bar: TornadoBar) => Math[side === 'left' ? 'min' : 'max'](bar.at_from, bar.at_to),
            y: pixel((_, index) => rows.toY(index)),
            text: (_, index: number) => ends[index]![side],
            textAnchor: side === 'left' ? 'end' : 'start',
            dx: side === 'left' ? -5 : 5,
            fontSize: END_SIZE,
            fill: paint('muted'),
            fontVariant: 'tabular-nums',
          }),
        ),
      ],
    },
    spots,
  );
}

/** What stands left and right of a bar: the assumption's ends, in the order of the results. */
function toEnds({ at_from, at_to, from_text, to_text }: TornadoBar) {
  return at_from <= at_to
    ? { left: from_text, right: to_text }
    : { left: to_text, right: from_text };
}
