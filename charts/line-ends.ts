/**
 * What lines are called and worth at their end. A line that ends before the picture
 * does is named at its own end where there is room, so that an old value does not
 * pass for today's; else at the edge, with its period.
 */
import * as Plot from '@observablehq/plot';
import { addDays } from '@/units/date';
import { formatValue } from '@/units/format-value';
import { formatPeriod, type Period, toMiddle } from '@/units/period';
import { pixel, type Size } from './canvas';
import { paint } from './colors';
import type { EndLabel } from './end-labels';
import { hasValue } from './kinds/figure';
import { getLastPoint, isNameless, type Point, type TimeModel } from './kinds/time/model';
import { type PlacedName, placeClearNames, type Segment } from './point-labels';
import { buildTimeFrame, type TimeFrame, toPixelX, toPixelY } from './time-frame';

/** The frame, and the labels inside of it. Labels at the edge take room from the picture, so that it is laid out anew. */
export function layOutLines(model: TimeModel, size: Size, values: readonly number[]) {
  const labels = listEndLabels(model);
  const old = labels.filter(({ when }) => when !== null);
  let atEdge = labels.filter(({ when }) => when === null);
  for (;;) {
    const frame = buildTimeFrame(model, { size, values, labels: atEdge, whole: false });
    const inside = placeInside(
      old.filter((label) => !atEdge.includes(label)),
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
  return model.series.flatMap((series): EndLabel[] => {
    const last = getLastPoint(series);
    if (!last) return [];
    const mark = last.isUnfinished ? ' so far' : last.kind === 'projection' ? ' (proj.)' : '';
    return [
      {
        name: isNameless(model) ? '' : series.label,
        amount: formatValue(last.value, model.unit, last.kind) + mark,
        when: addDays(last.period.end, SAME_TIME) < newest ? toShortPeriod(last.period) : null,
        color: series.color,
        value: last.value,
        from: toMiddle(last.period),
      },
    ];
  });
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
  const toPlace = ({ period, value }: Point & { value: number }) => ({
    x: toPixelX(toMiddle(period), frame),
    y: toPixelY(value, frame),
  });
  const ends = labels.map(({ name, amount, from, value }) => ({
    x: toPixelX(from!, frame),
    y: toPixelY(value, frame),
    text: [name, amount].filter(Boolean).join(' '),
    weight: 600 as const,
  }));
  const known = model.series.map(({ points }) => points.filter(hasValue).map(toPlace));
  const others = known
    .flat()
    .filter(({ x, y }) => ends.every((end) => end.x !== x || end.y !== y))
    .map((place) => ({ ...place, text: '' }));
  const lines = known.flatMap((places) =>
    places.slice(1).map(({ x, y }, index): Segment => {
      const { x: x1, y: y1 } = places[index]!;
      return { x1, y1, x2: x, y2: y };
    }),
  );
  return placeClearNames([...ends, ...others], frame.frame, lines).map((place) => ({
    ...place,
    label: labels[place.dot]!,
    text: ends[place.dot]!.text,
  }));
}

export function drawInsideLabels(inside: readonly InsideLabel[]): Plot.Markish[] {
  return (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      inside.filter((one) => one.anchor === anchor),
      {
        x: pixel('x'),
        y: pixel('y'),
        text: 'text',
        fill: ({ label }: InsideLabel) => paint(label.color),
        textAnchor: anchor,
        fontWeight: 600,
      },
    ),
  );
}
