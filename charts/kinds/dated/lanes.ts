/**
 * Events by date, one lane for each group. Dots that would cover each other stand
 * above one another, as far as the lane is high; names stand where there is room. Of very
 * many a lane has bars, one for each month or year.
 */
import * as Plot from '@observablehq/plot';
import { rollup, sum } from 'd3-array';
import { addDays, toUtc } from '@/units/date';
import { isFirm } from '@/units/figure-kind';
import { type Period, parsePeriod, toMiddle } from '@/units/period';
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
import { paint, paintFill, paintWord } from '../../colors';
import { measureText, nameInFull, truncateText } from '../../text-width';
import { drawTimeLabels } from '../../tick-labels';
import type { PictureKind } from '../kind';
import { type Band, findBands, findMost, toEdges } from './bands';
import { buildDateAxis, type DatedDot, drawDots, listDates, listDots } from './dated-frame';
import { type DatedGroup, type DatedModel, listDatedEntries } from './model';

const DOT_STEP = 9;
// Air above, the axis below.
const AROUND = 38;
const LEAST_LANE = 32;

export const picture: PictureKind<DatedModel> = {
  draw: drawLanes,
  hasOwnHeight: true,
  rows: {
    countDrawn: (model) => listLanes(model).length,
    countFitting: (_, { height }) => Math.max(1, Math.floor((height - AROUND) / LEAST_LANE)),
    keep(model, rows) {
      const lanes = listLanes(model);
      return {
        shown: { ...model, groups: lanes.slice(0, rows) },
        left: Math.max(0, lanes.length - rows),
        note: rows < lanes.length ? `The first ${rows} of ${lanes.length} rows.` : null,
      };
    },
  },
};

const listLanes = ({ groups }: DatedModel) => groups.filter(({ entries }) => entries.length > 0);

/** The height follows from the lanes, which draw closer together where room is short. */
function drawLanes(
  model: DatedModel,
  { width, mostHeight = Number.POSITIVE_INFINITY }: Size,
  label: string,
): Drawing {
  const narrow = isNarrow({ width });
  const lanes = listLanes(model);
  const banded = findBands(model);
  const bands = banded?.bands ?? [];
  const room = (mostHeight - AROUND) / Math.max(1, lanes.length);
  const heights = lanes.map((lane) =>
    model.isGathered
      ? Math.min(
          Math.max(LEAST_LANE, countHighest(lane) * DOT_STEP + 12),
          Math.max(LEAST_LANE, room),
        )
      : Math.max(LEAST_LANE, Math.min(model.named ? 54 : 50, room)),
  );
  const size = { width, height: AROUND + sum(heights) };
  const names = lanes.map((lane) =>
    truncateText(lane.label, width * (narrow ? 0.26 : 0.2), FONT_SIZE),
  );
  const frame: Frame = {
    left: Math.max(...names.map((name) => measureText(name, FONT_SIZE, 600)), 20) + 14,
    right: width - 12,
    top: 8,
    bottom: size.height - 28,
  };
  const halves = model.isGathered
    ? lanes.flatMap(({ entries }) => entries.map(({ date }) => toHalfYear(date)))
    : [];
  const dates = listDates(banded?.rest ?? model, [...bands.flatMap(toEdges), ...halves]);
  const time = buildDateAxis(dates, frame);
  const toX = placeBetween(time, frame.left, frame.right);
  const toBase = (lane: number) => frame.top + sum(heights.slice(0, lane + 1)) - 8;
  const places = new Map(lanes.map(({ id }, lane) => [id, lane]));
  const dots = stackDots(
    listDots(
      banded?.rest ?? model,
      (at, { date }) => toX(model.isGathered ? toMiddle(toHalfYear(date)) : at),
      (_, { id }) => toBase(places.get(id)!),
    ),
    ({ id }) => Math.floor((heights[places.get(id)!]! - 5) / DOT_STEP),
  );
  const bars = placeBars(bands, {
    toX,
    toFloor: ({ group }) => toBase(places.get(group.id)!) + 8,
    highest: Math.min(...heights) - 6,
  });
  const indices = lanes.map((_, lane) => lane);
  const whole = new Map(listDatedEntries(model).map(({ entry }, index) => [entry, index]));
  const spots = [
    ...bars.map(({ band, x1, x2, top: y }, index) => ({
      ...{ x: (x1 + x2) / 2, y, series: places.get(band.group.id)!, period: whole.size + index },
    })),
    ...dots.map(({ x, y, group, entry }) => ({
      ...{ x, y, series: places.get(group.id)!, period: whole.get(entry)! },
    })),
  ];
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: 'utc', domain: time.domain, axis: null },
      y: { type: 'linear', domain: [1, 0], axis: null },
      marks: [
        Plot.ruleX(time.ticks, { x: 'at', stroke: paint('grid') }),
        drawTimeLabels(time),
        Plot.ruleY(indices, {
          y: pixel((lane: number) => toBase(lane) + 8),
          stroke: paint('grid'),
          insetLeft: -frame.left,
        }),
        Plot.text(indices, {
          x: pixel(() => 2),
          y: pixel((lane: number) => toBase(lane) - 2),
          text: (lane: number) => names[lane]!,
          ...nameInFull(
            names,
            lanes.map((lane) => lane.label),
          ),
          textAnchor: 'start',
          fontWeight: 600,
          fill: (lane: number) => paintWord(lanes[lane]!.color),
        }),
        ...drawBars(bars),
        ...drawDots(dots, { named: model.named, narrow, bounds: frame }),
      ],
    },
    spots,
  );
}

