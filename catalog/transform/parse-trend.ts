/**
 * Reads from an address which part of a picture over time is wanted and how. A
 * value that makes no sense for the chart is replaced by the default and reported.
 */

import {
  type Correction,
  first,
  type OfferedChoice,
  parseChoices,
  type Query,
  toCanonical,
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
import { listPeriods, type TimeModel } from '@/charts/model';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import type { Period } from '@/units/period';
import {
  formatTimeRange,
  isWithin,
  parseBound,
  parseTimeRange,
  type TimeRange,
} from '@/units/time-range';
import { applyPeriods } from './transform-model';
import { buildTrendChoices } from './trend-choices';

/** What is wanted, whole: every member has a value that the chart allows. */
export interface Trend {
  readonly align: Calendar;
  readonly by: By;
  readonly view: TrendView;
  readonly stack: Stack;
  readonly scale: Scale;
  /** Whether events stand on the time axis. */
  readonly hasEvents: boolean;
  /** Ids in the model's order; null: all. */
  readonly series: readonly string[] | null;
  readonly time: TimeRange;
  /** Said where the wanted time holds no figure of this chart. */
  readonly emptyTime: string | null;
}

export interface ParsedTrend {
  readonly trend: Trend;
  readonly offered: readonly OfferedChoice[];
  readonly canonical: Readonly<Record<string, string>>;
  readonly corrections: readonly Correction[];
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
  const missing = TREND_PARAMETERS.filter(
    (name) => !LISTS.has(name) && !(name in choices) && query[name] !== undefined,
  );
  const series = parseSelection(model, query.series);
  const steps = {
    align: (values.align ?? 'fiscal') as Calendar,
    by: (values.by ?? 'quarter') as By,
    view: (values.view ?? 'levels') as TrendView,
    stack: (values.stack ?? trends.stacks?.[0] ?? toStack(model)) as Stack,
    scale: (values.scale ?? trends.scales?.[0] ?? model.scale) as Scale,
    hasEvents: values.events === 'on',
    series: series.selected,
  };
  const own = listPeriods(model).find((period) => period.calendar)?.calendar;
  // The newest year of quarters that are summed is not their newest quarter.
  const time = parseTime(applyPeriods(model, steps), steps.series, query.time, own ?? calendar);
  const trend: Trend = { ...steps, time: time.range, emptyTime: time.empty };
  return {
    trend,
    offered: parsed.offered,
    canonical: {
      ...toCanonical(parsed.offered),
      ...(series.selected && { series: series.selected.join('~') }),
      ...(time.canonical && { time: time.canonical }),
    },
    corrections: [
      ...parsed.corrections,
      ...missing.map((parameter) => ({
        parameter,
        found: [query[parameter]].flat().join(', '),
        used: '',
      })),
      ...series.corrections,
      ...time.corrections,
    ],
  };
}

const LISTS: ReadonlySet<string> = new Set(LIST_PARAMETERS);

const toStack = ({ shape }: TimeModel): Stack =>
  shape.startsWith('stacked') ? 'absolute' : 'none';

/** Addresses are typed by people; a page of complaints would help nobody. */
const MOST_COMPLAINTS = 5;

type Found = string | readonly string[] | undefined;

/** "nvidia~amd", or the name repeated as a form does. */
function parseSelection(
  { series }: TimeModel,
  found: Found,
): { selected: readonly string[] | null; corrections: Correction[] } {
  if (found === undefined) return { selected: null, corrections: [] };
  const wanted = new Set([found].flat().flatMap((text) => text.split('~')));
  const known = series.map(({ id }) => id);
  const selected = known.filter((id) => wanted.has(id));
  const unknown = [...wanted].filter((id) => !known.includes(id)).slice(0, MOST_COMPLAINTS);
  return {
    selected: selected.length > 0 && selected.length < known.length ? selected : null,
    corrections: unknown.map((id) => ({ parameter: 'series', found: id, used: '' })),
  };
}

const WHOLE: TimeRange = { from: null, to: null };

/**
 * "2015..2024", or two fields of one name as a form sends them. An end that is no
 * period is left open, so that the other still counts.
 */
function parseTime(
  model: TimeModel,
  selected: readonly string[] | null,
  found: Found,
  calendar: FiscalCalendar | null,
): { range: TimeRange; canonical: string; empty: string | null; corrections: Correction[] } {
  const whole = { range: WHOLE, canonical: '', empty: null, corrections: [] };
  if (found === undefined) return whole;
  const isForm = Array.isArray(found) && found.length === 2;
  const periods = listPeriods(model);
  const chosen = model.series.filter(({ id }) => selected?.includes(id) ?? true);
  const asked = isForm ? found.join('..') : (first(found) ?? '');
  const { text, unknown } = readEnds(asked, listPeriods({ ...model, series: chosen }));
  const range = parseTimeRange(text, calendar);
  const used = range ? formatTimeRange(range) : '';
  const wrong: Correction = { parameter: 'time', found: [found].flat().join(', '), used };
  if (range === null || used === '') {
    return { ...whole, corrections: range === null || unknown.length > 0 ? [wrong] : [] };
  }
  const inside = periods.filter((period) => isWithin(period, range));
  if (inside.length === 0) {
    const empty = `No figure of this chart lies within ${used}; all are shown.`;
    return { ...whole, empty, corrections: [{ parameter: 'time', found: used, used: '' }] };
  }
  const isRepeated = Array.isArray(found) && !isForm;
  const isWrong = isRepeated || isSwapped(text, range);
  const corrections = isWrong ? [wrong] : unknown.map((end) => ({ ...wrong, found: end }));
  if (inside.length === periods.length) return { ...whole, corrections };
  return { range, canonical: LATEST.test(asked) ? 'latest' : used, empty: null, corrections };
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
