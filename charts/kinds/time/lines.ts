/**
 * Lines over time. A measured figure has a filled dot, an estimate a hollow one, with its range
 * as a band; a projection hangs on a dashed, lighter line. A hole is bridged by dots, and
 * the longest says what it is. Where a figure starts anew, no line leads to it.
 */
import * as Plot from '@observablehq/plot';
import { addDays } from '@/units/date';
import { isFirm } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { formatPeriod, type Period, toMiddle } from '@/units/period';
import { drawAnnotations, type Obstacles, placeAnnotations } from '../../annotations';
import {
  type Drawing,
  FONT_SIZE,
  isNarrow,
  ofSeries,
  pixel,
  plot,
  type Size,
  toHit,
} from '../../canvas';
import { paint, paintWord } from '../../colors';
import { splitIsolated } from '../../isolated-points';
import type { EndLabel } from '../../labels';
import { assignLineSymbols, type SymbolName, toPlotSymbol } from '../../legend';
import { type PlacedName, placeClearNames, type Segment } from '../../point-labels';
import { measureText } from '../../text-width';
import {
  buildTimeFrame,
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
import {
  type Annotation,
  dropGhosts,
  getLastPoint,
  isAt,
  isNameless,
  type Point,
  type Series,
  type TimeModel,
  toMark,
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
      obstacles: listObstacles(model, frame, [...inside, ...words]),
    },
  );
  const symbols = assignLineSymbols(dropGhosts(model).series.filter(({ isOwn }) => !isOwn));
  const svg = plot({
    label,
    size,
    frame: frame.frame,
    ...toScales(frame),
    marks: [
      ...drawAxes(frame),
      ...model.series.flatMap((series) =>
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
    ],
  });
  return toDrawing(svg, frame, listHits(model, frame));
}

/** The figure that an annotation speaks of; of a time as such the one that stands highest. */
function findPoint({ at, series: id }: Annotation, model: TimeModel, frame: TimeFrame) {
  const points = model.series
    .filter((series) => id === null || series.id === id)
    .flatMap(({ points }) => points.filter(hasValue).filter((point) => isAt(point, at)))
    .toSorted((a, b) => b.value - a.value);
  return points[0] ? toPlace(points[0], frame) : null;
}

function listObstacles(model: TimeModel, frame: TimeFrame, words: readonly Word[]): Obstacles {
  return {
    lines: listSegments(model, frame),
    boxes: words.map(({ x, y, text, anchor }) => {
      const width = measureText(text, FONT_SIZE, 600);
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return { left, right: left + width, top: y - 7, bottom: y + 7 };
    }),
  };
}

const toPlace = ({ period, value }: Point & { value: number }, frame: TimeFrame) => ({
  x: toPixelX(toMiddle(period), frame),
  y: toPixelY(value, frame),
});

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

/** What is not settled: projected, or of a period that was not over. */
const isOpen = ({ kind, isUnfinished = false }: Point): boolean =>
  kind === 'projection' || isUnfinished;

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

/** The pieces of a line, each of which counts the same thing throughout. */
function listPieces(points: readonly Point[]): Point[][] {
  const pieces: Point[][] = [[]];
  for (const point of points) {
    if (point.startsAnew && pieces.at(-1)!.some(hasValue)) pieces.push([]);
    pieces.at(-1)!.push(point);
  }
  return pieces;
}

/** The figures at both ends of each hole in a piece. */
function listHoles(piece: readonly Point[]): Hole[] {
  const known = piece.flatMap((point, index) => (hasValue(point) ? [{ point, index }] : []));
  return known.flatMap(({ point, index }, place): Hole[] => {
    const before = known[place - 1];
    return before && index - before.index > 1 ? [[before.point, point]] : [];
  });
}

type Known = Point & { readonly value: number };
type Hole = readonly [from: Known, to: Known];

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

/**
 * What lines are called and worth at their end. A line that ends before the picture
 * does is named at its own end where there is room, so that an old value does not
 * pass for today's; else at the edge, with its period.
 */

/** The frame, and the labels inside of it. Labels at the edge take room from the picture, so that it is laid out anew. */
function layOutLines(model: TimeModel, size: Size, values: readonly number[]) {
  const labels = listEndLabels(model);
  const earlier = listEarlierLabels(model);
  const old = labels.filter(({ when }) => when !== null);
  let atEdge = labels.filter(({ when }) => when === null);
  for (;;) {
    const frame = buildTimeFrame(model, { size, values, labels: atEdge, whole: false });
    const inside = placeInside(
      [...old.filter((label) => !atEdge.includes(label)), ...earlier],
      model,
      frame,
    );
    const unplaced = old.filter(
      (label) => !atEdge.includes(label) && inside.every((one) => one.label !== label),
    );
    if (unplaced.length === 0) return { frame, inside };
    atEdge = labels.filter((label) => atEdge.includes(label) || unplaced.includes(label));
  }
}

function listEndLabels(model: TimeModel): EndLabel[] {
  const ends = model.series.flatMap((series) => getLastPoint(series)?.period.end ?? []);
  const newest = ends.sort().at(-1) ?? '';
  return model.series.flatMap((series, index): EndLabel[] => {
    const last = getLastPoint(series);
    if (!last || series.ghostOf !== undefined) return [];
    const mark = toMark(last) || (last.kind === 'projection' ? ' (proj.)' : '');
    return [
      {
        name: isNameless(model) ? '' : series.label,
        ...(isNameless(model) || !series.short ? {} : { short: series.short }),
        amount: formatValue(last.value, model.unit, last.kind) + mark,
        when: addDays(last.period.end, SAME_TIME) < newest ? toShortPeriod(last.period) : null,
        color: series.color,
        series: index,
        value: last.value,
        from: toMiddle(last.period),
      },
    ];
  });
}

