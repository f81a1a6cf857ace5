/**
 * One row for each figure of a thing of its own: a dot, its range, what it says.
 * Rows are gathered under headings. No bars and no line joins the rows, because
 * the figures are not of one and the same thing. On a narrow screen a name stands
 * above its dot, because there is no room for both side by side.
 */

import * as Plot from '@observablehq/plot';
import { type FigureKind, isFirm } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { formatCell } from '@/units/table';
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
import {
  buildLegend,
  countLegendRows,
  drawLegend,
  LEGEND_ROW,
  type LegendEntry,
} from '../../legend';
import { measureText, nameInFull, truncateApart, wrapText } from '../../text-width';
import { drawTopLabels } from '../../tick-labels';
import { buildValueAxis, thinTicks } from '../../value-axis';
import { hasValue } from '../figure';
import type { RankEntry, RankModel } from './model';

/** Distances as they are, and as they are where room is short. */
const ROW = { usual: 22, least: 12 } as const;
const HEADING = { usual: 30, least: 17 } as const;
const NAME_LINE = 14;
// Axis above, air below.
const TOP = 24;
const BOTTOM = 14;
/** Rows closer than this have smaller type. */
const TIGHT = 15;
const SMALL = 11;
/** Of the width, that dots have before names are cut for them. */
const LEAST_PLOT = 0.2;
/** Below this width ticks are few. */
const ROOMY = 640;

type Dot = RankEntry & { readonly value: number };

interface Row {
  readonly entry: Dot;
  /** Lines of its name; one where it stands beside the dot. */
  readonly name: readonly string[];
  readonly text: string;
  readonly y: number;
}

/** The height follows from the number of rows, which draw closer together to stay below `mostHeight`. */
export function drawDotRows(model: RankModel, { width, mostHeight }: Size, label: string): Drawing {
  const { rows, headings, height, fontSize, legend } = placeRows(model, width, mostHeight);
  const size = { width, height };
  const axis = buildValueAxis(
    rows.flatMap(({ entry: { value, low, high } }) =>
      [value, low, high].filter((one) => one != null),
    ),
    {
      unit: model.unit,
      scale: 'linear',
      start: model.unit === '%' ? 'share' : 'from-zero',
      // Names and figures leave about half of the width.
      count: width < ROOMY ? 3 : 5,
    },
  );
  const widest = (texts: readonly string[]) =>
    Math.max(20, ...texts.map((text) => measureText(text, FONT_SIZE)));
  const frame: Frame = {
    left: isNarrow(size) ? 14 : widest(rows.map(({ name }) => name[0]!)) + 14,
    right: width - widest(rows.map(({ text }) => text)) - 16,
    top: TOP + countLegendRows(legend) * LEGEND_ROW,
    bottom: height - 6,
  };
  const y = pixel('y');
  const color = ({ entry }: Row) => paint(entry.color);
  const ranged = rows.filter(({ entry }) => entry.low != null && entry.high != null);
  const toX = placeBetween(axis, frame.left, frame.right);
  const spots = rows.map(({ entry, y: at }, period) => ({
    ...{ x: toX(entry.value), y: at, series: 0, period },
  }));
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: 'linear', domain: axis.domain, axis: null },
      y: { type: 'linear', domain: [0, 1], axis: null },
      marks: [
        ...drawLegend(legend),
        Plot.ruleX(axis.ticks, { stroke: paint('grid') }),
        drawTopLabels(thinTicks(axis, frame), axis),
        Plot.text(headings, {
          x: pixel(() => 2),
          y,
          text: 'text',
          ...{ textAnchor: 'start', fontWeight: 600, fontSize, fill: 'currentColor' },
        }),
        Plot.link(ranged, {
          x1: ({ entry }: Row) => entry.low!,
          x2: ({ entry }: Row) => entry.high!,
          y1: y,
          y2: y,
          stroke: color,
          strokeWidth: 6,
          strokeOpacity: 0.3,
        }),
        ...[true, false].map((projected) =>
          Plot.dot(
            rows.filter(({ entry }) => (entry.kind === 'projection') === projected),
            {
              x: ({ entry }: Row) => entry.value,
              y,
              r: 4.5,
              stroke: color,
              strokeWidth: 1.5,
              strokeDasharray: projected ? '2 2' : 'none',
              fill: (row: Row) => (isFirm(row.entry.kind) ? color(row) : paint('card')),
            },
          ),
        ),
        ...(isNarrow(size) ? drawNamesAbove(rows) : drawNamesBeside(rows, frame, fontSize)),
        Plot.text(rows, {
          fontSize,
          x: pixel(() => frame.right + 12),
          y,
          text: 'text',
          textAnchor: 'start',
          fill: 'currentColor',
          fontVariant: 'tabular-nums',
        }),
      ],
    },
    spots,
  );
}

function drawNamesBeside(rows: readonly Row[], { left }: Frame, fontSize: number): Plot.Markish[] {
  return [
    Plot.text(rows, {
      x: pixel(() => left - 10),
      y: pixel('y'),
      text: ({ name }: Row) => name[0]!,
      ...nameInFull(
        rows.map(({ name }) => name[0]!),
        rows.map(({ entry }) => entry.label),
      ),
      fontSize,
      textAnchor: 'end',
      fill: 'currentColor',
    }),
  ];
}

