/**
 * Names next to dots. Each name tries the places around its dot, those clear of lines
 * first; one that would touch a dot or an earlier name, or stand nearer to another
 * dot than to its own, is left out: a missing name can be read by hovering, two on
 * top of each other cannot be read at all, and one at a wrong dot is false.
 */
import { FONT_SIZE, type Frame } from './canvas';
import { measureText } from './text-width';

export interface NamedDot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly weight?: 400 | 600;
  /** Pixels; that of a usual dot where absent. */
  readonly r?: number;
}

export interface PlacedName {
  /** Index of the dot. */
  readonly dot: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A stretch of a line that names keep off where they can. */
export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HEIGHT = 12;
// Radius, outline and a little air.
const DOT = 5;
/** Between a dot and its name. */
const AIR = 1;

/**
 * Places in order of the dots: earlier ones choose first. Names stay within `bounds`
 * and off `lines`; where that costs a name, later ones choose first, and at last
 * lines do not count.
 */
export function placeNames(
  dots: readonly NamedDot[],
  bounds: Frame,
  lines: readonly Segment[] = [],
): PlacedName[] {
  const clear = placeInTurn(dots, bounds, lines);
  if (lines.length === 0) return clear;
  const last = dots.length - 1;
  const reversed = placeInTurn(dots.toReversed(), bounds, lines)
    .map((name) => ({ ...name, dot: last - name.dot }))
    .reverse();
  const dense = placeInTurn(dots, bounds, []);
  return [clear, reversed, dense].reduce((best, one) => (one.length > best.length ? one : best));
}

/** As `placeNames`, but what has no place clear of lines is left out. */
export function placeClearNames(
  dots: readonly NamedDot[],
  bounds: Frame,
  lines: readonly Segment[],
): PlacedName[] {
  return placeInTurn(dots, bounds, lines, 'always');
}

function placeInTurn(
  dots: readonly NamedDot[],
  bounds: Frame,
  lines: readonly Segment[],
  clear: 'preferably' | 'always' = 'preferably',
): PlacedName[] {
  const taken: Box[] = dots.map(({ x, y, r = DOT }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }));
  return dots.flatMap((dot, index) => {
    if (dot.text === '') return [];
    const width = measureText(dot.text, FONT_SIZE, dot.weight);
    const free = listPlaces(dot, width).filter(
      ({ box }) =>
        isInside(box, bounds) &&
        taken.every((other, at) => at === index || !touches(box, other)) &&
        dots.every((other) => other === dot || toDistance(other, box) >= toDistance(dot, box)),
    );
    const place =
      free.find(({ box }) => !lines.some((line) => crosses(line, box))) ??
      (clear === 'always' ? undefined : free[0]);
    if (!place) return [];
    taken.push(place.box);
    return [{ dot: index, x: place.x, y: place.y, anchor: place.anchor }];
  });
}

const isInside = (box: Box, { left, right, top, bottom }: Frame): boolean =>
  box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;

function listPlaces({ x, y, r = DOT }: NamedDot, width: number) {
  const air = r + AIR;
  const toBox = (left: number, middle: number): Box => ({
    left,
    right: left + width,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  });
  const up = y - air - HEIGHT / 2;
  const down = y + air + HEIGHT / 2;
  return [
    { anchor: 'start', x: x + air, y, box: toBox(x + air, y) },
    { anchor: 'end', x: x - air, y, box: toBox(x - air - width, y) },
    { anchor: 'middle', x, y: up, box: toBox(x - width / 2, up) },
    { anchor: 'middle', x, y: down, box: toBox(x - width / 2, down) },
    { anchor: 'end', x: x - air, y: up, box: toBox(x - air - width, up) },
    { anchor: 'start', x: x + air, y: down, box: toBox(x + air, down) },
    { anchor: 'start', x: x + air, y: up, box: toBox(x + air, up) },
    { anchor: 'end', x: x - air, y: down, box: toBox(x - air - width, down) },
  ] as const;
}

/** From a dot's middle to the nearest edge of a box outside of it. */
function toDistance({ x, y }: NamedDot, { left, right, top, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

export function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether any part of the line lies in the box: what is left of it between all four sides. */
export function crosses({ x1, y1, x2, y2 }: Segment, { left, right, top, bottom }: Box): boolean {
  let [from, to] = [0, 1];
  for (const [start, step, low, high] of [
    [x1, x2 - x1, left, right],
    [y1, y2 - y1, top, bottom],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [enter, leave] = [(low - start) / step, (high - start) / step].sort((a, b) => a - b);
    [from, to] = [Math.max(from, enter!), Math.min(to, leave!)];
  }
  return from <= to;
}
