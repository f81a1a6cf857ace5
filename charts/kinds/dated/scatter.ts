/**
 * Single figures by date: dots on a value axis, with the line of a group (a
 * median) behind its dots. A legend says which color is which group.
 */
import * as Plot from '@observablehq/plot';
import { toMiddle } from '@/units/period';
import { type Drawing, drawPlot, FONT_SIZE, isNarrow, pixel, type Size } from '../../canvas';
import { paint } from '../../colors';
import { splitIsolated } from '../../isolated-points';
import { assignSymbols, buildLegend, countLegendRows, LEGEND_ROW } from '../../legend';
import type { Segment } from '../../point-labels';
import { measureText } from '../../text-width';
import {
  drawAxes,
  drawEndLabels,
  type TimeFrame,
  toPixelX,
  toPixelY,
  toScales,
} from '../../time-frame';
import { buildValueAxis } from '../../value-axis';
import type { PictureKind } from '../kind';
import { type Band, findBands, toEdges } from './bands';
import { buildDateAxis, drawDots, listDates, listDots } from './dated-frame';
import { drawBands, listBandSpots } from './draw-bands';
import {
  type DatedGroup,
  type DatedModel,
  type LinePoint,
  listDatedEntries,
  toDrawable,
} from './model';

export const picture: PictureKind<DatedModel> = { draw: drawScatter, condense: gatherSmall };

/** More groups than a card's legend has room for in large type: the largest, and all others as one. */
const MOST_GROUPS = 6;

function gatherSmall(model: DatedModel): DatedModel {
  const groups = model.groups.filter(({ entries }) => entries.length > 0);
  if (groups.length <= MOST_GROUPS) return model;
  const bySize = groups.toSorted((a, b) => b.entries.length - a.entries.length);
  const others = bySize.slice(MOST_GROUPS - 1);
  const entries = others.flatMap((group) => group.entries);
  return {
    ...model,
    groups: [
      ...groups.filter((group) => !others.includes(group)),
      {
        id: 'others',
        label: `and ${others.length} others`,
        color: 'other',
        entries: entries.toSorted((a, b) => a.date.start.localeCompare(b.date.start)),
      },
    ],
  };
}

function drawScatter(model: DatedModel, size: Size, label: string): Drawing {
  const narrow = isNarrow(size);
  const drawable = toDrawable(model);
  const banded = findBands(model);
  const shown = banded?.rest ?? drawable;
  const bands = banded?.bands ?? [];
  const filled = drawable.groups.filter(({ entries }) => entries.length > 0);
  const symbols = assignSymbols(filled);
  const timeFrame = buildFrame({ shown, bands, filled }, size);
  const { frame } = timeFrame;
  const dots = listDots(
    shown,
    (at) => toPixelX(at, timeFrame),
    ({ value }) => toPixelY(value ?? Number.NaN, timeFrame),
  );
  const words = placeLegWords(shown, timeFrame);
  const spots = [...listBandSpots(model, bands, timeFrame), ...listSpots(model, shown, dots)];
  return drawPlot(
    {
      label,
      size,
      frame,
      ...toScales(timeFrame),
      marks: [
        ...drawAxes(timeFrame),
        ...drawBands(bands, { symbols, narrow }),
        ...shown.groups.flatMap(drawLine),
        ...drawDots(dots, {
          named: model.named,
          narrow,
          bounds: { ...frame, right: size.width - 2 },
          lines: [...listSegments(shown, timeFrame), ...words.flatMap(toStrokes)],
          symbols,
        }),
        ...drawLegWords(words),
        ...drawEndLabels(timeFrame),
      ],
    },
    spots,
  );
}

function drawLine({ line = [], color }: DatedGroup): Plot.Markish[] {
  const style = {
    x: ({ date }: LinePoint) => toMiddle(date),
    y: 'value',
    stroke: paint(color),
    strokeWidth: 1.25,
    strokeOpacity: 0.55,
  } as const;
  const legs = line.flatMap((to, index) => {
    const from = line[index - 1];
    return to.isProjected && from ? [[from, to]] : [];
  });
  const settled = line.map((point) => (point.isProjected ? { ...point, value: null } : point));
  const { joined } = splitIsolated(settled);
  return [
    Plot.line(joined, style),
    ...legs.map((leg) => Plot.line(leg, { ...style, strokeDasharray: '4 4' })),
  ];
}

