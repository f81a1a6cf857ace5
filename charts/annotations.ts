/**
 * An editor's words at a point of a picture over time: a few of them, bold, with a thin
 * leader to what they speak of. They keep off lines, columns, labels and each other; one
 * that finds no place is left out, as a picture without it is whole.
 */
import * as Plot from '@observablehq/plot';
import { FONT_SIZE, type Frame, isNarrow, pixel } from './canvas';
import { paint } from './colors';
import type { Annotation } from './kinds/time/model';
import { type Box, crosses, type Segment, touches } from './point-labels';
import { measureText, wrapText } from './text-width';

/** What annotations keep off, in pixels of the drawing. */
export interface Obstacles {
  readonly lines: readonly Segment[];
  readonly boxes: readonly Box[];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface PlacedAnnotation {
  readonly lines: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
  /** Where the text is anchored, its middle line up and down. */
  readonly x: number;
  readonly y: number;
  /** From the text to the point. */
  readonly leader: { readonly x: number; readonly y1: number; readonly y2: number };
  readonly box: Box;
}

const LINE = 14;
/** Between a point and its leader, a leader and its text, and text and anything else. */
const AIR = 4;
const STEP = 6;
/** From point to text: far enough for a leader to be seen, or where that is nowhere free, near. */
const [NEAREST, USUAL] = [10, 18] as const;
/** More would be a text with a picture behind it. */
const MOST = 4;
const MOST_NARROW = 2;
/** A crossed line costs as much as so many pixels of leader. */
const COST_OF_CROSSING = 60;
/** And text too near for a leader as so many. */
const COST_OF_NEAR = 14;

/** With the marks that a reader’s notes at these places have above them. */
export const addMarks = ({ lines, boxes }: Obstacles, marked: readonly Place[]): Obstacles => ({
  lines,
  boxes: [
    ...boxes,
    ...marked.map(({ x, y }) => ({ left: x - 10, right: x + 10, top: y - 30, bottom: y })),
  ],
});

/**
 * The annotations that have a place, those named first are placed first. `toPoint` says
 * where what an annotation speaks of stands; null: not in this picture.
 */
export function placeAnnotations(
  annotations: readonly Annotation[],
  toPoint: (annotation: Annotation) => Place | null,
  { frame, width, obstacles }: { frame: Frame; width: number; obstacles: Obstacles },
): PlacedAnnotation[] {
  const narrow = isNarrow({ width });
  const placed: PlacedAnnotation[] = [];
  for (const annotation of annotations) {
    if (placed.length === (narrow ? MOST_NARROW : MOST)) break;
    const point = toPoint(annotation);
    if (!point) continue;
    const leaders = placed.map(({ leader: { x, y1, y2 } }) => ({ x1: x, x2: x, y1, y2 }));
    const found = findPlace(annotation.text, point, frame, {
      lines: [...obstacles.lines, ...leaders],
      boxes: [...obstacles.boxes, ...placed.map(({ box }) => box)],
    });
    if (found) placed.push(found);
  }
  return placed;
}

/** The free place with the shortest leader; one that crosses lines only for want of a better. */
function findPlace(
  text: string,
  { x, y }: Place,
  frame: Frame,
  { lines, boxes }: Obstacles,
): PlacedAnnotation | null {
  let best: { place: PlacedAnnotation; cost: number } | null = null;
  for (const broken of listBreaks(text)) {
    const width = Math.max(...broken.map((line) => measureText(line, FONT_SIZE, 600)));
    const height = broken.length * LINE;
    for (const { side, distance } of listDistances(y, height, frame)) {
      const middle = y + side * (distance + height / 2);
      const edge = y + side * distance;
      const leader = { x, y1: edge - side * AIR, y2: y + side * AIR };
      const stroke = { x1: x, x2: x, y1: edge, y2: y + side * (AIR + 1) };
      for (const anchor of ['middle', 'start', 'end'] as const) {
        const left =
          anchor === 'middle' ? x - width / 2 : anchor === 'start' ? x - 2 : x + 2 - width;
        const box = {
          left: left - AIR,
          right: left + width + AIR,
          top: middle - height / 2 - 1,
          bottom: middle + height / 2 + 1,
        };
        const isFree =
          box.left >= frame.left &&
          box.right <= frame.right + AIR &&
          boxes.every((other) => !touches(box, other)) &&
          !lines.some((line) => crosses(line, box)) &&
          !boxes.some((other) => crosses(stroke, other));
        if (!isFree) continue;
        const crossings = lines.filter((line) => meets(line, stroke)).length;
        const cost =
          Math.max(0, distance - USUAL) +
          (distance < USUAL ? COST_OF_NEAR : 0) +
          crossings * COST_OF_CROSSING +
          (broken.length - 1) * LINE +
          (side > 0 ? 8 : 0);
        if (best && best.cost <= cost) continue;
        const at = anchor === 'middle' ? x : anchor === 'start' ? x - 2 : x + 2;
        best = { place: { lines: broken, anchor, x: at, y: middle, leader, box }, cost };
      }
    }
  }
  return best?.place ?? null;
}

/** The text on one line and, where it has several words, on two about as long. */
function listBreaks(text: string): string[][] {
  const whole = measureText(text, FONT_SIZE, 600);
  const two = wrapText(text, whole * 0.62, FONT_SIZE);
  return two.length === 2 ? [[text], two] : [[text]];
}

/** How far above and below a point a text of a height may stand within the frame. */
function listDistances(y: number, height: number, { top, bottom }: Frame) {
  const distances: { side: 1 | -1; distance: number }[] = [];
  for (let distance: number = NEAREST; distance < bottom - top; distance += STEP) {
    if (y - distance - height >= top - AIR) distances.push({ side: -1, distance });
    if (y + distance + height <= bottom - AIR) distances.push({ side: 1, distance });
  }
  return distances;
}

/** Whether a line crosses an upright one. */
function meets({ x1, y1, x2, y2 }: Segment, upright: Segment): boolean {
  const { x1: x } = upright;
  if (x1 === x2 || x < Math.min(x1, x2) || x > Math.max(x1, x2)) return false;
  const y = y1 + ((x - x1) / (x2 - x1)) * (y2 - y1);
  return y > Math.min(upright.y1, upright.y2) && y < Math.max(upright.y1, upright.y2);
}

/** Above the figures, so that no line runs through a word. */
export function drawAnnotations(placed: readonly PlacedAnnotation[]): Plot.Markish[] {
  if (placed.length === 0) return [];
  return [
    Plot.link(placed, {
      x1: pixel(({ leader }: PlacedAnnotation) => leader.x),
      x2: pixel(({ leader }: PlacedAnnotation) => leader.x),
      y1: pixel(({ leader }: PlacedAnnotation) => leader.y1),
      y2: pixel(({ leader }: PlacedAnnotation) => leader.y2),
      stroke: paint('muted'),
      strokeWidth: 1,
    }),
    ...(['start', 'middle', 'end'] as const).map((anchor) =>
      Plot.text(
        placed.filter((one) => one.anchor === anchor),
        {
          x: pixel('x'),
          y: pixel('y'),
          text: ({ lines }: PlacedAnnotation) => lines.join('\n'),
          lineHeight: LINE / FONT_SIZE,
          textAnchor: anchor,
          fontWeight: 600,
          fill: 'currentColor',
          stroke: paint('card'),
          strokeWidth: 3,
        },
      ),
    ),
  ];
}
