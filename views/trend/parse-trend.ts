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
  type Parameter,
  type ParameterProblem,
  type Query,
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
import { dropGhosts, listPeriods, type TimeModel } from '@/charts/model';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { isQuarter } from '@/units/period';
import { declareTime } from './parse-time';
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
  const steps = {
    align: (values.align ?? 'fiscal') as Calendar,
    by: (values.by ?? 'quarter') as By,
    view: (values.view ?? 'levels') as TrendView,
    stack: (values.stack ?? trends.stacks?.[0] ?? toStack(model)) as Stack,
    scale: (values.scale ?? trends.scales?.[0] ?? model.scale) as Scale,
    hasEvents: values.events === 'on',
    series: others.values.series,
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
      ...time.texts,
    },
    corrections: [...parsed.corrections, ...others.problems, ...time.problems],
  };
}

/** What is read for itself and is no choice among options that a control shows. */
const LISTS: ReadonlySet<string> = new Set(LIST_PARAMETERS);

const toStack = ({ shape }: TimeModel): Stack =>
  shape.startsWith('stacked') ? 'absolute' : 'none';

/** What other charts over time have, and this one has not. */
const NOT_HERE: Parameter<null> = {
  allowed: 'This chart has no such choice.',
  readsEmpty: true,
  read: (texts) => ({ value: null, text: '', wrong: texts.length > 0 ? [texts.join(', ')] : [] }),
};

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
