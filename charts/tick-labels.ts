/** Labels of ticks: moments along the bottom, values along the top. */
import * as Plot from '@observablehq/plot';
import { paint } from './colors';
import type { TimeAxis } from './time-axis';
import type { ValueAxis } from './value-axis';

const STYLE = { fill: paint('muted'), fontVariant: 'tabular-nums' } as const;

export function drawTimeLabels({ ticks }: Pick<TimeAxis, 'ticks'>): Plot.Markish {
  return Plot.text(ticks, { x: 'at', text: 'text', frameAnchor: 'bottom', dy: 18, ...STYLE });
}

/** Above the plot; `style` moves them where a picture needs the room. */
export function drawTopLabels(
  ticks: readonly number[],
  { format }: Pick<ValueAxis, 'format'>,
  style: Pick<Plot.TextOptions, 'dx' | 'dy' | 'textAnchor'> = {},
): Plot.Markish {
  return Plot.text(ticks, {
    x: (tick: number) => tick,
    text: (tick: number) => format(tick),
    frameAnchor: 'top',
    dy: -12,
    ...STYLE,
    ...style,
  });
}
