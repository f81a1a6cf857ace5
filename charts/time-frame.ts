/**
 * What every chart over time shares: the plot area, axes, grid, zero line, and
 * the labels at the right edge that stand in for a legend.
 */
import * as Plot from '@observablehq/plot';
import { type Period, toMiddle } from '@/units/period';
import {
  type Drawing,
  type DrawnLink,
  drawPlot,
  FONT_SIZE,
  type Frame,
  type Hit,
  isNarrow,
  pixel,
  placeBetween,
  type Size,
} from './canvas';
import { paint } from './colors';
import { listTimePeriods, type TimeMark, type TimeModel } from './kinds/time/model';
import {
  drawFittedLabels,
  type EndLabel,
  type FittedLabel,
  fitEndLabels,
  measureEndLabels,
} from './labels';
import { buildLegend, countLegendRows, drawLegend, LEGEND_ROW, type LegendEntry } from './legend';
import { measureText, truncateText } from './text-width';
import { drawTimeLabels } from './tick-labels';
import { buildTimeAxis, type TimeAxis } from './time-axis';
import { buildValueAxis, type ValueAxis } from './value-axis';

export interface TimeFrame {
  readonly size: Size;
  readonly frame: Frame;
  readonly periods: readonly Period[];
  readonly time: TimeAxis;
  readonly value: ValueAxis;
  readonly labels: readonly FittedLabel[];
  readonly legend: readonly LegendEntry[];
  readonly marks: readonly PlacedMark[];
}

/** Lays out the plot area around the axis ticks on the left and the labels on the right. */
export function buildTimeFrame(
  model: TimeModel,
  options: { size: Size; values: readonly number[]; labels: readonly EndLabel[]; whole: boolean },
): TimeFrame {
  const { size, values, whole } = options;
  const narrow = isNarrow(size);
  const value = buildValueAxis(values, {
    unit: model.unit,
    scale: model.scale,
    start: model.axis,
    count: narrow ? 4 : 5,
  });
  const mostLabelRoom = size.width * (narrow ? 0.38 : 0.26);
  const hasLegend = options.labels.filter(({ amount }) => amount === '').length > 1;
  const legend = hasLegend ? buildLegend(options.labels, size) : [];
  const tickWidths = value.ticks.map((tick) => measureText(value.format(tick), FONT_SIZE));
  const top =
    14 +
    (model.scale === 'log' ? 14 : 0) +
    countLegendRows(legend) * LEGEND_ROW +
    (model.marks?.length ? MARK_ROOM : 0);
  const bottom = size.height - 26;
  const labels = hasLegend
    ? []
    : fitEndLabels(options.labels, { room: mostLabelRoom, height: bottom - top });
  const frame = {
    left: Math.max(...tickWidths, 16) + 10,
    right: size.width - (labels.length > 0 ? measureEndLabels(labels) : 22),
    top,
    bottom,
  };
  const periods = listTimePeriods(model);
  const time = buildTimeAxis(periods, { pixels: frame.right - frame.left, whole });
  const marks = placeMarks(model.marks ?? [], { time, frame });
  return { size, frame, periods, time, value, labels, legend, marks };
}

/** Grid and axes, to be drawn below the data. */
export function drawAxes(timeFrame: TimeFrame): Plot.Markish[] {
  const { time, value, frame, marks } = timeFrame;
  const ticks = keepApart(value.ticks, timeFrame);
  return [
    ...(marks.length > 0 ? drawMarks(marks, frame) : []),
    Plot.gridY(ticks, { stroke: paint('grid'), strokeOpacity: 1 }),
    // Not Plot's own axis: on a log scale it drops labels it thinks too many.
    Plot.text(ticks, {
      y: (tick: number) => tick,
      text: (tick: number) => value.format(tick),
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -8,
      fill: paint('muted'),
      fontVariant: 'tabular-nums',
    }),
    drawTimeLabels(time),
    Plot.ruleX(time.ticks, {
      x: 'at',
      insetTop: frame.bottom - frame.top,
      insetBottom: -5,
      stroke: paint('rule'),
    }),
    ...(value.domain[0] <= 0 && value.type === 'linear'
      ? [Plot.ruleY([0], { stroke: paint('muted'), strokeWidth: 1 })]
      : []),
    ...(value.type === 'log'
      ? [
          Plot.text(['log scale'], {
            frameAnchor: 'top-left',
            dx: -frame.left + 2,
            dy: -24,
            textAnchor: 'start',
            fill: paint('muted'),
            fontStyle: 'italic',
          }),
        ]
      : []),
  ];
}

/** From the lowest on, the ticks whose labels keep clear of the one before: of low pictures not all. */
function keepApart(ticks: readonly number[], timeFrame: TimeFrame): number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const below = kept.at(-1);
    const isClear =
      below === undefined ||
      toPixelY(below, timeFrame) - toPixelY(tick, timeFrame) >= LEAST_TICK_DISTANCE;
    if (isClear) kept.push(tick);
  }
  return kept;
}

