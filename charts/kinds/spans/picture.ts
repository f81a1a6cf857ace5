/**
 * Bars from the day something began to hold to the day it ended, a row for each thing. A bar
 * names what it is wherever its words have room; a legend names all.
 */
import * as Plot from '@observablehq/plot';
import { toUtc } from '@/units/date';
import { parsePeriod, toMiddle } from '@/units/period';
import { fitRow } from '../../bar-rows';
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
import { paint, paintUnlessBack } from '../../colors';
import { buildLegend, countLegendRows, drawLegend, LEGEND_ROW } from '../../legend';
import { measureText, nameInFull, truncateText } from '../../text-width';
import { drawTimeLabels } from '../../tick-labels';
import { buildTimeAxis } from '../../time-axis';
import type { PictureKind } from '../kind';
import { nameState, type Span, type SpanRow, type SpansModel } from './kind';

export const picture: PictureKind<SpansModel> = {
  draw,
  hasOwnHeight: true,
  // Counted in spans, as the figures of a model are; a row is drawn with all of its own.
  rows: {
    countDrawn: ({ rows }) => countSpans(rows.slice(0, MOST_ROWS)),
    countFitting: ({ rows }, { height }) =>
      countSpans(rows.slice(0, Math.max(1, Math.floor((height - AROUND) / ROW.least)))),
    countIn: ({ rows }, count) => countSpans(rows.slice(0, count)),
    keep(model, count) {
      const rows = model.rows.filter((_, at) => countSpans(model.rows.slice(0, at + 1)) <= count);
      const of = model.rows.length;
      if (rows.length === of) return { shown: model, note: null, left: 0 };
      const note = `The first ${rows.length} of ${of} rows.`;
      return { shown: { ...model, rows }, note, left: of - rows.length };
    },
  },
};

const countSpans = (rows: readonly SpanRow[]): number =>
  rows.reduce((sum, { spans }) => sum + spans.length, 0);

const MOST_ROWS = 60;
const ROW = { usual: 20, least: 14 } as const;
// A legend of one row above, the axis below.
const AROUND = LEGEND_ROW + 8 + 28;

/** The height follows from the rows, which draw closer together where room is short. */
function draw(model: SpansModel, asked: Size, label: string): Drawing {
  const { width, mostHeight = Number.POSITIVE_INFINITY } = asked;
  const rows = model.rows.slice(0, MOST_ROWS);
  const used = new Set(rows.flatMap(({ spans }) => spans.map(({ state }) => state)));
  const states = model.states.filter(({ id }) => used.has(id));
  const legend = buildLegend(
    states.map(({ label, color, opacity }) => ({ name: label, color, opacity })),
    asked,
  );
  const top = countLegendRows(legend) * LEGEND_ROW + 8;
  const rowHeight = fitRow(ROW, rows.length, mostHeight - top - 28);
  const size = { width, height: top + rows.length * rowHeight + 28 };
  const labels = rows.map((row) => row.label);
  const names = labels.map((name) =>
    truncateText(name, width * (isNarrow(asked) ? 0.34 : 0.24), FONT_SIZE),
  );
  const frame: Frame = {
    left: Math.max(20, ...names.map((name) => measureText(name, FONT_SIZE))) + 12,
    right: width - 8,
    top,
    bottom: size.height - 28,
  };
  const ends = [model.start, model.until].map((day) => parsePeriod(day)!);
  const axis = buildTimeAxis(ends, { pixels: frame.right - frame.left, whole: true });
  const [from, to] = axis.domain;
  const clamp = (at: Date) =>
    new Date(Math.min(to.getTime(), Math.max(from.getTime(), at.getTime())));
  const toX = placeBetween(axis, frame.left, frame.right);
  const toY = (row: number) => top + (row + 0.5) * rowHeight;
  const bars = rows.flatMap((row, series) =>
    row.spans.map((span, period) => {
      const begin = toX(clamp(toMiddle(span.period)));
      const end = toX(clamp(span.end ? toUtc(span.end) : to));
      return {
        span,
        series,
        period,
        ...(row.isBack && { isBack: true }),
        x1: begin,
        x2: end,
        y: toY(series),
      };
    }),
  );
  const reach = rowHeight / 2 - 2;
  const spots = bars.map(({ x1, x2, ...place }) => ({ ...place, x: (x1 + x2) / 2 }));
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: 'utc', domain: [...axis.domain], axis: null },
      y: { type: 'linear', domain: [1, 0], axis: null },
      marks: [
        ...drawLegend(legend),
        Plot.ruleX(axis.ticks, { x: 'at', stroke: paint('grid') }),
        drawTimeLabels(axis),
        ...states.map(({ id, color, opacity }) =>
          Plot.rect(
            bars.filter(({ span }) => span.state === id),
            {
              x1: pixel('x1'),
              // A hair between neighbors.
              x2: pixel(({ x2 }) => x2 - 1),
              y1: pixel(({ y }) => y - reach),
              y2: pixel(({ y }) => y + reach),
              fill: paintUnlessBack(bars, color),
              fillOpacity: opacity,
            },
          ),
        ),
        Plot.text(bars.filter(hasRoom(model)), {
          x: pixel(({ x1 }) => x1 + 5),
          y: pixel('y'),
          text: ({ span }: Bar) => nameState(model, span),
          textAnchor: 'start',
          fill: 'currentColor',
        }),
        Plot.text(names, {
          x: pixel(() => 0),
          y: pixel((_, index) => toY(index)),
          text: (name: string) => name,
          ...nameInFull(names, labels),
          textAnchor: 'start',
          fill: 'currentColor',
        }),
      ],
    },
    spots,
  );
}

interface Bar {
  readonly span: Span;
  readonly x1: number;
  readonly x2: number;
}

/** Whether a bar is as long as the words of its state. */
const hasRoom =
  (model: SpansModel) =>
  ({ span, x1, x2 }: Bar): boolean =>
    measureText(nameState(model, span), FONT_SIZE) + 12 < x2 - x1;
