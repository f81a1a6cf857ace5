/**
 * What happened, above the plot: a thin rule and a short label at the top edge.
 * Marks whose labels would touch one that is already placed are left out.
 */
import * as Plot from '@observablehq/plot';
import { toMiddle } from '@/units/period';
import { type DrawnLink, FONT_SIZE, type Frame, pixel } from './canvas';
import { paint } from './colors';
import type { TimeMark } from './kinds/time/model';
import { measureText, truncateText } from './text-width';
import type { TimeAxis } from './time-axis';

/** Room that the labels take above the plot. */
export const MARK_ROOM = 20;

const WIDEST = 170;
// Between a text and the next rule, from which the next text keeps its own distance.
const AIR = 6;

export interface PlacedMark {
  readonly mark: TimeMark;
  readonly at: Date;
  /** As much of the label as there is room for. */
  readonly text: string;
  readonly x: number;
  /** Labels that have no room after their rule end at it. */
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
    const isFree = ([from, to]: readonly [number, number]) =>
      from >= frame.left - 4 &&
      to <= frame.right &&
      taken.every(([start, end]) => to + AIR < start || from - AIR > end);
    const side = (
      [
        { anchor: 'start', box: [x, x + width] },
        { anchor: 'end', box: [x - width, x] },
      ] as const
    ).find(({ box }) => isFree(box));
    if (!side) return [];
    taken.push(side.box);
    return [{ mark, at, text, x, anchor: side.anchor }];
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
      text: mark.title ?? mark.label,
      href: mark.href,
    };
  });
}
