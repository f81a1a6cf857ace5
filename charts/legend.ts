/** A legend above the plot, for pictures whose series do not all reach the right edge. */
import * as Plot from '@observablehq/plot';
import { group } from 'd3-array';
import { FONT_SIZE, ofSeries, pixel, type Size } from './canvas';
import { type ColorName, isTellable, paint, paintFill, vendorMarks } from './colors';
import { measureText, truncateText } from './text-width';

/** What marks are: a line for whiskers. */
type LegendSymbol = SymbolName | 'line';

/** Of marks: what is firm is filled, an estimate hollow, a projection dashed as well. */
type MarkLook = 'filled' | 'hollow' | 'dashed';

export interface LegendEntry {
  readonly name: string;
  readonly color: ColorName;
  readonly symbol: LegendSymbol;
  readonly opacity: number;
  readonly look: MarkLook;
  /** The place of its series; absent: it is none of one. */
  readonly series?: number;
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
    readonly look?: MarkLook;
    readonly series?: number;
  }[],
  { width }: Size,
): LegendEntry[] {
  let x = 0;
  let row = 0;
  return series.map((one) => {
    const { name: whole, color, symbol = 'square', opacity = 1, look = 'filled' } = one;
    const name = truncateText(whole, width - SWATCH - AIR, FONT_SIZE);
    const wide = SWATCH + 5 + measureText(name, FONT_SIZE) + AIR;
    if (x > 0 && x + wide > width) {
      x = 0;
      row += 1;
    }
    const of = one.series === undefined ? {} : { series: one.series };
    const entry = { name, color, symbol, opacity, look, ...of, x, row };
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
    ...[
      ...group(legend, ({ symbol, opacity, look }) => `${symbol} ${opacity} ${look}`).values(),
    ].map((entries) => drawSwatches(entries, y)),
    Plot.text(legend, {
      x: pixel(({ x }: LegendEntry) => x + SWATCH + 6),
      y,
      text: 'name',
      textAnchor: 'start',
      ...(legend.every(({ series }) => series !== undefined)
        ? ofSeries(({ series = 0 }: LegendEntry) => series)
        : {}),
    }),
  ];
}

/** Swatches of one symbol and opacity. */
function drawSwatches(entries: readonly LegendEntry[], y: Plot.ChannelValueSpec): Plot.Markish {
  const { symbol, opacity, look } = entries[0]!;
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
    symbol: toPlotSymbol(symbol),
    r: symbol === 'square' ? SWATCH / 2 : SWATCH / 2 - 1,
    fill: ({ color }: LegendEntry) => (symbol === 'square' ? paintFill : paint)(color),
    fillOpacity: opacity,
    ...(look === 'filled'
      ? {}
      : {
          fill: paint('card'),
          stroke: ({ color }: LegendEntry) => paint(color),
          strokeDasharray: look === 'dashed' ? '2 2' : 'none',
        }),
  });
}

/** Marks of about equal weight, filled or hollow, in the order in which they are given away. */
const MARKS = {
  circle: 'circle',
  square: 'square',
  triangle: 'triangle',
  diamond: 'diamond',
  'triangle-down': { draw: drawTriangleDown },
  star: 'star',
  hexagon: 'hexagon',
  cross: 'cross',
  wye: 'wye',
} as const satisfies Record<string, string | { draw: typeof drawTriangleDown }>;

export type SymbolName = keyof typeof MARKS;

const MARK_NAMES = Object.keys(MARKS) as SymbolName[];

/** How Plot is asked for a mark. */
export const toPlotSymbol = (name: SymbolName) => MARKS[name];

/** As large as the triangle that stands on its base. */
function drawTriangleDown(
  context: {
    moveTo(x: number, y: number): void;
    lineTo(x: number, y: number): void;
    closePath(): void;
  },
  size: number,
): void {
  const half = Math.sqrt(size / Math.sqrt(3));
  context.moveTo(0, (half * 2) / Math.sqrt(3));
  context.lineTo(half, -half / Math.sqrt(3));
  context.lineTo(-half, -half / Math.sqrt(3));
  context.closePath();
}

/**
 * By group, so that none is known by its color alone: a vendor its own mark, everything else
 * the next that is free; a group by itself is a circle. Where marks run out they repeat, in
 * another color.
 */
export function assignSymbols(
  groups: readonly { readonly id: string; readonly color: ColorName }[],
): ReadonlyMap<string, SymbolName> {
  if (groups.length === 1) return new Map(groups.map(({ id }) => [id, 'circle']));
  const marks = new Map<string, SymbolName>();
  const isTaken = (mark: SymbolName) => [...marks.values()].includes(mark);
  for (const { id, color } of groups) {
    const mark = getVendorMark(color);
    if (mark && !isTaken(mark)) marks.set(id, mark);
  }
  for (const { id, color } of groups) {
    if (marks.has(id)) continue;
    const alike = groups.filter((one) => one.color === color).map((one) => marks.get(one.id));
    const free = MARK_NAMES.find((mark) => !isTaken(mark));
    marks.set(id, free ?? MARK_NAMES.find((mark) => !alike.includes(mark)) ?? 'circle');
  }
  return marks;
}

/**
 * The marks of lines: circles, because their colors can be told apart and their ends have names.
 * A line whose color another has, or whose color is a shade or gray, has a mark of its own.
 */
export function assignLineSymbols(
  series: readonly { readonly id: string; readonly color: ColorName }[],
): ReadonlyMap<string, SymbolName> {
  const seen = new Set<ColorName>();
  const marks = MARK_NAMES.slice(1);
  let next = 0;
  return new Map(
    series.map(({ id, color }) => {
      const isClear = isTellable(color) && !seen.has(color);
      seen.add(color);
      return [id, isClear ? 'circle' : marks[next++ % marks.length]!];
    }),
  );
}

/** The mark that the palette gives a vendor's color; null for whatever is no vendor's. */
function getVendorMark(color: ColorName): SymbolName | null {
  const mark = color in vendorMarks ? vendorMarks[color as keyof typeof vendorMarks] : null;
  return MARK_NAMES.find((name) => name === mark) ?? null;
}
