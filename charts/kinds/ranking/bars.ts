/**
 * A ranking: bars from zero on a linear axis; on a log axis, which has no zero,
 * dots. Ranges are intervals, and what is not in operation is drawn lighter.
 */
import * as Plot from '@observablehq/plot';
import { isFirm } from '@/units/figure-kind';
import { fitRow, formatBarValue } from '../../bar-rows';
import {
  type Drawing,
  drawPlot,
  FONT_SIZE,
  type Frame,
  isNarrow,
  placeBetween,
  type Size,
} from '../../canvas';
import { paint, paintFill } from '../../colors';
import { buildLegend, countLegendRows, drawLegend, LEGEND_ROW } from '../../legend';
import { measureText, nameInFull, truncateApart } from '../../text-width';
import { drawTopLabels } from '../../tick-labels';
import { buildValueAxis, thinTicks, type ValueAxis } from '../../value-axis';
import { hasValue } from '../figure';
import { formatRank, type RankEntry, type RankModel, selectRows } from './model';

type Bar = RankEntry & { readonly value: number };

const ROW_HEIGHT = 24;
/** Where room is short. */
const LEAST_ROW = 12.5;
/** Rows closer than this have smaller type. */
const TIGHT = 15;
const SMALL = 11;
// Axis above, air below.
const FURNITURE = 42;
const MOST_ROWS = 12;
/** Of the width, that bars have before names are cut for them. */
const LEAST_PLOT = 0.36;

/** How many entries a drawing shows; the table holds all. */
export function countBars({ entries }: RankModel): number {
  return Math.min(entries.length, MOST_ROWS);
}

/** How many entries a drawing of at most this height has room for. */
export function countFittingBars(height: number): number {
  return Math.max(0, Math.floor((height - FURNITURE) / LEAST_ROW));
}

/** The height follows from the number of rows, which draw closer together to stay below `mostHeight`. */
export function drawRanking(
  model: RankModel,
  { width, mostHeight = Number.POSITIVE_INFINITY }: Size,
  label: string,
): Drawing {
  const known = model.entries.filter(hasValue);
  const entries = selectRows(known, countBars(model));
  const breaks = listBreaks(entries, known);
  const colors = new Set(entries.map(({ color }) => color));
  const named = (model.legend ?? []).filter(({ color }) => colors.has(color));
  const legend = buildLegend(named, { width, height: 0 });
  const above = countLegendRows(legend) * LEGEND_ROW;
  const rows = entries.length + breaks.length;
  const row = fitRow({ usual: ROW_HEIGHT, least: LEAST_ROW }, rows, mostHeight - above - FURNITURE);
  const size = { width, height: above + FURNITURE + rows * row };
  const type = row < TIGHT ? { fontSize: SMALL } : {};
  const narrow = isNarrow(size);
  const axis = buildValueAxis(
    entries.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one != null)),
    {
      unit: model.unit,
      scale: model.scale,
      start: model.unit === '%' && !model.axis ? 'share' : 'from-zero',
      count: narrow ? 3 : 5,
    },
  );
  const values = entries.map(
    (entry) =>
      measureText(formatBarValue(entry, model.unit, narrow), FONT_SIZE) +
      (isOpen(entry) ? OPEN_END : 0),
  );
  const room = width - Math.max(...values, 20) - LEAST_PLOT * width;
  const names = toNames(entries, Math.max(width * (narrow ? 0.38 : 0.45), room));
  const frame: Frame = {
    left: Math.max(...names.map((name) => measureText(name, FONT_SIZE)), 20) + 10,
    right: width - Math.max(...values, 20) - 12,
    top: above + 28,
    bottom: size.height - 6,
  };
  const spots = listSpots(known, toRows(entries, breaks), axis, frame);
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: axis.type, domain: axis.domain, axis: null },
      y: { type: 'band', domain: toRows(entries, breaks), axis: null, padding: 0.28 },
      marks: [
        ...drawLegend(legend),
        ...drawRankAxis(axis, model, frame),
        ...(model.scale === 'linear' ? drawBars(entries) : drawDots(entries)),
        Plot.text(entries, {
          y: 'id',
          text: (_, index: number) => names[index]!,
          ...nameInFull(
            names,
            entries.map((entry) => wordPlace(entry) + entry.label),
          ),
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -8,
          ...type,
          fill: 'currentColor',
        }),
        ...drawBreaks(breaks),
        ...drawOpenEnds(entries.filter(isOpen)),
        ...[false, true].map((open) =>
          Plot.text(
            entries.filter((entry) => isOpen(entry) === open),
            {
              y: 'id',
              x: (entry: Bar) => Math.max(entry.value, entry.high ?? 0),
              text: (entry: RankEntry) => formatBarValue(entry, model.unit, narrow),
              textAnchor: 'start',
              dx: open ? 7 + OPEN_END : 7,
              ...type,
              fill: 'currentColor',
              fontVariant: 'tabular-nums',
            },
          ),
        ),
      ],
    },
    spots,
  );
}

/** Ids of the entries before which others are left out, to get to a visitor's own. */
function listBreaks(shown: readonly RankEntry[], all: readonly RankEntry[]): readonly string[] {
  return shown.slice(1).flatMap((entry, at) => {
    const isNext = all.indexOf(entry) === all.indexOf(shown[at]!) + 1;
    return isNext ? [] : [entry.id];
  });
}

