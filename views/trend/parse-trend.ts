/**
 * Reads from an address which part of a picture over time is wanted and how. A
 * value that makes no sense for the chart is replaced by the default and reported.
 */

import {
  type Choice,
  type Choices,
  type OfferedChoice,
  type Option,
  parseChoices,
  toCanonical,
} from '@/address/choices';
import {
  once,
  type Parameter,
  type ParameterProblem,
  type Query,
  type Reading,
  readAddress,
  someOf,
} from '@/address/parameters';
import {
  type By,
  type Calendar,
  LIST_PARAMETERS,
  type Scale,
  type Stack,
  TREND_PARAMETERS,
  type Trends,
  type TrendView,
} from '@/address/trends';
import { shorten } from '@/address/word-problem';
import { dropGhosts, listPeriods, type TimeModel } from '@/charts/model';
import { toDay } from '@/units/date';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import {
  formatDate,
  formatPeriod,
  formatPeriodLong,
  isQuarter,
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
import { applyPeriods, type Trend } from './transform-model';

export interface ParsedTrend {
  /** The figures that it is to be applied to. */
  readonly model: TimeModel;
  readonly trend: Trend;
  readonly offered: readonly OfferedChoice[];
  readonly canonical: Readonly<Record<string, string>>;
  readonly corrections: readonly ParameterProblem[];
}

/** Reads the parameters of a chart over time whose figures are `model`. */
export async function parseTrend(
  model: TimeModel,
  trends: Trends,
  query: Query,
  /** Whose years fiscal ends of the time are of where the picture has none. */
  calendar: FiscalCalendar | null = null,
): Promise<ParsedTrend> {
  const choices = buildTrendChoices(model, trends);
  // The options follow from model and declaration; no question is put to the database.
  const parsed = await parseChoices(choices, query, null as never);
  const { values } = parsed;
  const known = dropGhosts(model).series.map(({ id }) => id);
  const labels = Object.fromEntries(model.series.map(({ id, label }) => [id, label]));
  const missing = TREND_PARAMETERS.filter((name) => !LISTS.has(name) && !(name in choices));
  const others = readAddress(
    {
      ...Object.fromEntries(missing.map((name) => [name, NOT_HERE])),
      series: someOf(known, { allowed: known, labels, readsEmpty: true }),
    },
    query,
  );
  // A series that is not shown cannot be the one that stands out.
  const shown = others.values.series ?? known;
  const focus = readAddress({ focus: { ...oneSeries(shown), kind: 'series', labels } }, query);
  const steps = {
    align: (values.align ?? 'fiscal') as Calendar,
    by: (values.by ?? 'quarter') as By,
    view: (values.view ?? 'levels') as TrendView,
    stack: (values.stack ?? trends.stacks?.[0] ?? toStack(model)) as Stack,
    scale: (values.scale ?? trends.scales?.[0] ?? model.scale) as Scale,
    hasEvents: values.events === 'on',
    series: others.values.series,
    focus: focus.values.focus,
  };
  const own = listPeriods(model).find((period) => period.calendar)?.calendar;
  // The newest year of quarters that are summed is not their newest quarter.
  const time = readAddress(
    { time: declareTime(applyPeriods(model, steps), steps.series, own ?? calendar) },
    query,
  );
  const { range, empty } = time.values.time;
  const trend: Trend = { ...steps, time: range, emptyTime: empty };
  return {
    model,
    trend,
    offered: parsed.offered,
    canonical: {
      ...toCanonical(parsed.offered),
      ...others.texts,
      ...focus.texts,
      ...time.texts,
    },
    corrections: [...parsed.corrections, ...others.problems, ...focus.problems, ...time.problems],
  };
}

/** What is read for itself and is no choice among options that a control shows. */
const LISTS: ReadonlySet<string> = new Set([...LIST_PARAMETERS, 'focus']);

const oneSeries = (ids: readonly string[]): Parameter<string | null> => ({
  allowed: ids,
  read: once<string | null>((id) => (ids.includes(id) ? id : undefined), null),
});

const toStack = ({ shape }: TimeModel): Stack =>
  shape.startsWith('stacked') ? 'absolute' : 'none';

/** What other charts over time have, and this one has not. */
const NOT_HERE: Parameter<null> = {
  allowed: 'This chart has no such choice.',
  readsEmpty: true,
  read: (texts) => ({ value: null, text: '', wrong: texts.length > 0 ? [texts.join(', ')] : [] }),
};

function declareTime(
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

/** Choices in the order in which they work; what one rules out, a later one does not offer. */
function buildTrendChoices(model: TimeModel, trends: Trends): Choices {
  const periods = listPeriods(model);
  const quarterly = periods.length > 0 && periods.every(isQuarter);
  const fiscal = periods.some(({ kind }) => kind === 'fiscal-quarter');
  const { sums = false, growth = false, align = false, stacks = [], scales = [] } = trends;
  return {
    ...(align && fiscal && { align: offer('Calendar', () => calendars) }),
    ...(sums && quarterly && { by: { ...offer('Sum', () => sumOptions), kind: 'period' } }),
    ...(growth && {
      view: offer('Show', ({ by }) =>
        views.filter(({ value }) => value !== 'growth-quarter' || (quarterly && by !== 'year')),
      ),
    }),
    ...(stacks.length > 1 && {
      stack: offer('Stack', ({ view = 'levels' }) =>
        pick(stackOptions, view === 'levels' ? stacks : stacks.slice(0, 1)),
      ),
    }),
    ...(scales.length > 1 && {
      scale: offer('Scale', ({ view = 'levels', stack }) => {
        const isFixed = view.startsWith('growth') || stack === 'percent';
        return pick(scaleOptions, isFixed ? ['linear'] : scales);
      }),
    }),
    events: offer('Events', () => eventOptions),
  };
}

function offer(
  label: string,
  list: (chosen: Readonly<Record<string, string>>) => readonly Option[],
): Choice {
  return { label, control: 'links', list: async (_, chosen) => list(chosen) };
}

const pick = (options: readonly Option[], values: readonly string[]) =>
  values.flatMap((value) => options.find((option) => option.value === value) ?? []);

const calendars = [
  { value: 'fiscal', label: 'Fiscal' },
  { value: 'calendar', label: 'Calendar' },
] satisfies (Option & { value: Calendar })[];

const sumOptions = [
  { value: 'quarter', label: 'Quarters' },
  { value: 'year', label: 'Years', drops: ['view'] },
  { value: 'ttm', label: 'Last 4 quarters' },
] satisfies (Option & { value: By })[];

const views = [
  { value: 'levels', label: 'Level' },
  { value: 'growth-year', label: 'Growth, year', drops: ['stack', 'scale'] },
  { value: 'growth-quarter', label: 'Growth, quarter', drops: ['stack', 'scale'] },
  { value: 'index', label: 'Index', drops: ['stack'] },
] satisfies (Option & { value: TrendView })[];

const stackOptions = [
  { value: 'none', label: 'Lines' },
  { value: 'absolute', label: 'Stacked' },
  { value: 'percent', label: 'Share', drops: ['scale'] },
] satisfies (Option & { value: Stack })[];

const scaleOptions = [
  { value: 'linear', label: 'Linear' },
  { value: 'log', label: 'Log' },
] satisfies (Option & { value: Scale })[];

const eventOptions = [
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'On' },
] satisfies Option[];
