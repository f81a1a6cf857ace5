/** How new what a chart shows is, and when its publishers will continue it. */
import { toHref } from '@/address/href';
import { toDatasetHref } from '@/address/links';
import { freshness } from '@/data/freshness/contract';
import { findNewest, toNextExpected } from '@/data/freshness/newest';
import { askTables } from '@/db/check-tables';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { oncePerSnapshot } from '@/db/orm';
import { addDays, toUtc } from '@/units/date';
import { countOf } from '@/units/format-value';
import { formatDate, formatPeriod, parsePeriod } from '@/units/period';

export interface FreshSeries {
  readonly series: string;
  /** What it is, for people. */
  readonly name: string;
  /** Whose it is; null where the tracker keeps the list itself. */
  readonly origin: string | null;
  /** The dataset that holds it; null where its statement names none. */
  readonly dataset: string | null;
  /** Label of the period of its newest figure, or its day: "2025-Q4". */
  readonly newest: string;
  /** The day, ISO, on which its next figure is expected; null: nobody knows. */
  readonly nextExpected: string | null;
  /** How often its publisher publishes: "quarterly"; null: without a rhythm. */
  readonly rhythm: string | null;
  /** Why then: how its publisher publishes. */
  readonly basis: string;
  /** The charts that rest on it, each with the parameters that choose it. */
  readonly shownIn: readonly Shown[];
}

/** Every series there is, by name; none in snapshots of before the dataset. */
export const listFreshSeries = (orm: Orm): Promise<readonly FreshSeries[]> =>
  readFreshSeries(orm, freshness);

const readFreshSeries = oncePerSnapshot(async (orm): Promise<readonly FreshSeries[]> => {
  const rows = await findRows(orm, freshness, {}, ['series']);
  return rows.flatMap((row) => {
    const newest = findNewest(askTables(orm.$client), row);
    if (!newest) return [];
    return {
      series: row.series,
      name: row.name,
      origin: row.origin,
      dataset: findDataset(row.newest),
      newest: newest.label,
      rhythm: row.rhythm && wordRhythm(row.rhythm),
      nextExpected: toNextExpected(newest, row),
      basis: row.basis,
      shownIn: (row.shown_in?.split(' ') ?? []).map(readShown),
    };
  });
});

/** The dataset whose table a statement names first; the registry of all would load them. */
function findDataset(statement: string): string | null {
  const [, table] = /\bFROM (\w+)/.exec(statement) ?? [];
  return table?.replaceAll('_', '-') ?? null;
}

/** "3 months" → "quarterly". */
function wordRhythm(rhythm: string): string {
  return RHYTHMS[rhythm] ?? `every ${rhythm}`;
}

const RHYTHMS: Readonly<Record<string, string>> = {
  '1 days': 'daily',
  '7 days': 'weekly',
  '1 months': 'monthly',
  '3 months': 'quarterly',
  '6 months': 'twice a year',
  '12 months': 'yearly',
};

/**
 * "newest Q4 2025, published quarterly, next expected June 10, 2026": the same whenever it is
 * read, so it says nothing of being late.
 */
export function wordSeries({
  newest,
  rhythm,
  nextExpected,
}: Pick<FreshSeries, 'newest' | 'rhythm' | 'nextExpected'>): string {
  return [
    `newest ${formatPeriod(newest)}`,
    rhythm ? `published ${rhythm}` : 'no fixed schedule',
    ...(nextExpected ? [`next expected ${formatDate(nextExpected)}`] : []),
  ].join(', ');
}

/** The series that a chart rests on, given what was chosen: those expected first come first. */
export async function listSeriesBehind(
  orm: Orm,
  chart: string,
  chosen: Readonly<Record<string, string>>,
): Promise<readonly FreshSeries[]> {
  return (await listFreshSeries(orm))
    .filter(({ shownIn }) => shownIn.some((one) => isShownIn(one, chart, chosen)))
    .toSorted((a, b) => (a.nextExpected ?? LAST).localeCompare(b.nextExpected ?? LAST));
}

const LAST = '9999';

/** The publisher's series with the newest figure of all; null where there is none. */
export async function getNewestSeries(orm: Orm): Promise<FreshSeries | null> {
  const endOf = ({ newest }: FreshSeries) => parsePeriod(newest)?.end ?? '';
  return (await listFreshSeries(orm))
    .filter(({ origin }) => origin !== null)
    .reduce<FreshSeries | null>(
      (first, one) => (first !== null && endOf(first) >= endOf(one) ? first : one),
      null,
    );
}

/** The series that a dataset holds, by name. */
export async function listSeriesOf(orm: Orm, dataset: string): Promise<readonly FreshSeries[]> {
  return (await listFreshSeries(orm)).filter((series) => series.dataset === dataset);
}

/** The first chart that shows a series, else the dataset that holds it. */
export function toShownHref({ shownIn: [shown], dataset }: FreshSeries): string {
  if (!shown) return dataset === null ? '/freshness' : toDatasetHref(dataset);
  return toHref(`/charts/${shown.chart}`, Object.fromEntries(new URLSearchParams(shown.mode)));
}

/** Whether the next figure is overdue, expected within six weeks, or later; open: nobody knows. */
export type Due = 'overdue' | 'soon' | 'later' | 'open';

export function dueOf(series: Pick<FreshSeries, 'nextExpected'>, today: string): Due {
  if (series.nextExpected === null) return 'open';
  if (countOverdueDays(series, today) !== null) return 'overdue';
  return series.nextExpected <= addDays(today, DAYS_OF_SOON) ? 'soon' : 'later';
}

const DAYS_OF_SOON = 42;

/** Days that the next figure is overdue on a day, ISO; null where it is not, or nobody knows. */
export function countOverdueDays(
  { nextExpected }: Pick<FreshSeries, 'nextExpected'>,
  today: string,
): number | null {
  if (nextExpected === null || nextExpected >= today) return null;
  return Math.round((toUtc(today).getTime() - toUtc(nextExpected).getTime()) / DAY_MS);
}

/** "9 days late", "5 months late": how long a figure is overdue; null where it is not. */
export function wordOverdue(
  series: Pick<FreshSeries, 'nextExpected'>,
  today: string,
): string | null {
  const days = countOverdueDays(series, today);
  if (days === null) return null;
  const months = Math.round(days / DAYS_OF_MONTH);
  const [count, unit] = days < 45 ? [days, 'day'] : [months, 'month'];
  return `${countOf(count, unit)} late`;
}

const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = 30.44;

/** Charts that something concerns, as an address names them: "market-share?market=jpr-aib-desktop". */
interface Shown {
  readonly chart: string;
  /** The parameters that choose it, as a query. */
  readonly mode: string;
}

export function readShown(address: string): Shown {
  const [chart = '', mode = ''] = address.split('?');
  return { chart, mode };
}

/** Whether it is this chart, given what was chosen. */
export function isShownIn(
  shown: Shown,
  chart: string,
  chosen: Readonly<Record<string, string>>,
): boolean {
  const wanted = [...new URLSearchParams(shown.mode)];
  return shown.chart === chart && wanted.every(([name, value]) => chosen[name] === value);
}