/** The rows from above: a row of its own for each break. */
const toRows = (entries: readonly RankEntry[], breaks: readonly string[]): string[] =>
  entries.flatMap(({ id }) => (breaks.includes(id) ? [toBreak(id), id] : [id]));
const toBreak = (id: string) => `before ${id}`;

const drawBreaks = (breaks: readonly string[]): Plot.Markish[] =>
  breaks.length === 0
    ? []
    : [
        Plot.text(breaks, {
          y: toBreak,
          text: () => '⋮',
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -8,
          fill: paint('muted'),
        }),
      ];

const wordPlace = ({ rank }: RankEntry): string => (rank ? `${formatRank(rank)}  ` : '');

/** Ranks, which are never cut, and as much of the names as there is room for. */
function toNames(entries: readonly RankEntry[], room: number): string[] {
  const places = entries.map(wordPlace);
  const texts = entries.map(({ label }, index) => ({
    text: label,
    width: room - measureText(places[index]!, FONT_SIZE),
  }));
  return truncateApart(texts, FONT_SIZE).map((name, index) => places[index]! + name);
}

function drawRankAxis(axis: ValueAxis, { scale }: RankModel, frame: Frame): Plot.Markish[] {
  const firstTick = measureText(axis.format(axis.ticks[0] ?? 0), FONT_SIZE);
  return [
    Plot.gridX(axis.ticks, { stroke: paint('grid'), strokeOpacity: 1 }),
    drawTopLabels(thinTicks(axis, frame), axis),
    ...(scale === 'log'
      ? [
          Plot.text(['log scale'], {
            frameAnchor: 'top-left',
            textAnchor: 'end',
            // Clear of the first tick's label, which stands in the middle over its tick.
            dx: -firstTick / 2 - 8,
            dy: -17,
            fill: paint('muted'),
            fontStyle: 'italic',
          }),
        ]
      : []),
    ...(scale === 'linear' ? [Plot.ruleX([0], { stroke: paint('muted') })] : []),
  ];
}

/** Only a lower end is known: the bar goes on, nobody knows how far. */
const isOpen = ({ low, high }: RankEntry): boolean => low != null && high == null;
const OPEN_END = 16;

function drawOpenEnds(entries: readonly RankEntry[]): Plot.Markish[] {
  const style = { y: 'id', x1: 'value', x2: 'value', stroke: 'currentColor' } as const;
  return entries.length === 0
    ? []
    : [Plot.ruleY(entries, { ...style, insetRight: -OPEN_END, strokeDasharray: '4 3' })];
}

const isProjected = ({ kind }: RankEntry): boolean => kind === 'projection';

const toOpacity = ({ tone }: RankEntry): number => (tone === 'full' ? 1 : 0.4);

function drawBars(entries: readonly RankEntry[]): Plot.Markish[] {
  const bar = {
    y: 'id',
    x1: 0,
    x2: 'value',
    fill: (entry: RankEntry) => paintFill(entry.color),
  } as const;
  const projected = entries.filter(isProjected);
  return [
    Plot.barX(
      entries.filter((entry) => !isProjected(entry)),
      { ...bar, fillOpacity: toOpacity },
    ),
    ...(projected.length > 0
      ? [
          Plot.barX(projected, {
            ...bar,
            fillOpacity: 0.35,
            stroke: bar.fill,
            strokeDasharray: '3 3',
          }),
        ]
      : []),
    ...drawIntervals(entries, { stroke: 'currentColor', strokeWidth: 1.25 }),
  ];
}

function drawDots(entries: readonly RankEntry[]): Plot.Markish[] {
  return [
    ...drawIntervals(entries, {
      stroke: (entry: RankEntry) => paint(entry.color),
      strokeWidth: 5,
      strokeOpacity: 0.3,
    }),
    Plot.dot(entries, {
      y: 'id',
      x: 'value',
      r: 4.5,
      stroke: (entry: RankEntry) => paint(entry.color),
      strokeWidth: 1.5,
      fill: (entry: RankEntry) => paint(isFirm(entry.kind) ? entry.color : 'card'),
      fillOpacity: toOpacity,
    }),
  ];
}

function drawIntervals(entries: readonly RankEntry[], style: Plot.RuleYOptions): Plot.Markish[] {
  const ranged = entries.filter(({ low, high }) => low != null && high != null);
  return [Plot.ruleY(ranged, { y: 'id', x1: 'low', x2: 'high', ...style })];
}

/** `rows` are those of the picture from above: ids of entries, and breaks. */
function listSpots(
  entries: readonly Bar[],
  rows: readonly string[],
  axis: ValueAxis,
  frame: Frame,
) {
  const toX = placeBetween(axis, frame.left, frame.right);
  const rowHeight = (frame.bottom - frame.top) / Math.max(1, rows.length);
  return entries.flatMap(({ id, value }, index) => {
    const row = rows.indexOf(id);
    const y = frame.top + (row + 0.5) * rowHeight;
    return row < 0 ? [] : [{ x: toX(value), y, series: 0, period: index }];
  });
}