interface LegWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** What is said of each leg, below its middle: names of dots mostly stand above lines that rise. */
function placeLegWords({ groups }: DatedModel, timeFrame: TimeFrame): LegWords[] {
  return groups.flatMap(({ line = [] }) =>
    line.flatMap((to, index): LegWords[] => {
      const from = line[index - 1];
      if (!to.words || !from || from.value === null || to.value === null) return [];
      const [a, b] = [from, to].map(({ date, value }) => ({
        x: toPixelX(toMiddle(date), timeFrame),
        y: toPixelY(value ?? Number.NaN, timeFrame),
      }));
      // The names of both its dots need their room, too.
      if (b!.x - a!.x < SHORTEST_LEG) return [];
      return [{ x: (a!.x + b!.x) / 2 + 6, y: (a!.y + b!.y) / 2 + 10, text: to.words }];
    }),
  );
}

const SHORTEST_LEG = 64;

/** Lines through words, which names keep off as they keep off those of the groups. */
const toStrokes = ({ x, y, text }: LegWords): Segment[] =>
  [y - 6, y, y + 6].map((at) => ({
    ...{ x1: x, y1: at, y2: at },
    x2: x + measureText(text, FONT_SIZE, 600),
  }));

function drawLegWords(words: readonly LegWords[]): Plot.Markish[] {
  if (words.length === 0) return [];
  return [
    Plot.text(words, {
      ...{ x: pixel('x'), y: pixel('y'), text: 'text', textAnchor: 'start' },
      ...{ fontWeight: 600, fill: 'currentColor' },
    }),
  ];
}

/** The lines of the groups, from known point to known point. */
function listSegments({ groups }: DatedModel, timeFrame: TimeFrame): Segment[] {
  return groups.flatMap(({ line = [] }) =>
    line.slice(1).flatMap((to, index): Segment[] => {
      const from = line[index]!;
      if (from.value === null || to.value === null) return [];
      const [x1, x2] = [from, to].map(({ date }) => toPixelX(toMiddle(date), timeFrame));
      const [y1, y2] = [from.value, to.value].map((value) => toPixelY(value, timeFrame));
      return [{ x1: x1!, y1: y1!, x2: x2!, y2: y2! }];
    }),
  );
}

/** `filled` are the groups with a figure, of which the legend speaks. */
function buildFrame(
  {
    shown: model,
    bands,
    filled: groups,
  }: { shown: DatedModel; bands: readonly Band[]; filled: readonly DatedGroup[] },
  size: Size,
): TimeFrame {
  const narrow = isNarrow(size);
  const values = [
    ...model.groups.flatMap(({ entries }) => entries.flatMap(({ value }) => value ?? [])),
    ...bands.flatMap(({ spread }) => (spread ? [spread.lower, spread.upper] : [])),
  ];
  const value = buildValueAxis(values, {
    unit: model.unit,
    scale: model.scale,
    start: 'from-zero',
    count: narrow ? 4 : 5,
  });
  const symbols = assignSymbols(groups);
  const legend =
    groups.length > 1 || !model.isTitled
      ? buildLegend(
          groups.map(({ id, label, color }) => ({
            ...{ name: label, color },
            symbol: symbols.get(id)!,
          })),
          size,
        )
      : [];
  const tickWidths = value.ticks.map((tick) => measureText(value.format(tick), FONT_SIZE));
  const frame = {
    left: Math.max(...tickWidths, 16) + 10,
    right: size.width - (model.named ? 34 : 12),
    top: 14 + (model.scale === 'log' ? 14 : 0) + countLegendRows(legend) * LEGEND_ROW,
    bottom: size.height - 26,
  };
  const periods = listDates(model, bands.flatMap(toEdges));
  const time = buildDateAxis(periods, frame);
  return { size, frame, periods, time, value, labels: [], legend, marks: [] };
}

/** Entries are named by their place in the whole model, drawable or not. */
function listSpots(model: DatedModel, shown: DatedModel, dots: ReturnType<typeof listDots>) {
  const places = new Map(listDatedEntries(model).map(({ entry }, index) => [entry, index]));
  return dots.map(({ entry, group, x, y }) => ({
    x,
    y,
    series: shown.groups.findIndex(({ id }) => id === group.id),
    period: places.get(entry)!,
  }));
}