function drawNamesAbove(rows: readonly Row[]): Plot.Markish[] {
  return [
    Plot.text(rows, {
      x: pixel(() => 2),
      y: pixel(({ y }: Row) => y - 11),
      text: ({ name }: Row) => name.join('\n'),
      lineAnchor: 'bottom',
      lineHeight: NAME_LINE / FONT_SIZE,
      textAnchor: 'start',
      fill: 'currentColor',
    }),
  ];
}

/** How many entries a drawing of at most this height has room for. */
export function countFittingRows(model: RankModel, width: number, height: number): number {
  let count = model.entries.length;
  const measure = (of: number) => {
    const entries = selectSpread(model.entries, of);
    return placeRows({ ...model, entries }, width, height).height;
  };
  while (count > 0 && measure(count) > height) count -= 1;
  return count;
}

/** In a picture that is higher than its rows need, they draw apart by so much. */
const LOOSEST = 2;

/** Rows from top to bottom, a heading where a group begins. */
function placeRows(model: RankModel, width: number, mostHeight = Number.POSITIVE_INFINITY) {
  const usual = stackRows(model, width, 1);
  const least = stackRows(model, width, 0);
  const share = (mostHeight - least.height) / (usual.height - least.height);
  if (share === Number.POSITIVE_INFINITY) return usual;
  return stackRows(model, width, Math.min(LOOSEST, Math.max(0, share)));
}

/** With distances between the least (0) and the usual ones (1). */
function stackRows(model: RankModel, width: number, looseness: number) {
  const entries = model.entries.filter(hasValue);
  const narrow = isNarrow({ width });
  const between = ({ usual, least }: { usual: number; least: number }) =>
    least + looseness * (usual - least);
  const [row, heading] = [between(ROW), between(HEADING)];
  const values = entries.map((entry) => measureText(toText(entry, model), FONT_SIZE));
  const room = Math.max(width * 0.5, width - Math.max(20, ...values) - 30 - LEAST_PLOT * width);
  const beside = truncateApart(
    entries.map(({ label }) => ({ text: label, width: room })),
    FONT_SIZE,
  );
  const headings: { text: string; y: number }[] = [];
  const legend = buildKey(model, width);
  let top = TOP + countLegendRows(legend) * LEGEND_ROW;
  const rows = entries.map((entry, index): Row => {
    if (entry.group && entry.group !== entries[index - 1]?.group) {
      headings.push({ text: entry.group, y: top + heading * 0.6 });
      top += heading;
    }
    const name = narrow ? wrapText(entry.label, width - 4, FONT_SIZE) : [beside[index]!];
    const above = narrow ? name.length * NAME_LINE + 6 : 0;
    const y = top + above + row / 2;
    top += above + row;
    return { entry, name, text: toText(entry, model), y };
  });
  const fontSize = row < TIGHT ? SMALL : FONT_SIZE;
  return { rows, headings, height: top + BOTTOM, fontSize, legend };
}

/** What the dots of this picture say by how they look. */
function buildKey({ entries, legend: colors = [] }: RankModel, width: number): LegendEntry[] {
  const [first] = entries;
  if (!first) return [];
  const { color } = entries.find(({ tone }) => tone === 'full') ?? first;
  const marks = [
    { name: 'counted or reported', look: 'filled', has: (kind: FigureKind) => isFirm(kind) },
    {
      name: 'estimate or statement',
      look: 'hollow',
      has: (kind: FigureKind) => !isFirm(kind) && kind !== 'projection',
    },
    { name: 'projected', look: 'dashed', has: (kind: FigureKind) => kind === 'projection' },
  ] as const;
  const shown = marks.filter(({ has }) => entries.some(({ kind }) => has(kind)));
  return buildLegend(
    [
      ...shown.map(({ name, look }) => ({ name, look, color, symbol: 'circle' as const })),
      ...colors.map((one) => ({ ...one, symbol: 'circle' as const })),
    ],
    { width, height: 0 },
  );
}

function toText({ value, low, high, kind, details }: Dot, { unit, columns }: RankModel): string {
  const isRange = low != null && high != null && low !== high;
  const say = (one: number) => formatValue(one, unit, kind);
  const amount = isRange ? `${say(low).replace('%', '')}–${say(high)}` : say(value);
  const mark = kind === 'projection' ? ' (proj.)' : '';
  const [column] = columns;
  return amount + mark + (column ? `, ${formatCell(column, details[0] ?? null)}` : '');
}

/**
 * `count` of the entries in their order, so that those left stand for the whole. Each group
 * keeps some as long as there are enough for all; within a group they lie evenly between its
 * first and last, because the first alone would be its largest.
 */
export function selectSpread<E extends { readonly group?: string }>(
  entries: readonly E[],
  count: number,
): E[] {
  if (count >= entries.length) return [...entries];
  const groups = new Map<string | undefined, E[]>();
  for (const entry of entries) {
    const members = groups.get(entry.group);
    if (members) members.push(entry);
    else groups.set(entry.group, [entry]);
  }
  const quotas = new Map([...groups.keys()].map((group) => [group, 0]));
  for (let left = count; left > 0; ) {
    for (const [group, members] of groups) {
      const quota = quotas.get(group)!;
      if (left === 0 || quota === members.length) continue;
      quotas.set(group, quota + 1);
      left -= 1;
    }
  }
  const kept = new Set(
    [...groups].flatMap(([group, members]) => pick(members, quotas.get(group)!)),
  );
  return entries.filter((entry) => kept.has(entry));
}

function pick<E>(members: readonly E[], count: number): E[] {
  if (count === 1) return [members[Math.floor(members.length / 2)]!];
  const step = (members.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => members[Math.round(index * step)]!);
}
