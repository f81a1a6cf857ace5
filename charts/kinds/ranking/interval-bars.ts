/**
 * Totals with their ranges, and what others counted of the same. On a linear axis a total is a
 * light bar from zero with its range as a whisker, and a part of it a darker, slimmer bar
 * inside; on a log axis, which has no zero, all are marks on a line. On a narrow screen the
 * name stands above its bar.
 */
import * as Plot from '@observablehq/plot';
import { isFirm } from '@/units/figure-kind';
import { MISSING } from '@/units/format-value';
import {
  type BarRows,
  declareBarRows,
  drawBarAxis,
  drawRowNames,
  drawRowRule,
  formatBarValue,
  layNamedBars,
  toBarEdges,
} from '../../bar-rows';
import { type Drawing, drawPlot, isNarrow, pixel, placeBetween, type Size } from '../../canvas';
import { type ColorName, getCategoryColor, paint, paintUnlessBack } from '../../colors';
import {
  buildLegend,
  countLegendRows,
  drawLegend,
  LEGEND_ROW,
  type SymbolName,
  toPlotSymbol,
} from '../../legend';
import { buildValueAxis } from '../../value-axis';
import { hasValue } from '../figure';
import type { PictureKind } from '../kind';
import type { OtherCount, RankEntry, RankModel } from './model';

/** The table holds all. */
const MOST_ROWS = 16;
const AXIS = 26;
// A legend of one row and the axis above, air below.
const AROUND = LEGEND_ROW + AXIS + 6;

export const picture: PictureKind<RankModel> = {
  draw,
  hasOwnHeight: true,
  // What others counted wants a legend of its own.
  condense: (model) => ({
    ...model,
    counts: [],
    entries: model.entries.filter(hasValue).map(({ counts: _, ...entry }) => entry),
  }),
  rows: {
    ...declareBarRows<RankModel, 'entries'>('entries', AROUND),
    countDrawn: ({ entries }) => Math.min(entries.length, MOST_ROWS),
  },
};

/** A figure of a row: of the total where `count` is 0, else of that of the other counts. */
interface Mark {
  readonly value: number;
  readonly count: number;
  readonly row: number;
  readonly y: number;
}

/** The height follows from the bars, which draw closer together where room is short. */
function draw(model: RankModel, asked: Size, label: string): Drawing {
  const { unit, scale } = model;
  const entries = model.entries.slice(0, MOST_ROWS);
  const narrow = isNarrow(asked);
  const others = (model.counts ?? []).map(toLook);
  const legend = buildLegend(listLegend(model, others), asked);
  const top = countLegendRows(legend) * LEGEND_ROW + AXIS;
  const labels = entries.map(({ label: name }) => name);
  const values = entries.map((entry) =>
    hasValue(entry) ? formatBarValue(entry, unit, narrow) : MISSING,
  );
  const { rows, size, names, frame } = layNamedBars({ labels, values, top, nameShare: 0.3 }, asked);
  const marks = entries.flatMap((entry, row): Mark[] =>
    [entry, ...(entry.counts ?? [])].flatMap((one, count) =>
      one && hasValue(one) ? [{ value: one.value, count, row, y: rows.toY(row) }] : [],
    ),
  );
  const axis = buildValueAxis(
    [
      ...marks.map(({ value }) => value),
      ...entries.flatMap(({ low, high }) => [low, high].filter((one) => one != null)),
    ],
    { unit, scale, start: 'from-zero', count: narrow ? 3 : 5 },
  );
  const toX = placeBetween(axis, frame.left, frame.right);
  const isLog = axis.type === 'log';
  const spots = marks.map(({ value, count, row, y }) => ({
    ...{ x: toX(value), y, series: count, period: row },
  }));
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: axis.type, domain: [...axis.domain], axis: null },
      y: { type: 'linear', domain: [0, 1], axis: null },
      marks: [
        ...drawLegend(legend),
        ...drawBarAxis(axis, frame, rows),
        ...(isLog
          ? [
              ...drawSpans(marks),
              Plot.text(['log scale'], {
                x: pixel(() => 0),
                y: pixel(() => top - 13),
                ...{ textAnchor: 'start', fill: paint('muted'), fontStyle: 'italic' },
              }),
            ]
          : [...drawBars(entries, others, rows), drawRowRule(names, 0, rows, paint('muted'))]),
        ...drawWhiskers(entries, rows),
        ...drawMarks(
          marks.filter(({ count }) => count > 0 && (isLog || !others[count - 1]?.isInside)),
          others,
          entries,
        ),
        Plot.dot(
          marks.filter(({ count }) => count === 0),
          {
            ...{ x: 'value', y: pixel('y'), r: 3.5, stroke: 'currentColor', strokeWidth: 1.25 },
            fill: ({ row }: Mark) =>
              isFirm(entries[row]?.kind ?? 'estimate') ? 'currentColor' : paint('card'),
          },
        ),
        drawRowNames(names, rows, labels),
        Plot.text(entries, {
          // In a column: next to a mark it would read as that mark’s.
          x: pixel(() => frame.right),
          y: pixel((_, row) => rows.toY(row)),
          text: (_, row: number) => values[row]!,
          ...{ textAnchor: 'start', dx: 8, fill: 'currentColor', fontVariant: 'tabular-nums' },
        }),
      ],
    },
    spots,
  );
}

