/**
 * The choices that follow from what a chart allows and from its figures: nobody is
 * offered quarterly growth of yearly figures.
 */

import type { Choice, Choices, Option } from '@/address/choices';
import type { By, Calendar, Scale, Stack, Trends, TrendView } from '@/address/trends';
import { listPeriods, type TimeModel } from '@/charts/model';
import { isQuarter } from '@/units/period';

/** Choices in the order in which they work; what one rules out, a later one does not offer. */
export function buildTrendChoices(model: TimeModel, trends: Trends): Choices {
  const periods = listPeriods(model);
  const quarterly = periods.length > 0 && periods.every(isQuarter);
  const fiscal = periods.some(({ kind }) => kind === 'fiscal-quarter');
  const { sums = false, growth = false, align = false, stacks = [], scales = [] } = trends;
  return {
    ...(align && fiscal && { align: offer('Calendar', () => calendars) }),
    ...(sums && quarterly && { by: offer('Sum', () => sumOptions) }),
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
  { value: 'ttm', label: 'Last four quarters' },
] satisfies (Option & { value: By })[];

const views = [
  { value: 'levels', label: 'Figures' },
  { value: 'growth-year', label: 'Growth on the year', drops: ['stack', 'scale'] },
  { value: 'growth-quarter', label: 'Growth on the quarter', drops: ['stack', 'scale'] },
  { value: 'index', label: 'Index', drops: ['stack'] },
] satisfies (Option & { value: TrendView })[];

const stackOptions = [
  { value: 'none', label: 'Lines' },
  { value: 'absolute', label: 'Stacked' },
  { value: 'percent', label: '100% stack', drops: ['scale'] },
] satisfies (Option & { value: Stack })[];

const scaleOptions = [
  { value: 'linear', label: 'Linear' },
  { value: 'log', label: 'Log' },
] satisfies (Option & { value: Scale })[];

const eventOptions = [
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'On' },
] satisfies Option[];
