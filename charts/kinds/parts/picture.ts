/**
 * A bar a row, cut into its parts, which carry their names where there is room. How sure a part
 * is shows in how strongly it is filled; the least sure has only an outline. On a narrow screen
 * the row's name stands above its bar.
 */
import * as Plot from '@observablehq/plot';
import { formatValue } from '@/units/format-value';
import {
  declareBarRows,
  drawBarAxis,
  drawRowNames,
  drawRowRule,
  layNamedBars,
} from '../../bar-rows';
import {
  type Drawing,
  drawPlot,
  FONT_SIZE,
  isNarrow,
  pixel,
  placeBetween,
  type Size,
} from '../../canvas';
import { paint } from '../../colors';
import { buildLegend, countLegendRows, drawLegend, LEGEND_ROW } from '../../legend';
import { measureText } from '../../text-width';
import { buildValueAxis } from '../../value-axis';
import type { PictureKind } from '../kind';
import { type Part, type PartState, type PartsModel, type PartsRow, toTotal } from './kind';

const AXIS = 26;
const MOST_ROWS = 12;
/** Where names stand above their bars. */
const MOST_NARROW = 6;
const rowsOf = declareBarRows<PartsModel, 'rows'>('rows', LEGEND_ROW * 2 + AXIS + 6);
const countParts = (rows: readonly PartsRow[]) =>
  rows.reduce((sum, { parts }) => sum + parts.length, 0);

export const picture: PictureKind<PartsModel> = {
  draw,
  hasOwnHeight: true,
  // Counted in parts, as the figures of a model are; a row is drawn with all of its own.
  rows: {
    countDrawn: ({ rows }) => countParts(rows.slice(0, MOST_ROWS)),
    countFitting: (model, size) =>
      countParts(model.rows.slice(0, rowsOf.countFitting(model, size))),
    countIn: ({ rows }, count) => countParts(rows.slice(0, count)),
    keep(model, count) {
      const fitting = model.rows.filter(
        (_, at) => countParts(model.rows.slice(0, at + 1)) <= count,
      );
      return rowsOf.keep(model, fitting.length);
    },
  },
};

interface Segment extends Part {
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly place: number;
  readonly look: PartState;
  readonly isBack: boolean;
}

function draw(model: PartsModel, asked: Size, label: string): Drawing {
  const { unit, states } = model;
  const narrow = isNarrow(asked);
  const shown = model.rows.slice(0, narrow ? MOST_NARROW : MOST_ROWS);
  const used = new Set(shown.flatMap(({ parts }) => parts.map(({ state }) => state)));
  const legend = buildLegend(
    states.flatMap(({ id, label, color, opacity }) =>
      used.has(id) ? { name: label, color, opacity } : [],
    ),
    asked,
  );
  const top = countLegendRows(legend) * LEGEND_ROW + AXIS;
  const labels = shown.map(({ label }) => label);
  const values = shown.map((row) => formatValue(toTotal(row), unit, row.parts[0]?.kind));
  const bars = { labels, values, top, nameShare: 0.24 };
  const { rows, size, names, frame } = layNamedBars(bars, asked);
  const axis = buildValueAxis(shown.map(toTotal), {
    ...{ unit, scale: 'linear', start: 'from-zero', count: narrow ? 3 : 5 },
  });
  const toX = placeBetween(axis, frame.left, frame.right);
  const segments = shown.flatMap((row, at) => listSegments(row, at, states));
  const y = { y: pixel(({ row }: Segment) => rows.toY(row)) };
  // Whole or not at all: beginnings of names say nothing.
  const isNameable = ({ label: name, from, to }: Segment) =>
    measureText(name, FONT_SIZE) < toX(to) - toX(from) - 8;
  const spots = segments.map(({ from, to, row, place }) => ({
    ...{ x: (toX(from) + toX(to)) / 2, y: rows.toY(row), series: row, period: place },
  }));
  return drawPlot(
    {
      ...{ label, size, frame },
      x: { type: 'linear', domain: [...axis.domain], axis: null },
      y: { type: 'linear', domain: [0, 1], axis: null },
      marks: [
        ...drawLegend(legend),
        ...drawBarAxis(axis, frame, rows),
        Plot.rect(segments, {
          ...{ x1: 'from', x2: 'to', insetRight: 1 },
          y1: pixel(({ row }: Segment) => rows.toY(row) - rows.bar / 2),
          y2: pixel(({ row }: Segment) => rows.toY(row) + rows.bar / 2),
          fill: ({ look, isBack }: Segment) => paint(isBack ? 'back' : look.color),
          fillOpacity: ({ look }: Segment) => look.opacity,
          stroke: ({ look, isBack }: Segment) => paint(isBack ? 'back' : look.color),
          strokeWidth: 0.75,
          // A part too slim for its name says it when it is pointed at.
          title: (one: Segment) => (isNameable(one) ? null : one.label),
        }),
        drawRowRule(names, 0, rows, paint('muted')),
        drawRowNames(names, rows, labels),
        Plot.text(segments.filter(isNameable), {
          ...y,
          x: pixel(({ from }: Segment) => toX(from) + 5),
          ...{ text: 'label', textAnchor: 'start' },
          // Words in a strong fill are of the page's color, all others are ink.
          fill: ({ look, isBack }: Segment) =>
            look.opacity > 0.7 && !isBack ? paint('card') : 'currentColor',
        }),
        Plot.text(shown, {
          x: toTotal,
          y: pixel((_, index) => rows.toY(index)),
          text: (_, index: number) => values[index] ?? '',
          ...{ textAnchor: 'start', dx: 8, fill: 'currentColor', fontVariant: 'tabular-nums' },
        }),
      ],
    },
    spots,
  );
}

function listSegments(
  { parts, isBack = false }: PartsRow,
  row: number,
  states: readonly PartState[],
): Segment[] {
  let from = 0;
  return parts.flatMap((part, place) => {
    const look = states.find(({ id }) => id === part.state);
    if (!look) return [];
    const segment = { ...part, isBack, row, place, look, from, to: from + part.value };
    from = segment.to;
    return [segment];
  });
}