const LEAST_TICK_DISTANCE = FONT_SIZE * 1.2;

/** The labels at the right edge, or the legend where they would not work. */
export function drawEndLabels(timeFrame: TimeFrame): Plot.Markish[] {
  const { labels, legend, frame } = timeFrame;
  if (legend.length > 0) return drawLegend(legend);
  if (labels.length === 0) return [];
  return drawFittedLabels(labels, {
    frame,
    toX: (at) => toPixelX(at, timeFrame),
    toY: (value) => toPixelY(value, timeFrame),
  });
}

/** The finished drawing, with what the frame placed next to the picture itself. */
export function drawTime(
  { label, timeFrame, marks }: { label: string; timeFrame: TimeFrame; marks: Plot.Markish[] },
  spots: readonly Hit[],
): Drawing {
  const { size, frame } = timeFrame;
  const drawing = drawPlot({ label, size, frame, ...toScales(timeFrame), marks }, spots);
  return { ...drawing, links: listMarkLinks(timeFrame.marks, frame) };
}

/** Where a moment stands, in pixels of the drawing. */
export function toPixelX(at: Date, { time, frame }: TimeFrame): number {
  return placeBetween(time, frame.left, frame.right)(at);
}

/**
 * Where a value stands, in pixels of the drawing; values off the axis fall outside
 * the plot area. What a log axis has no place for stands on its floor.
 */
export function toPixelY(amount: number, { value, frame }: TimeFrame): number {
  if (value.type === 'log' && amount <= 0) return frame.bottom;
  return placeBetween(value, frame.bottom, frame.top)(amount);
}

/** The options that make Plot agree with `toPixelX` and `toPixelY`. */
export function toScales({ time, value }: TimeFrame) {
  return {
    x: { type: 'utc', domain: time.domain, axis: null },
    y: { type: value.type, domain: value.domain, axis: null },
  } as const;
}

/**
 * What happened, above the plot: a thin rule and a short label at the top edge.
 * Marks whose labels would touch one that is already placed are left out.
 */

/** Room that the labels take above the plot. */
const MARK_ROOM = 20;

const WIDEST = 170;
// Between a text and the next rule, from which the next text keeps its own distance.
const AIR = 6;

interface PlacedMark {
  readonly mark: TimeMark;
  readonly at: Date;
  /** As much of the label as there is room for. */
  readonly text: string;
  readonly x: number;
  /** Labels that have no room after their rule end at it. */
  readonly anchor: 'start' | 'end';
}

/** The marks that have room, in order of time; those named first are placed first. */
export function placeMarks(
  marks: readonly TimeMark[],
  { time, frame }: { time: TimeAxis; frame: Frame },
): PlacedMark[] {
  const [from, to] = time.domain;
  const taken: (readonly [number, number])[] = [];
  const placed = marks.flatMap((mark): PlacedMark[] => {
    const at = toMiddle(mark.date);
    if (at < from || at > to) return [];
    const x = placeBetween(time, frame.left, frame.right)(at);
    const text = truncateText(mark.label, WIDEST, FONT_SIZE);
    const width = measureText(text, FONT_SIZE);
    const isFree = ([from, to]: readonly [number, number]) =>
      from >= frame.left - 4 &&
      to <= frame.right &&
      taken.every(([start, end]) => to + AIR < start || from - AIR > end);
    const side = (
      [
        { anchor: 'start', box: [x, x + width] },
        { anchor: 'end', box: [x - width, x] },
      ] as const
    ).find(({ box }) => isFree(box));
    if (!side) return [];
    taken.push(side.box);
    return [{ mark, at, text, x, anchor: side.anchor }];
  });
  return placed.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function drawMarks(marks: readonly PlacedMark[], frame: Frame): Plot.Markish[] {
  return [
    Plot.ruleX(marks, {
      x: 'at',
      stroke: paint('muted'),
      strokeDasharray: '1 3',
      insetTop: -MARK_ROOM + 4,
    }),
    ...(['start', 'end'] as const).map((anchor) =>
      Plot.text(
        marks.filter((mark) => mark.anchor === anchor),
        {
          x: 'at',
          y: pixel(() => frame.top - MARK_ROOM + 8),
          text: 'text',
          textAnchor: anchor,
          dx: anchor === 'start' ? 4 : -4,
          fill: paint('muted'),
        },
      ),
    ),
  ];
}

/** The labels as links to what happened. */
export function listMarkLinks(marks: readonly PlacedMark[], frame: Frame): DrawnLink[] {
  return marks.map(({ mark, text, x, anchor }) => {
    const width = measureText(text, FONT_SIZE) + 8;
    return {
      x: anchor === 'start' ? x : x - width,
      y: frame.top - MARK_ROOM,
      width,
      height: MARK_ROOM - 4,
      text: mark.title ?? mark.label,
      href: mark.href,
    };
  });
}
