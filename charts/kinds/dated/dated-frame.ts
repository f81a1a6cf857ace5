/**
 * What charts of single dated things share: time along the bottom, and dots that
 * are filled where a figure was measured.
 */
import * as Plot from '@observablehq/plot';
import { isFirm } from '@/units/figure-kind';
import { type Period, toMiddle } from '@/units/period';
import { FONT_SIZE, type Frame, pixel } from '../../canvas';
import { paint, paintWord } from '../../colors';
import { type SymbolName, toPlotSymbol } from '../../legend';
import { type NamedDot, placeNames, type Segment } from '../../point-labels';
import { buildTimeAxis, type TimeAxis } from '../../time-axis';
import { type DatedEntry, type DatedGroup, type DatedModel, listDatedEntries } from './model';

/** An entry with its place in the order of `listDatedEntries`. */
export interface DatedDot {
  readonly entry: DatedEntry;
  readonly group: DatedGroup;
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** The dates of entries and lines, and others, by their middles: June 2023 comes before a bare 2023. */
export function listDates(model: DatedModel, others: readonly Period[] = []): Period[] {
  return model.groups
    .flatMap(({ entries, line = [] }) => [...entries, ...line].map(({ date }) => date))
    .concat(others)
    .sort((a, b) => toMiddle(a).getTime() - toMiddle(b).getTime());
}

/** An axis over dates in order of time, with a little air at both ends: no dot stands on the edge. */
export function buildDateAxis(dates: readonly Period[], { left, right }: Frame): TimeAxis {
  const axis = buildTimeAxis(dates, { pixels: right - left, whole: false });
  const [from, to] = axis.domain;
  const air = (to.getTime() - from.getTime()) * 0.02;
  return { ...axis, domain: [new Date(from.getTime() - air), new Date(to.getTime() + air)] };
}

/** Where every entry stands; `toY` gives the height of one. */
export function listDots(
  model: DatedModel,
  toX: (at: Date, entry: DatedEntry) => number,
  toY: (entry: DatedEntry, group: DatedGroup) => number,
): DatedDot[] {
  return listDatedEntries(model).map(({ entry, group }, index) => ({
    entry,
    group,
    index,
    x: toX(toMiddle(entry.date), entry),
    y: toY(entry, group),
  }));
}

/** The dots, and their names where the model wants them and room allows. */
export function drawDots(
  dots: readonly DatedDot[],
  {
    named,
    bounds,
    narrow,
    lines = [],
    symbols = new Map(),
  }: {
    named: boolean;
    bounds: Frame;
    narrow: boolean;
    lines?: readonly Segment[];
    /** By group; circles where absent. */
    symbols?: ReadonlyMap<string, SymbolName>;
  },
): Plot.Markish[] {
  const toSymbol = ({ group }: DatedDot): SymbolName => symbols.get(group.id) ?? 'circle';
  const names: NamedDot[] = dots.map(({ entry, x, y }) => ({
    x,
    y,
    text: entry.name ?? entry.label,
  }));
  const placed = named ? placeNames(names, bounds, lines) : [];
  const byAnchor = (['start', 'middle', 'end'] as const).map((anchor) => ({
    anchor,
    members: placed
      .filter((name) => name.anchor === anchor)
      .map(({ dot, x, y }) => ({ x, y, text: names[dot]!.text, group: dots[dot]!.group })),
  }));
  return [
    ...[...new Set(dots.map(toSymbol))].map((symbol) =>
      Plot.dot(
        dots.filter((dot) => toSymbol(dot) === symbol),
        {
          x: pixel('x'),
          y: pixel('y'),
          r: narrow ? 2.75 : 3.5,
          symbol: toPlotSymbol(symbol),
          stroke: ({ group }: DatedDot) => paint(group.color),
          strokeWidth: 1.5,
          fill: ({ entry, group }: DatedDot) => paint(isFirm(entry.kind) ? group.color : 'card'),
          fillOpacity: 0.8,
        },
      ),
    ),
    ...byAnchor.map(({ anchor, members }) =>
      Plot.text(members, {
        x: pixel('x'),
        y: pixel('y'),
        text: 'text',
        textAnchor: anchor,
        fontSize: FONT_SIZE,
        fill: ({ group }: { group: DatedGroup }) => paintWord(group.color),
      }),
    ),
  ];
}
