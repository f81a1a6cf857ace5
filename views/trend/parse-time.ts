/**
 * Reads from an address which time of a picture is wanted, as people write it. What is no time,
 * or holds no figure, is said.
 */
import type { Parameter, Reading } from '@/address/parameters';
import { shorten } from '@/address/word-problem';
import { listPeriods, type TimeModel } from '@/charts/model';
import { toDay } from '@/units/date';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import {
  formatDate,
  formatPeriod,
  formatPeriodLong,
  type Period,
  parsePeriod,
  toMiddle,
} from '@/units/period';
import {
  formatTimeRange,
  isWithin,
  parseBound,
  parseTimeRange,
  type TimeRange,
} from '@/units/time-range';

/** The time that is asked for, as a parameter; `selected` are the series that are shown, null all. */
export function declareTime(
  model: TimeModel,
  selected: readonly string[] | null,
  calendar: FiscalCalendar | null,
): Parameter<AskedTime> {
  const periods = listPeriods(model).map(({ label }) => label);
  return {
    allowed: `Use periods from ${periods[0]} to ${periods.at(-1)}, as "from..to".`,
    // Of the two fields of a form, one may be left open.
    readsEmpty: true,
    read: (texts) => parseTime(model, selected, texts, calendar),
  };
}

interface AskedTime {
  readonly range: TimeRange;
  /** Said where the time holds no figure. */
  readonly empty: string | null;
}

const WHOLE: TimeRange = { from: null, to: null };

/**
 * "2015..2024", or two fields of one name as a form sends them. An end that is no
 * period is left open, so that the other still counts.
 */
function parseTime(
  model: TimeModel,
  selected: readonly string[] | null,
  texts: readonly string[],
  calendar: FiscalCalendar | null,
): Reading<AskedTime> {
  const whole = { value: { range: WHOLE, empty: null }, text: '', wrong: [] };
  if (texts.length === 0) return whole;
  const periods = listPeriods(model);
  const chosen = model.series.filter(({ id }) => selected?.includes(id) ?? true);
  const isForm = texts.length === 2;
  const asked = isForm ? texts.join('..') : (texts[0] ?? '');
  const { text, unknown } = readEnds(asked, listPeriods({ ...model, series: chosen }));
  const range = parseTimeRange(text, calendar);
  const used = range ? formatTimeRange(range) : '';
  const all = [texts.join(', ')];
  if (range === null || used === '') {
    const isWrong = range === null || unknown.length > 0;
    return isWrong ? { ...whole, wrong: all, said: wordUnclear(unknown[0] ?? asked) } : whole;
  }
  const inside = periods.filter((period) => isWithin(period, range));
  if (inside.length === 0) return findAround(range, periods);
  const isOrdered = !isSwapped(text, range);
  const wrong = texts.length > 2 || !isOrdered ? all : unknown;
  const said = isOrdered ? unknown.map(wordUnclear)[0] : wordSwapped(range);
  const early = wordEarly(range, periods[0]);
  const isAllElseKnown = wrong.length === 0;
  const known =
    early && isAllElseKnown
      ? { wrong: all, said: early, isUnderstood: true }
      : { wrong, ...(wrong.length > 0 && said && { said }) };
  if (inside.length === periods.length) return { ...whole, ...known };
  const shown = early ? { ...range, from: null } : range;
  const spelled = LATEST.test(asked) ? 'latest' : formatTimeRange(shown);
  return { value: { range: shown, empty: null }, text: spelled, ...known };
}

/**
 * Where a time lies between the middles of the periods, it means the one that holds it:
 * January 2023 is in the quarter that ended on January 29. Else there is nothing to show.
 */
function findAround(range: TimeRange, periods: readonly Period[]): Reading<AskedTime> {
  const used = formatTimeRange(range);
  const { calendar = null } = range;
  const asked = range.from !== null && range.from === range.to && parsePeriod(range.from, calendar);
  const middle = asked ? toDay(toMiddle(asked)) : '';
  const around = periods.find(({ start, end }) => start <= middle && middle <= end);
  if (around) {
    const { label } = around;
    const isFiscal = around.kind === 'fiscal-quarter';
    const where = isFiscal ? `the quarter ended ${formatDate(around.end)}` : formatPeriod(label);
    const said = `${formatPeriod(used)} is in ${where}. Showing ${formatPeriod(label)}.`;
    const own = around.calendar === undefined ? {} : { calendar: around.calendar };
    const value = { range: { from: label, to: label, ...own }, empty: null };
    return { value, text: label, wrong: [used], said, isUnderstood: true };
  }
  const [first, last] = [periods[0], periods.at(-1)].map((one) => one && formatPeriodLong(one));
  const empty = `No figures for ${wordTime(range)}. This series runs from ${first} to ${last}.`;
  return { value: { range: WHOLE, empty }, text: '', wrong: [used], said: empty };
}

const wordTime = ({ from, to }: TimeRange) =>
  from === to
    ? formatPeriod(from ?? '')
    : `${from === null ? 'the time' : formatPeriod(from)} to ${to === null ? 'today' : formatPeriod(to)}`;

const wordUnclear = (found: string) =>
  `“${shorten(found)}” is not a time we understand. Try 2023, Q3 2021, Q4 FY23 or Jun 2024.`;

function wordSwapped({ from, to }: TimeRange): string {
  const [first, second] = [from ?? '', to ?? ''].map(formatPeriod);
  return `${second} is after ${first}. Showing ${first} to ${second}.`;
}

/** Where the time begins before there are figures: from when there are; null where it does not. */
function wordEarly(range: TimeRange, first: Period | undefined): string | null {
  const { from, calendar = null } = range;
  const start = from === null ? null : parsePeriod(from, calendar);
  if (!from || !start || !first || start.end >= first.start) return null;
  return `${formatPeriod(from)} is before the first figure. Showing from ${formatPeriod(first.label)}.`;
}

const LATEST = /^\s*latest(\.\.latest)?\s*$/i;

/**
 * A range with its words for the newest and the oldest period replaced by what they
 * mean where they do not just leave the end open: "latest" alone is one period.
 * Ends that are no periods are left open and named.
 */
function readEnds(
  asked: string,
  periods: readonly Period[],
): { text: string; unknown: readonly string[] } {
  const ends = asked.split('..').map((end) => end.trim());
  const [oldest = '', newest = ''] = [periods[0]?.label, periods.at(-1)?.label];
  if (LATEST.test(asked)) return { text: newest, unknown: [] };
  const isAlone = ends.length === 1;
  const read = ends.map((end, at) => {
    if (/^latest$/i.test(end) && at === 0) return newest;
    return /^earliest$/i.test(end) && (isAlone || at === 1) ? oldest : end;
  });
  if (isAlone) return { text: read[0]!, unknown: [] };
  const unknown = read.filter((end) => parseBound(end) === undefined);
  return { text: read.map((end) => (unknown.includes(end) ? '' : end)).join('..'), unknown };
}

/** Ends in the wrong order were exchanged. */
function isSwapped(text: string, range: TimeRange): boolean {
  const start = parseTimeRange(`${text.split('..')[0]}..`, range.calendar);
  return range.from !== null && range.from !== range.to && start?.from !== range.from;
}