/** The half year that holds the middle of a date. */
function toHalfYear(date: Period): Period {
  const middle = toMiddle(date);
  return parsePeriod(`${middle.getUTCFullYear()}-H${middle.getUTCMonth() < 6 ? 1 : 2}`)!;
}

/** How many dots of a lane stand above one another where those of a half year do. */
const countHighest = ({ entries }: DatedGroup): number =>
  Math.max(
    ...rollup(
      entries,
      (own) => own.length,
      ({ date }) => toHalfYear(date).label,
    ).values(),
  );

/** A month or year of a lane, in pixels. */
interface Bar {
  readonly band: Band;
  readonly x1: number;
  readonly x2: number;
  readonly top: number;
  readonly floor: number;
}

/** Bars on the floor of their lanes, the fullest as high as there is room. */
function placeBars(
  bands: readonly Band[],
  to: { toX: (at: Date) => number; toFloor: (band: Band) => number; highest: number },
): Bar[] {
  const most = findMost(bands);
  const tops = new Map<string, number>();
  return bands.map((band) => {
    const { start, end, label } = band.period;
    // The kinds of one month stand on one another.
    const place = `${band.group.id} ${label}`;
    const floor = tops.get(place) ?? to.toFloor(band);
    const top = floor - (band.count / most) * to.highest;
    tops.set(place, top);
    return { band, x1: to.toX(toUtc(start)), x2: to.toX(toUtc(addDays(end, 1))), top, floor };
  });
}

/** Filled where the dots would be, else outlined. */
function drawBars(bars: readonly Bar[]): Plot.Markish[] {
  const color = ({ band }: Bar) => paintFill(band.group.color);
  return [
    Plot.rect(bars, {
      x1: pixel('x1'),
      x2: pixel('x2'),
      y1: pixel('top'),
      y2: pixel('floor'),
      stroke: color,
      strokeWidth: 0.75,
      fill: (bar: Bar) => (isFirm(bar.band.kind) ? color(bar) : paint('card')),
      fillOpacity: 0.8,
    }),
  ];
}

/** Lifts a dot above earlier ones of its lane that it would touch, until `most` stand there; then they overlap. */
function stackDots(
  dots: readonly DatedDot[],
  countMost: (group: DatedGroup) => number,
): DatedDot[] {
  const placed: DatedDot[] = [];
  for (const dot of dots) {
    const near = placed.filter(
      (other) => other.group === dot.group && Math.abs(other.x - dot.x) < DOT_STEP - 1,
    );
    const levels = new Set(near.map(({ y }) => Math.round((dot.y - y) / DOT_STEP)));
    let level = 0;
    while (levels.has(level) && level < countMost(dot.group) - 1) level += 1;
    placed.push({ ...dot, y: dot.y - level * DOT_STEP });
  }
  return placed;
}
