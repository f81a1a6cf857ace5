/**
 * What happened, above the plot: a thin rule and a short label at the top edge.
 * Marks whose labels would touch one that is already placed are left out.
 */
import * as Plot from '@observablehq/plot';
import { toMiddle } from '@/units/period';
import { type DrawnLink, FONT_SIZE, type Frame, pixel } from './canvas';
import { paint } from './colours';
import type { TimeMark } from './model';
import { measureText, truncateText } from './text-width';
import type { TimeAxis } from './time-axis';

/** Room that the labels take above the plot. */
export const MARK_ROOM = 20;

const WIDEST = 170;
const AIR = 14;

export interface PlacedMark {
  readonly mark: TimeMark;
  readonly at: Date;
  /** As much of the label as there is room for. */
  readonly text: string;
  readonly x: number;
  /** Labels near the right edge end at their rule. */
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
    const share = (at.getTime() - from.getTime()) / (to.getTime() - from.getTime());
    const x = frame.left + share * (frame.right - frame.left);
    const text = truncateText(mark.label, WIDEST, FONT_SIZE);
    const width = measureText(text, FONT_SIZE);
    const fitsRight = x + width <= frame.right;
    const box = fitsRight ? ([x, x + width] as const) : ([x - width, x] as const);
    const isFree = taken.every(([start, end]) => box[1] + AIR < start || box[0] - AIR > end);
    if (!isFree || box[0] < frame.left - 4) return [];
    taken.push(box);
    return [{ mark, at, text, x, anchor: fitsRight ? 'start' : 'end' }];
  });
  return placed.sort((a, b) => a.at.getTime() - b.at.getTime());
}

export function drawMarks(marks: readonly PlacedMark[], frame: Frame): Plot.Markish[] {
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
      text: mark.label,
      href: mark.href,
    };
  });
}
