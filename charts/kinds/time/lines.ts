/**
 * Lines over time. A measured figure has a filled dot, an estimate a hollow one, with its range
 * as a band; a projection hangs on a dashed, lighter line. A hole is bridged by dots, and
 * the longest says what it is. Where a figure starts anew, no line leads to it.
 */
import * as Plot from '@observablehq/plot';
import { isFirm } from '@/units/figure-kind';
import { toMiddle } from '@/units/period';
import { addMarks, drawAnnotations, placeAnnotations } from '../../annotations';
import { type Drawing, isNarrow, ofSeries, type Size } from '../../canvas';
import { paint } from '../../colors';
import { splitIsolated } from '../../isolated-points';
import { assignLineSymbols, type SymbolName, toPlotSymbol } from '../../legend';
import {
  drawAxes,
  drawEndLabels,
  drawTime,
  type TimeFrame,
  toPixelX,
  toPixelY,
} from '../../time-frame';
import { hasValue, listRemarks } from '../figure';
import type { PictureKind } from '../kind';
import {
  drawInsideLabels,
  drawWords,
  isOpen,
  layOutLines,
  listHoles,
  listObstacles,
  listPieces,
  placeWords,
  toPlace,
} from './line-words';
import {
  type Annotation,
  dropGhosts,
  isAt,
  type Point,
  type Series,
  type TimeModel,
} from './model';

export const picture: PictureKind<TimeModel> = { draw: drawLines };

function drawLines(model: TimeModel, size: Size, label: string): Drawing {
  const values = model.series.flatMap(({ points }) =>
    points.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one != null)),
  );
  const { frame, inside } = layOutLines(model, size, values);
  const words = placeWords(model, frame, inside);
  const annotations = placeAnnotations(
    model.annotations ?? [],
    (annotation) => findPoint(annotation, model, frame),
    {
      frame: frame.frame,
      width: size.width,
      obstacles: addMarks(
        listObstacles(model, frame, [...inside, ...words]),
        listRemarks(model).flatMap(({ at }) => {
          const points = at.flatMap(
            (one) => findPoint({ at: one, series: null }, model, frame) ?? [],
          );
          return points.toSorted((a, b) => a.y - b.y).slice(0, 1);
        }),
      ),
    },
  );
  const symbols = assignLineSymbols(dropGhosts(model).series.filter(({ isOwn }) => !isOwn));
  const marks = [
    ...drawAxes(frame),
    // Whatever stands out lies over what steps back.
    ...model.series
      .toSorted((a, b) => Number(!a.isBack) - Number(!b.isBack))
      .flatMap((series) =>
        drawSeries(series, model, {
          narrow: isNarrow(size),
          dotted: hasFewPoints(model),
          symbol: symbols.get(series.id) ?? 'circle',
        }),
      ),
    ...drawEndLabels(frame),
    ...drawInsideLabels(inside),
    ...drawWords(words),
    ...drawAnnotations(annotations),
  ];
  return drawTime({ label, timeFrame: frame, marks }, listSpots(model, frame));
}

/** The figure that an annotation speaks of; of a time as such the one that stands highest. */
function findPoint(
  { at, series: id }: Pick<Annotation, 'at' | 'series'>,
  model: TimeModel,
  frame: TimeFrame,
) {
  const points = model.series
    .filter((series) => id === null || series.id === id)
    .flatMap(({ points }) => points.filter(hasValue).filter((point) => isAt(point, at)))
    .toSorted((a, b) => b.value - a.value);
  return points[0] ? toPlace(points[0], frame) : null;
}

