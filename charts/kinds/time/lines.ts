/**
 * Lines over time. A measured figure has a filled dot, an estimate a hollow one;
 * a projection hangs on a dashed, lighter line. A missing period breaks the line, and
 * so does a figure that starts anew.
 */
import * as Plot from '@observablehq/plot';
import { isFirm } from '@/units/figure-kind';
import { toMiddle } from '@/units/period';
import { type Drawing, isNarrow, plot, type Size, toHit } from '../../canvas';
import { paint } from '../../colors';
import { splitIsolated } from '../../isolated-points';
import { drawInsideLabels, layOutLines } from '../../line-ends';
import {
  drawAxes,
  drawEndLabels,
  type TimeFrame,
  toDrawing,
  toPixelX,
  toPixelY,
  toScales,
} from '../../time-frame';
import { hasValue } from '../figure';
import type { PictureKind } from '../kind';
import type { Point, Series, TimeModel } from './model';

export const picture: PictureKind<TimeModel> = { draw: drawLines };

function drawLines(model: TimeModel, size: Size, label: string): Drawing {
  const values = model.series.flatMap(({ points }) =>
    points.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one != null)),
  );
  const { frame, inside } = layOutLines(model, size, values);
  const svg = plot({
    label,
    size,
    frame: frame.frame,
    ...toScales(frame),
    marks: [
      ...drawAxes(frame),
      ...model.series.flatMap((series) =>
        drawSeries(series, model, { narrow: isNarrow(size), dotted: hasFewPoints(model) }),
      ),
      ...drawEndLabels(frame),
      ...drawInsideLabels(inside),
    ],
  });
  return toDrawing(svg, frame, listHits(model, frame));
}

function drawSeries(
  series: Series,
  { scale }: TimeModel,
  { narrow, dotted }: { narrow: boolean; dotted: boolean },
): Plot.Markish[] {
  const drawable = (point: Point) =>
    point.value !== null && (scale === 'linear' || point.value > 0);
  const points = series.points.map((point) =>
    drawable(point) ? point : { ...point, value: null },
  );
  const stroke = paint(series.color);
  const at = (point: Point) => toMiddle(point.period);
  const height = (point: Point) => point.value ?? Number.NaN;
  const known = points.filter(hasValue);
  const settled = points.map((point) => (isOpen(point) ? { ...point, value: null } : point));
  const line = {
    x: at,
    y: height,
    stroke,
    strokeWidth: narrow ? 1.75 : 2,
    curve: 'linear',
    ...(series.isOwn ? { strokeDasharray: '7 3' } : {}),
  } as const;
  const pieces = countStarts(points);
  return [
    Plot.ruleX(known.filter(hasRange), {
      x: at,
      y1: (point: Point) => point.low,
      y2: (point: Point) => point.high,
      stroke,
      strokeWidth: 5,
      strokeOpacity: 0.3,
    }),
    // An isolated point has a dot.
    Plot.line(splitIsolated(settled).joined, pieces.at(-1) === 0 ? line : { ...line, z: pieces }),
    ...listOpenLegs(points).map((leg) =>
      Plot.line(leg, { ...line, strokeDasharray: '4 4', strokeOpacity: 0.75 }),
    ),
    Plot.dot(dotted || series.isOwn ? known : selectDots(points), {
      x: at,
      y: height,
      r: (narrow ? 2.5 : 3) + (series.isOwn ? 1.5 : 0),
      symbol: series.isOwn ? 'diamond' : 'circle',
      stroke,
      strokeWidth: 1.5,
      fill: (point: Point) => (isFirm(point.kind) && !isOpen(point) ? stroke : paint('card')),
    }),
  ];
}

/** What is not settled: projected, or of a period that was not over. */
const isOpen = ({ kind, isUnfinished = false }: Point): boolean =>
  kind === 'projection' || isUnfinished;

const hasRange = (point: Point): boolean => point.low != null && point.high != null;

/** For each point the number of the piece of line that it belongs to, from 0. */
function countStarts(points: readonly Point[]): number[] {
  let piece = 0;
  return points.map(({ startsAnew }, index) => {
    if (startsAnew && index > 0) piece += 1;
    return piece;
  });
}

/** From the last settled figure to each open one that follows it. */
function listOpenLegs(points: readonly Point[]): Point[][] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const isLeg =
      isOpen(point) && point.value !== null && before?.value != null && !point.startsAnew;
    return isLeg ? [[before!, point]] : [];
  });
}

// Above this many figures dots merge into a caterpillar; then only the last one,
// projections and figures with no neighbor keep theirs.
const MOST_DOTS = 24;

function hasFewPoints({ series }: TimeModel): boolean {
  return series.every(({ points }) => points.filter(hasValue).length <= MOST_DOTS);
}

function selectDots(points: readonly Point[]): Point[] {
  const known = points.filter(hasValue);
  return points.filter((point, index) => {
    if (point.value === null) return false;
    const [before, after] = [points[index - 1], points[index + 1]];
    const isAlone =
      (before?.value == null || point.startsAnew) && (after?.value == null || after.startsAnew);
    return isAlone || point === known.at(-1) || isOpen(point);
  });
}

function listHits(model: TimeModel, frame: TimeFrame) {
  const place = new Map(frame.periods.map(({ label }, index) => [label, index]));
  return model.series.flatMap(({ points }, series) =>
    points.filter(hasValue).map(({ period, value }) =>
      toHit(
        {
          x: toPixelX(toMiddle(period), frame),
          y: toPixelY(value, frame),
          series,
          period: place.get(period.label)!,
        },
        frame.frame,
      ),
    ),
  );
}
