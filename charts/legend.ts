/** A legend above the plot, for pictures whose series do not all reach the right edge. */
import * as Plot from '@observablehq/plot';
import { group } from 'd3-array';
import { FONT_SIZE, pixel, type Size } from './canvas';
import { type ColorName, paint } from './colors';
import { measureText, truncateText } from './text-width';

/** What marks are: a line for whiskers. */
type LegendSymbol = SymbolName | 'line';

export interface LegendEntry {
  readonly name: string;
  readonly color: ColorName;
  readonly symbol: LegendSymbol;
  readonly opacity: number;
  readonly x: number;
  readonly row: number;
}

export const LEGEND_ROW = 18;
const SWATCH = 11;
const AIR = 16;

/** Entries from left to right, in as many rows as the width asks for. */
export function buildLegend(
  series: readonly {
    readonly name: string;
    readonly color: ColorName;
    readonly symbol?: LegendSymbol;
    readonly opacity?: number;
  }[],
  { width }: Size,
): LegendEntry[] {
  let x = 0;
  let row = 0;
  return series.map(({ name: whole, color, symbol = 'square', opacity = 1 }) => {
    const name = truncateText(whole, width - SWATCH - AIR, FONT_SIZE);
    const wide = SWATCH + 5 + measureText(name, FONT_SIZE) + AIR;
    if (x > 0 && x + wide > width) {
      x = 0;
      row += 1;
    }
    const entry = { name, color, symbol, opacity, x, row };
    x += wide;
    return entry;
  });
}

export function countLegendRows(legend: readonly LegendEntry[]): number {
  return legend.length === 0 ? 0 : legend.at(-1)!.row + 1;
}

export function drawLegend(legend: readonly LegendEntry[]): Plot.Markish[] {
  const y = pixel(({ row }: LegendEntry) => row * LEGEND_ROW + 8);
  return [
    ...[...group(legend, ({ symbol, opacity }) => `${symbol} ${opacity}`).values()].map((entries) =>
      drawSwatches(entries, y),
    ),
    Plot.text(legend, {
      x: pixel(({ x }: LegendEntry) => x + SWATCH + 6),
      y,
      text: 'name',
      textAnchor: 'start',
    }),
  ];
}

/** Swatches of one symbol and opacity. */
function drawSwatches(entries: readonly LegendEntry[], y: Plot.ChannelValueSpec): Plot.Markish {
  const { symbol, opacity } = entries[0]!;
  if (symbol === 'line') {
    return Plot.link(entries, {
      x1: pixel(({ x }: LegendEntry) => x + 1),
      x2: pixel(({ x }: LegendEntry) => x + SWATCH + 1),
      y1: y,
      y2: y,
      stroke: ({ color }: LegendEntry) => paint(color),
      strokeWidth: 1.5,
    });
  }
  return Plot.dot(entries, {
    x: pixel(({ x }: LegendEntry) => x + SWATCH / 2 + 1),
    y,
    symbol,
    r: symbol === 'square' ? SWATCH / 2 : SWATCH / 2 - 1,
    fill: ({ color }: LegendEntry) => paint(color),
    fillOpacity: opacity,
  });
}

/** Marks that tell groups apart where colors repeat: of about equal weight, filled or hollow. */
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'] as const;

export type SymbolName = (typeof SYMBOLS)[number];

/** By group: a circle, and for each further group of one color the next mark. */
export function assignSymbols(
  groups: readonly { readonly id: string; readonly color: string }[],
): ReadonlyMap<string, SymbolName> {
  const used = new Map<string, number>();
  return new Map(
    groups.map(({ id, color }) => {
      const place = used.get(color) ?? 0;
      used.set(color, place + 1);
      return [id, SYMBOLS[place % SYMBOLS.length]!];
    }),
  );
}