function drawSeries(
  series: Series,
  { scale, course, series: all }: TimeModel,
  { narrow, dotted, symbol }: { narrow: boolean; dotted: boolean; symbol: SymbolName },
): Plot.Markish[] {
  const drawable = (point: Point) =>
    point.value !== null && (scale === 'linear' || point.value > 0);
  const points = series.points.map((point) =>
    drawable(point) ? point : { ...point, value: null },
  );
  const stroke = paint(series.color);
  const own = all.length > 1 ? ofSeries(() => all.indexOf(series)) : {};
  const at = (point: Point) => toMiddle(point.period);
  const height = (point: Point) => point.value ?? Number.NaN;
  const known = points.filter(hasValue);
  const settled = points.map((point) => (isOpen(point) ? { ...point, value: null } : point));
  const line = {
    x: at,
    y: height,
    stroke,
    strokeWidth: narrow ? 1.75 : 2,
    curve: course === 'steps' ? 'step-after' : 'linear',
    ...own,
    ...(series.isOwn ? { strokeDasharray: '7 3' } : {}),
  } as const;
  const pieces = listPieces(settled);
  if (series.ghostOf !== undefined) {
    return listPieces(points).map((piece) =>
      Plot.line(piece.filter(hasValue), { ...line, ...GHOST, strokeWidth: line.strokeWidth - 0.5 }),
    );
  }
  return [
    ...drawRanges(known, { at, stroke, curve: line.curve, own }),
    // An isolated point has a dot. A stock holds where nothing new is known.
    ...pieces.map((piece) =>
      Plot.line(course === 'steps' ? piece.filter(hasValue) : splitIsolated(piece).joined, line),
    ),
    ...(course === 'steps' ? [] : pieces.flatMap(listHoles)).map((hole) =>
      Plot.line(hole, { ...line, strokeWidth: 1.25, strokeDasharray: '1.5 4' }),
    ),
    ...listOpenLegs(points).map((leg) =>
      Plot.line(leg, { ...line, strokeDasharray: '4 4', strokeOpacity: 0.75 }),
    ),
    Plot.dot(dotted || series.isOwn ? known : selectDots(points), {
      x: at,
      y: height,
      r: (narrow ? 2.5 : 3) + (series.isOwn ? 1.5 : 0),
      symbol: toPlotSymbol(series.isOwn ? 'diamond' : symbol),
      stroke,
      strokeWidth: 1.5,
      ...own,
      fill: (point: Point) => (isFirm(point.kind) && !isOpen(point) ? stroke : paint('card')),
    }),
  ];
}

/** A newer vintage stands behind the figures that the picture is about. */
const GHOST = { strokeDasharray: '2 3', strokeOpacity: 0.6 } as const;

const hasRange = (point: Point): boolean => point.low != null && point.high != null;

/** Neighbors with a range each are a band, a range alone is a whisker. */
function drawRanges(
  known: readonly Point[],
  {
    own,
    at,
    stroke,
    curve,
  }: {
    at: (point: Point) => Date;
    stroke: string;
    curve: Plot.Curve;
    own: Partial<ReturnType<typeof ofSeries>>;
  },
): Plot.Markish[] {
  const runs: Point[][] = [];
  for (const [index, point] of known.entries()) {
    if (!hasRange(point)) continue;
    const before = known[index - 1];
    if (before && hasRange(before) && !point.startsAnew) runs.at(-1)!.push(point);
    else runs.push([point]);
  }
  const ends = {
    ...{ x: at, y1: (point: Point) => point.low, y2: (point: Point) => point.high },
    ...own,
  };
  return [
    ...runs
      .filter(({ length }) => length > 1)
      .map((run) => Plot.areaY(run, { ...ends, curve, fill: stroke, fillOpacity: 0.13 })),
    Plot.ruleX(runs.filter(({ length }) => length === 1).flat(), {
      ...ends,
      stroke,
      strokeWidth: 5,
      strokeOpacity: 0.3,
    }),
  ];
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

function listSpots(model: TimeModel, frame: TimeFrame) {
  const place = new Map(frame.periods.map(({ label }, index) => [label, index]));
  return model.series.flatMap(({ points }, series) =>
    points.filter(hasValue).map(({ period, value }) => ({
      x: toPixelX(toMiddle(period), frame),
      y: toPixelY(value, frame),
      series,
      period: place.get(period.label)!,
    })),
  );
}
