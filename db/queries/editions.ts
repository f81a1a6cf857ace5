/**
 * Editions of what publishers revise, and since when each is public: the day on which the
 * newest source that its rows cite was published. Nothing else says so.
 */
import { sql } from 'drizzle-orm';
import { type Contract, toTableName } from '@/data/contract';
import { lastDayOf } from '@/units/date';
import type { Orm } from '../connection';
import { quote } from '../to-table';

export interface Edition {
  /** ISO day; the last of it where the source names a month only. */
  readonly publishedOn: string;
  /** What a chart is built with to show it. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Of a dataset with a column `edition`, the oldest first: a chart of it declares
 * `editions: listEditionsOf(chipSales)` and finds `edition` among its values.
 */
export function listEditionsOf(contract: Contract): (orm: Orm) => Promise<readonly Edition[]> {
  const table = sql.raw(quote(toTableName(contract.slug)));
  return async (orm) =>
    toEditions(
      orm.all(sql`SELECT t.edition AS value, max(s.published_on) AS published_on
        FROM ${table} t JOIN sources s ON s.source = t.source GROUP BY t.edition`),
      'edition',
    );
}

/** Rows of an edition and when it was published; `parameter` is what chooses it. */
export function toEditions(
  rows: readonly { readonly value: string; readonly published_on: string | null }[],
  parameter: string,
): readonly Edition[] {
  return rows
    .flatMap(({ value, published_on }) =>
      published_on === null
        ? []
        : [{ publishedOn: lastDayOf(published_on), values: { [parameter]: value } }],
    )
    .toSorted((a, b) => a.publishedOn.localeCompare(b.publishedOn));
}