interface Look {
  readonly name: string;
  readonly symbol: SymbolName;
  readonly color: ColorName;
  readonly isInside: boolean;
}

/** A part has the darker shade of its total, every other count a shape and a color of its own. */
function toLook({ label, mark }: OtherCount, at: number): Look {
  return mark === 'inside'
    ? { name: label, symbol: 'square', color: 'holder', isInside: true }
    : { name: label, symbol: mark, color: getCategoryColor(at), isInside: false };
}

function listLegend({ valueLabel, entries, scale, ranges }: RankModel, others: readonly Look[]) {
  const hasTotals = entries.some(hasValue);
  const isRanged = entries.some(({ low, high }) => low != null && high != null);
  const isLog = scale === 'log';
  const shown = others.filter((_, at) => entries.some(({ counts }) => counts?.[at]));
  return [
    ...(hasTotals && !isLog ? [{ name: valueLabel, color: 'holder-tint' as const }] : []),
    ...(hasTotals && isLog
      ? [{ name: valueLabel, color: 'ink', symbol: 'circle', look: 'hollow' } as const]
      : []),
    ...(isRanged
      ? [
          {
            name: ranges === 'added' ? 'Outer 5–95% range' : '5–95% range',
            ...{ color: 'ink' as const, symbol: 'line' as const },
          },
        ]
      : []),
    ...shown.map(({ name, color, symbol, isInside }) => ({
      name: isInside && !isLog ? `of which ${name[0]?.toLowerCase()}${name.slice(1)}` : name,
      ...{ color, symbol },
    })),
  ];
}

function drawBars(
  entries: readonly RankEntry[],
  others: readonly Look[],
  rows: BarRows,
): Plot.Markish[] {
  const edges = toBarEdges(rows);
  const inside = others.findIndex(({ isInside }) => isInside);
  const toPart = ({ counts }: RankEntry) => counts?.[inside]?.value ?? 0;
  return [
    Plot.rect(entries, {
      ...{ x1: () => 0, x2: ({ value }: RankEntry) => value ?? 0, ...edges },
      fill: paintUnlessBack(entries, 'holder-tint', 'grid'),
    }),
    Plot.rect(entries, {
      ...{ x1: () => 0, x2: toPart, ...edges, insetTop: 3, insetBottom: 3 },
      fill: paintUnlessBack(entries, 'holder'),
    }),
  ];
}

/** From the least to the most that somebody counted. */
function drawSpans(marks: readonly Mark[]): Plot.Markish[] {
  const rows = [...new Set(marks.map(({ row }) => row))].map((row) => {
    const own = marks.filter((mark) => mark.row === row);
    const values = own.map(({ value }) => value);
    return { y: own[0]?.y ?? 0, from: Math.min(...values), to: Math.max(...values) };
  });
  const y = pixel('y');
  return [
    Plot.link(rows, {
      x1: 'from',
      x2: 'to',
      y1: y,
      y2: y,
      stroke: paint('rule'),
      strokeWidth: 1.5,
    }),
  ];
}

/** Half of what a whisker's end is high. */
const CAP = 4;

function drawWhiskers(entries: readonly RankEntry[], rows: BarRows): Plot.Markish[] {
  const ranged = entries.flatMap(({ low, high }, row) =>
    low != null && high != null ? [{ low, high, y: rows.toY(row) }] : [],
  );
  const line = { stroke: 'currentColor', strokeWidth: 1.25 } as const;
  const y = pixel('y');
  return [
    Plot.link(ranged, { x1: 'low', x2: 'high', y1: y, y2: y, ...line }),
    ...(['low', 'high'] as const).map((end) =>
      Plot.link(ranged, {
        ...{ x1: end, x2: end },
        ...{ y1: pixel(({ y: at }) => at - CAP), y2: pixel(({ y: at }) => at + CAP) },
        ...line,
      }),
    ),
  ];
}

function drawMarks(
  marks: readonly Mark[],
  others: readonly Look[],
  entries: readonly RankEntry[],
): Plot.Markish[] {
  const isFaded = entries.some(({ isBack }) => isBack);
  return others.map(({ symbol, color }, at) =>
    Plot.dot(
      marks.filter(({ count }) => count === at + 1),
      {
        ...{ x: 'value', y: pixel('y'), symbol: toPlotSymbol(symbol), r: 5 },
        ...{ stroke: paint('card'), strokeWidth: 1.25 },
        fill: isFaded
          ? ({ row }: Mark) => paint(entries[row]?.isBack ? 'back' : color)
          : paint(color),
      },
    ),
  );
}
