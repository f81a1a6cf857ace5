/** How long a chip lives in AI papers, from its launch to its peak and to half of that, in a sentence. */

import type { Point } from '@/charts/model';
import { lastDayOf, toUtc } from '@/units/date';
import { formatValue } from '@/units/format-value';
import { toMiddle } from '@/units/period';
import { joinSentences } from '@/views/sentences';

type Known = Point & { readonly value: number };

interface Life {
  readonly peak: Known;
  /** Years from launch to the middle of the peak year. */
  readonly toPeak: number;
  /** The first later year with at most half the papers; null: not yet. */
  readonly half: Known | null;
  readonly toHalf: number | null;
}

const YEAR_MS = 365.25 * 86_400_000;

/** Null while the newest year is the highest: such a chip has not peaked. */
export function toLife(points: readonly Point[], launched: string): Life | null {
  const known = points.filter((point): point is Known => point.value !== null);
  const peak = known.toSorted((a, b) => b.value - a.value)[0];
  if (!peak || peak.value === 0 || peak === known.at(-1)) return null;
  const half =
    known.find((one) => one.period.start > peak.period.start && one.value <= peak.value / 2) ??
    null;
  const since = (point: Point) =>
    (toMiddle(point.period).getTime() - toUtc(lastDayOf(launched)).getTime()) / YEAR_MS;
  return { peak, toPeak: since(peak), half, toHalf: half && since(half) };
}

/**
 * "From launch to the year with most papers: V100 6.1 years. To half of them: V100 7.6 years.";
 * null where no chip with a launch of its own has peaked. Years are whole calendar years, so
 * that half a year is as fine as it gets.
 */
export function describeLives(
  chips: readonly {
    readonly label: string;
    readonly launched: string | null;
    readonly points: readonly Point[];
  }[],
): string | null {
  const lives = chips.flatMap(({ label, launched, points }) => {
    const life = launched === null ? null : toLife(points, launched);
    return life ? [{ label, life }] : [];
  });
  if (lives.length === 0) return null;
  const say = (years: number) => formatValue(years, 'years');
  const halved = lives.flatMap(({ label, life: { toHalf } }) =>
    toHalf === null ? [] : [`${label} ${say(toHalf)}`],
  );
  return joinSentences(
    `From launch to the middle of the year with most papers: ${lives.map(({ label, life }) => `${label} ${say(life.toPeak)}`).join(', ')}.`,
    halved.length > 0 && `To the first later year with at most half as many: ${halved.join(', ')}.`,
    'Computed by us from counts of calendar years, so half a year is as fine as it gets.',
  );
}
