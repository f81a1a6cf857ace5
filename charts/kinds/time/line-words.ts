/**
 * What lines are called and worth at their end. A line that ends before the picture
 * does is named at its own end where there is room, so that an old value does not
 * pass for today's; else at the edge, with its period. Holes and breaks have words too.
 */
import * as Plot from '@observablehq/plot';
import { addDays } from '@/units/date';
import { formatValue } from '@/units/format-value';
import { formatPeriod, type Period, toMiddle } from '@/units/period';
import type { Obstacles } from '../../annotations';
import { FONT_SIZE, ofSeries, pixel, type Size } from '../../canvas';
import { paint, paintWord } from '../../colors';
import type { EndLabel } from '../../labels';
import { type PlacedName, placeClearNames, type Segment } from '../../point-labels';
import { measureText } from '../../text-width';
import { buildTimeFrame, type TimeFrame, toPixelX, toPixelY } from '../../time-frame';
import { hasValue } from '../figure';
import { dropGhosts, getLastPoint, isNameless, type Point, type TimeModel, toMark } from './model';

/** The frame, and the labels inside of it. Labels at the edge take room from the picture, so that it is laid out anew. */
export function layOutLines(model: TimeModel, size: Size, values: readonly number[]) {
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

export function drawInsideLabels(inside: readonly InsideLabel[]): Plot.Markish[] {
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
export function placeWords(
  model: TimeModel,
  frame: TimeFrame,
  inside: readonly InsideLabel[],
): Word[] {
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

export function drawWords(words: readonly Word[]): Plot.Markish[] {
  return (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      words.filter((word) => word.anchor === anchor),
      { x: pixel('x'), y: pixel('y'), text: 'text', fill: paint('muted'), textAnchor: anchor },
    ),
  );
}

export function listObstacles(
  model: TimeModel,
  frame: TimeFrame,
  words: readonly Word[],
): Obstacles {
  return {
    lines: listSegments(model, frame),
    boxes: words.map(({ x, y, text, anchor }) => {
      const width = measureText(text, FONT_SIZE, 600);
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return { left, right: left + width, top: y - 7, bottom: y + 7 };
    }),
  };
}

export const toPlace = ({ period, value }: Point & { value: number }, frame: TimeFrame) => ({
  x: toPixelX(toMiddle(period), frame),
  y: toPixelY(value, frame),
});

/** What is not settled: projected, or of a period that was not over. */
export const isOpen = ({ kind, isUnfinished = false }: Point): boolean =>
  kind === 'projection' || isUnfinished;

/** The pieces of a line, each of which counts the same thing throughout. */
export function listPieces(points: readonly Point[]): Point[][] {
  const pieces: Point[][] = [[]];
  for (const point of points) {
    if (point.startsAnew && pieces.at(-1)!.some(hasValue)) pieces.push([]);
    pieces.at(-1)!.push(point);
  }
  return pieces;
}

/** The figures at both ends of each hole in a piece. */
export function listHoles(piece: readonly Point[]): Hole[] {
  const known = piece.flatMap((point, index) => (hasValue(point) ? [{ point, index }] : []));
  return known.flatMap(({ point, index }, place): Hole[] => {
    const before = known[place - 1];
    return before && index - before.index > 1 ? [[before.point, point]] : [];
  });
}

type Known = Point & { readonly value: number };
type Hole = readonly [from: Known, to: Known];
