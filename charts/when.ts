/** The time that a figure speaks of, in words, wherever in a picture it stands. */
import { addDays } from '@/units/date';
import { formatMonths, formatPeriod, formatPeriodLong } from '@/units/period';
import type { Point, ReportedPeriod } from './kinds/time/model';

type Place = Pick<Point, 'period' | 'reported' | 'since' | 'isUnfinished'>;

/** "Q2 FY27 (Apr–Jul 2026)", "Q2 2026, reported for Q2 FY27", "four quarters to Q2 FY27 (Aug 2025–Jul 2026)". */
export function formatWhen(place: Place): string {
  const { period, since } = place;
  const own = since
    ? `${toSumWords(place)} (${formatMonths({ start: addDays(since, HALF_A_MONTH), end: period.end })})`
    : formatPeriodLong(period) + toMark(place);
  const reported = formatReported(place);
  return reported ? `${own}, ${reported}` : own;
}

/** The same without months, as it stands in a sentence: "Q2 FY27", "four quarters to Q2 FY27". */
export function formatWhenShort(place: Place): string {
  return place.since ? toSumWords(place) : formatPeriod(place.period.label) + toMark(place);
}

/** "reported for Q2 FY27 (Apr–Jul 2026)"; null where the place says it all. */
export function formatReported({ period, reported }: Place): string | null {
  return reported && reported.label !== period.label
    ? `reported for ${formatReportedPeriod(reported)}`
    : null;
}

function formatReportedPeriod({ label, start, end }: ReportedPeriod): string {
  const months = start ? formatMonths({ start, end }) : `to ${formatPeriod(end)}`;
  return `${formatPeriod(label)} (${months})`;
}

const toMark = ({ isUnfinished }: Place): string => (isUnfinished ? ' so far' : '');

/** A text as it stands at the start of a sentence or a cell. */
export const toStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const toSumWords = ({ period }: Place): string => `four quarters to ${formatPeriod(period.label)}`;

// A fiscal quarter starts in the last days of a month, which would make thirteen of twelve.
const HALF_A_MONTH = 15;
