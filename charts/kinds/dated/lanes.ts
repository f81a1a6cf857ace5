/**
 * Events by date, one lane for each group. Dots that would cover each other stand
 * above one another, as far as the lane is high; names stand where there is room.
 */
import * as Plot from '@observablehq/plot';
import {
  type Drawing,
  FONT_SIZE,
  type Frame,
  isNarrow,
  pixel,
  plot,
  type Size,
  toHit,
} from '../../canvas';
import { paint } from '../../colors';
import { measureText, truncateText } from '../../text-width';
import { drawTimeLabels } from '../../tick-labels';
import type { PictureKind } from '../kind';
import { buildDateAxis, type DatedDot, drawDots, listDates, listDots } from './dated-frame';
import type { DatedModel } from './model';

const DOT_STEP = 9;
// Air above, the axis below.
const AROUND = 38;
const LEAST_LANE = 32;

export const picture: PictureKind<DatedModel> = { draw: drawLanes, hasOwnHeight: true };

/** The height follows from the lanes, which draw closer together where room is short. */
function drawLanes(
  model: DatedModel,
  { width, mostHeight = Number.POSITIVE_INFINITY }: Size,
  label: string,
): Drawing {
  const narrow = isNarrow({ width });
  const lanes = model.groups.filter(({ entries }) => entries.length > 0);
  const room = (mostHeight - AROUND) / Math.max(1, lanes.length);
  const laneHeight = Math.max(LEAST_LANE, Math.min(model.named ? 54 : 50, room));
  const size = { width, height: AROUND + lanes.length * laneHeight };
  const names = lanes.map((lane) =>
    truncateText(lane.label, width * (narrow ? 0.26 : 0.2), FONT_SIZE),
  );
  const frame: Frame = {
    left: Math.max(...names.map((name) => measureText(name, FONT_SIZE, 600)), 20) + 14,
    right: width - 12,
    top: 8,
    bottom: size.height - 28,
  };
  const time = buildDateAxis(listDates(model), frame);
  const [from, to] = time.domain;
  const toX = (at: Date) =>
    frame.left +
    ((at.getTime() - from.getTime()) / (to.getTime() - from.getTime())) *
      (frame.right - frame.left);
  const toBase = (lane: number) => frame.top + (lane + 1) * laneHeight - 8;
  const places = new Map(lanes.map(({ id }, lane) => [id, lane]));
  const dots = stackDots(
    listDots(model, toX, (_, { id }) => toBase(places.get(id)!)),
    Math.floor((laneHeight - 5) / DOT_STEP),
  );
  const indices = lanes.map((_, lane) => lane);
  const svg = plot({
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
        textAnchor: 'start',
        fontWeight: 600,
        fill: (lane: number) => paint(lanes[lane]!.color),
      }),
      ...drawDots(dots, { named: model.named, narrow, bounds: frame }),
    ],
  });
  const hits = dots.map(({ x, y, group, index }) =>
    toHit({ x, y, series: places.get(group.id)!, period: index }, frame),
  );
  return { svg, ...size, frame, hits };
}

/** Lifts a dot above earlier ones of its lane that it would touch, until `most` stand there; then they overlap. */
function stackDots(dots: readonly DatedDot[], most: number): DatedDot[] {
  const placed: DatedDot[] = [];
  for (const dot of dots) {
    const near = placed.filter(
      (other) => other.group === dot.group && Math.abs(other.x - dot.x) < DOT_STEP - 1,
    );
    const levels = new Set(near.map(({ y }) => Math.round((dot.y - y) / DOT_STEP)));
    let level = 0;
    while (levels.has(level) && level < most - 1) level += 1;
    placed.push({ ...dot, y: dot.y - level * DOT_STEP });
  }
  return placed;
}
