/**
 * Which assumption moves the result most: a bar from the result at one end of the
 * assumption to the result at its other end, all others at their middle, widest on
 * top. The two ends of a bar name the assumption's values there.
 */
import * as Plot from '@observablehq/plot';
import { formatValue } from '@/units/format-value';
import { type Drawing, FONT_SIZE, type Frame, plot, type Size } from '../canvas';
import { paint } from '../colours';
import type { TornadoBar, TornadoModel } from '../estimate-model';
import { measureText, truncateText } from '../text-width';
import { buildValueAxis } from '../value-axis';

const ROW_HEIGHT = 30;

/** The height follows from the number of bars; the height asked for is not used. */
export function drawTornado(model: TornadoModel, { width }: Size, label: string): Drawing {
  const { bars, middle, unit } = model;
  const narrow = width < 520;
  // On a narrow screen the name stands above its bar, or no room is left for bars.
  const rowHeight = narrow ? ROW_HEIGHT + 16 : ROW_HEIGHT;
  const size = { width, height: 46 + bars.length * rowHeight };
  const names = bars.map((bar) => truncateText(bar.label, width * (narrow ? 0.9 : 0.3), FONT_SIZE));
  const ends = bars.map(toEnds);
  const room = (side: 'left' | 'right') =>
    Math.max(16, ...ends.map((end) => measureText(end[side], 11))) + 8;
  const nameRoom = narrow
    ? 4
    : Math.max(...names.map((name) => measureText(name, FONT_SIZE)), 20) + 12;
  const frame: Frame = {
    left: nameRoom + room('left'),
    right: width - room('right') - 4,
    top: 30,
    bottom: size.height - 10,
  };
  const axis = buildValueAxis([middle, ...bars.flatMap(({ at_from, at_to }) => [at_from, at_to])], {
    unit,
    scale: 'linear',
    start: 'free',
    count: narrow ? 2 : 4,
  });
  const svg = plot({
    label,
    size,
    frame,
    x: { type: 'linear', domain: axis.domain, axis: null },
    y: { type: 'band', domain: bars.map(({ id }) => id), axis: null, padding: 0 },
    marks: [
      Plot.gridX(axis.ticks, { stroke: paint('grid'), strokeOpacity: 1 }),
      Plot.text(axis.ticks, {
        x: (tick: number) => tick,
        text: (tick: number) => axis.format(tick),
        frameAnchor: 'top',
        dy: -12,
        fill: paint('muted'),
        fontVariant: 'tabular-nums',
      }),
      Plot.barX(bars, {
        y: 'id',
        x1: (bar: TornadoBar) => Math.min(bar.at_from, bar.at_to),
        x2: (bar: TornadoBar) => Math.max(bar.at_from, bar.at_to),
        fill: paint('accent'),
        fillOpacity: (bar: TornadoBar) => (bar.tone === 'full' ? 0.75 : 0.3),
        insetTop: narrow ? 22 : 7,
        insetBottom: 7,
      }),
      Plot.ruleX([middle], { stroke: 'currentColor' }),
      Plot.text(bars, {
        y: 'id',
        text: (_, index: number) => names[index]!,
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 4 - frame.left : -room('left'),
        dy: narrow ? -13 : 0,
        fill: 'currentColor',
      }),
      ...(['left', 'right'] as const).map((side) =>
        Plot.text(bars, {
          y: 'id',
          x: (bar: TornadoBar) =>
            side === 'left' ? Math.min(bar.at_from, bar.at_to) : Math.max(bar.at_from, bar.at_to),
          text: (_, index: number) => ends[index]![side],
          textAnchor: side === 'left' ? 'end' : 'start',
          dx: side === 'left' ? -5 : 5,
          dy: narrow ? 8 : 0,
          fontSize: 11,
          fill: paint('muted'),
          fontVariant: 'tabular-nums',
        }),
      ),
      Plot.text([middle], {
        x: (value: number) => value,
        text: (value: number) => formatValue(value, unit),
        frameAnchor: 'bottom',
        dy: 8,
        fontWeight: 600,
        fill: 'currentColor',
      }),
    ],
  });
  return { svg, ...size, frame, hits: [] };
}

/** What stands left and right of a bar: the assumption's ends, in the order of the results. */
function toEnds({ at_from, at_to, from_text, to_text }: TornadoBar) {
  return at_from <= at_to
    ? { left: from_text, right: to_text }
    : { left: to_text, right: from_text };
}
