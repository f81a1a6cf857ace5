/**
 * Names beside dots. Each name tries the places around its dot; one that would
 * touch a dot or an earlier name is left out, because a missing name can be read
 * by hovering and two on top of each other cannot be read at all.
 */
import { FONT_SIZE, type Frame } from './canvas';
import { measureText } from './text-width';

export interface NamedDot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface PlacedName {
  /** Index of the dot. */
  readonly dot: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HEIGHT = 12;
const AIR = 6;
const DOT = 3.5;

/** Places in order of the dots: earlier ones choose first. Names stay within `bounds`. */
export function placeNames(dots: readonly NamedDot[], bounds: Frame): PlacedName[] {
  const taken: Box[] = dots.map(({ x, y }) => ({
    left: x - DOT,
    right: x + DOT,
    top: y - DOT,
    bottom: y + DOT,
  }));
  return dots.flatMap((dot, index) => {
    if (dot.text === '') return [];
    const width = measureText(dot.text, FONT_SIZE);
    for (const place of listPlaces(dot, width)) {
      const isFree =
        place.box.left >= bounds.left &&
        place.box.right <= bounds.right &&
        place.box.top >= bounds.top &&
        place.box.bottom <= bounds.bottom &&
        taken.every((other, at) => at === index || !touches(place.box, other));
      if (!isFree) continue;
      taken.push(place.box);
      return [{ dot: index, x: place.x, y: place.y, anchor: place.anchor }];
    }
    return [];
  });
}

function listPlaces({ x, y }: NamedDot, width: number) {
  const toBox = (left: number, middle: number): Box => ({
    left,
    right: left + width,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  });
  const up = y - AIR - HEIGHT / 2;
  const down = y + AIR + HEIGHT / 2;
  return [
    { anchor: 'start', x: x + AIR, y, box: toBox(x + AIR, y) },
    { anchor: 'end', x: x - AIR, y, box: toBox(x - AIR - width, y) },
    { anchor: 'middle', x, y: up, box: toBox(x - width / 2, up) },
    { anchor: 'middle', x, y: down, box: toBox(x - width / 2, down) },
  ] as const;
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