/** Of a line in pieces, the end of each but the last: they stand inside, where there is room. */
function listEarlierLabels({ series, unit }: TimeModel): EndLabel[] {
  return series.flatMap(({ label, short: name = label, color, points, ghostOf }, place) =>
    listPieces(ghostOf === undefined ? points : [])
      .slice(0, -1)
      .flatMap((piece) => piece.findLast(hasValue) ?? [])
      .map(({ value, kind, period }) => ({
        ...{ name, color, value, series: place, when: toShortPeriod(period) },
        amount: formatValue(value, unit, kind),
        from: toMiddle(period),
      })),
  );
}

/** Days by which ends may differ and still be the same time: fiscal quarters, editions of lists. */
const SAME_TIME = 15;

const toShortPeriod = ({ kind, label }: Period): string =>
  formatPeriod(kind === 'day' ? label.slice(0, 7) : label);

interface InsideLabel extends PlacedName {
  readonly label: EndLabel;
  readonly text: string;
}

function placeInside(
  labels: readonly EndLabel[],
  model: TimeModel,
  frame: TimeFrame,
): InsideLabel[] {
  if (labels.length === 0) return [];
  const ends = labels.map(({ name, amount, from, value }) => ({
    x: toPixelX(from!, frame),
    y: toPixelY(value, frame),
    text: [name, amount].filter(Boolean).join(' '),
    weight: 600 as const,
  }));
  const others = model.series
    .flatMap(({ points }) => points.filter(hasValue).map((point) => toPlace(point, frame)))
    .filter(({ x, y }) => ends.every((end) => end.x !== x || end.y !== y))
    .map((place) => ({ ...place, text: '' }));
  const lines = listSegments(model, frame);
  return placeClearNames([...ends, ...others], frame.frame, lines).map((place) => ({
    ...place,
    label: labels[place.dot]!,
    text: ends[place.dot]!.text,
  }));
}

/** The lines from figure to figure, in pixels of the drawing. */
function listSegments({ series, course }: TimeModel, frame: TimeFrame): Segment[] {
  return series
    .flatMap(({ points }) => listPieces(points))
    .flatMap((piece) => {
      const places = piece.filter(hasValue).map((point) => toPlace(point, frame));
      return places.slice(1).flatMap(({ x, y }, index): Segment[] => {
        const { x: x1, y: y1 } = places[index]!;
        if (course !== 'steps') return [{ x1, y1, x2: x, y2: y }];
        return [
          { x1, y1, x2: x, y2: y1 },
          { x1: x, y1, x2: x, y2: y },
        ];
      });
    });
}

function drawInsideLabels(inside: readonly InsideLabel[]): Plot.Markish[] {
  return (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      inside.filter((one) => one.anchor === anchor),
      {
        x: pixel('x'),
        y: pixel('y'),
        text: 'text',
        fill: ({ label }: InsideLabel) => paintWord(label.color),
        ...ofSeries(({ label }: InsideLabel) => label.series),
        textAnchor: anchor,
        fontWeight: 600,
      },
    ),
  );
}

/** Words that stand at a place of the picture, not of one series: of holes and breaks. */
interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: PlacedName['anchor'];
}

/** The longest hole that has room for them says so; of the breaks each that has. */
function placeWords(model: TimeModel, frame: TimeFrame, inside: readonly InsideLabel[]): Word[] {
  const toX = ({ period }: Point) => toPixelX(toMiddle(period), frame);
  const toPlace = (point: Known) => ({ x: toX(point), y: toPixelY(point.value, frame) });
  const pieces = dropGhosts(model).series.map(({ points }) =>
    listPieces(points.filter((one) => !isOpen(one))),
  );
  const holes = model.course === 'steps' ? [] : pieces.flat().flatMap(listHoles);
  const longest = holes
    .map(([from, to]) => {
      const [a, b] = [toPlace(from), toPlace(to)];
      return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, text: NO_FIGURE, length: b.x - a.x };
    })
    .sort((a, b) => b.length - a.length);
  const breaks = pieces.flatMap((some) =>
    some.slice(1).flatMap((piece) => {
      const first = piece.find(hasValue);
      return first && model.breakWords ? [{ ...toPlace(first), text: model.breakWords }] : [];
    }),
  );
  const wanted = [...longest, ...breaks];
  if (wanted.length === 0) return [];
  const taken = [...listSegments(model, frame), ...inside.flatMap(toEdges)];
  const words = placeClearNames(wanted, frame.frame, taken).map(({ dot, ...place }) => ({
    ...place,
    text: wanted[dot]!.text,
  }));
  const isHole = ({ text }: Word) => text === NO_FIGURE;
  return [...words.filter(isHole).slice(0, 1), ...words.filter((word) => !isHole(word))];
}

const NO_FIGURE = 'no figure found';

/** The upper and the lower edge of a label, as lines that others keep off. */
function toEdges({ x, y, text, anchor }: InsideLabel): Segment[] {
  const width = measureText(text, FONT_SIZE, 600);
  const x1 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [y - 6, y, y + 6].map((at) => ({ x1, y1: at, x2: x1 + width, y2: at }));
}

function drawWords(words: readonly Word[]): Plot.Markish[] {
  return (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      words.filter((word) => word.anchor === anchor),
      { x: pixel('x'), y: pixel('y'), text: 'text', fill: paint('muted'), textAnchor: anchor },
    ),
  );
}
