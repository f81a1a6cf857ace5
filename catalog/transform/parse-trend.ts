/**
 * Reads from an address which part of a picture over time is wanted and how. A
 * value that makes no sense for the chart is replaced by the default and reported.
 */
import { listPeriods, type TimeModel } from '@/charts/model';
import type { Period } from '@/units/period';
import { formatTimeRange, isWithin, parseTimeRange, type TimeRange } from '@/units/time-range';
import {
  type Correction,
  first,
  type OfferedChoice,
  parseChoices,
  type Query,
  toCanonical,
} from '../parameters';
import {
  type By,
  type Calendar,
  LIST_PARAMETERS,
  type Scale,
  type Stack,
  TREND_PARAMETERS,
  type Trends,
  type TrendView,
} from '../trends';
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
): Promise<ParsedTrend> {
  const choices = buildTrendChoices(model, trends);
  // The options follow from model and declaration; no question is put to the database.
  const parsed = await parseChoices(choices, query, null as never);
  const { values } = parsed;
  const missing = TREND_PARAMETERS.filter(
    (name) => !LISTS.has(name) && !(name in choices) && query[name] !== undefined,
  );
  const series = parseSelection(model, query.series);
  const time = parseTime(listPeriods(model), query.time);
  const trend: Trend = {
    align: (values.align ?? 'fiscal') as Calendar,
    by: (values.by ?? 'quarter') as By,
    view: (values.view ?? 'levels') as TrendView,
    stack: (values.stack ?? trends.stacks?.[0] ?? toStack(model)) as Stack,
    scale: (values.scale ?? trends.scales?.[0] ?? model.scale) as Scale,
    hasEvents: values.events === 'on',
    series: series.selected,
    time: time.range,
    emptyTime: time.empty,
  };
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

/** "2015..2024", or two fields of one name as a form sends them. */
function parseTime(
  periods: readonly Period[],
  found: Found,
): { range: TimeRange; canonical: string; empty: string | null; corrections: Correction[] } {
  const whole = { range: WHOLE, canonical: '', empty: null, corrections: [] };
  if (found === undefined) return whole;
  const isForm = Array.isArray(found) && found.length === 2;
  const text = isForm ? found.join('..') : (first(found) ?? '');
  const range = parseTimeRange(text);
  const wrong: Correction[] = [
    { parameter: 'time', found: [found].flat().join(', '), used: range && formatTimeRange(range) },
  ].map((one) => ({ ...one, used: one.used ?? '' }));
  if (range === null) return { ...whole, corrections: wrong };
  const inside = periods.filter((period) => isWithin(period, range));
  if (inside.length === 0) {
    const asked = formatTimeRange(range);
    const empty = `No figure of this chart lies within ${asked}; all are shown.`;
    return { ...whole, empty, corrections: [{ parameter: 'time', found: asked, used: '' }] };
  }
  const isRepeated = Array.isArray(found) && !isForm;
  const corrections = isRepeated || isSwapped(text, range) ? wrong : [];
  if (inside.length === periods.length) return { ...whole, corrections };
  return { range, canonical: formatTimeRange(range), empty: null, corrections };
}

/** Ends in the wrong order were exchanged. */
function isSwapped(text: string, range: TimeRange): boolean {
  const start = parseTimeRange(`${text.split('..')[0]}..`);
  return range.from !== null && range.from !== range.to && start?.from !== range.from;
}
