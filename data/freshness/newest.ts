/** How new a series is, asked of the data, and when it will be continued. */
import { addDays, toDay } from '@/units/date';
import { type Period, parsePeriod } from '@/units/period';
import type { CellValue } from '@/units/table';
import type { CheckedTables } from '../contract';

/** As much of a row of `freshness` as says when. */
export interface Timing {
  readonly newest: string;
  readonly rhythm: string | null;
  readonly lag_days: number | null;
  readonly announced: string | null;
}

/**
 * The period of the newest figure; null where the statement gives none. Throws, with SQLite's
 * own words, where it cannot be asked.
 */
export function findNewest(
  tables: CheckedTables,
  { newest }: Pick<Timing, 'newest'>,
): Period | null {
  const rows = tables.all<Readonly<Record<string, CellValue>>>(newest);
  const [label = null] = rows.length === 1 ? Object.values(rows[0] ?? {}) : [];
  return label === null ? null : parsePeriod(String(label));
}

/**
 * The day, ISO, on which the figure after the newest is expected: as announced, while the
 * newest is older than that, else by rhythm and lag. Null: nobody knows.
 */
export function toNextExpected(
  { end }: Pick<Period, 'end'>,
  { rhythm, lag_days, announced }: Omit<Timing, 'newest'>,
): string | null {
  if (announced !== null && announced > end) return announced;
  const [count = '', unit = ''] = rhythm?.split(' ') ?? [];
  if (unit === '') return null;
  const next = unit === 'days' ? addDays(end, Number(count)) : addMonths(end, Number(count));
  return addDays(next, lag_days ?? 0);
}

/** The same day of a later month, or its last where it has no such day; month ends stay so. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOf = (n: number) => new Date(Date.UTC(year, n, 0)).getUTCDate();
  const isLast = date === lastOf(month);
  const last = lastOf(month + months);
  const target = isLast ? last : Math.min(date, last);
  return toDay(new Date(Date.UTC(year, month - 1 + months, target)));
}
