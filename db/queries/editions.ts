/**
 * Editions of what publishers revise, and since when each is public: the day on which the
 * newest source that its rows cite was published. Nothing else says so.
 */
import { eq, max, sql } from 'drizzle-orm';
import type { Columns, Contract } from '@/data/contract';
import { sources } from '@/data/sources/contract';
import { lastDayOf } from '@/units/date';
import type { Orm } from '../orm';
import { toTable } from '../to-table';

const sourceTable = toTable(sources);

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
  const table = toTable<Columns>(contract);
  const [value, source] = [sql<string>`${table.edition}`, table.source!];
  return async (orm) =>
    toEditions(
      await orm
        .select({ value, published_on: max(sourceTable.published_on) })
        .from(table)
        .innerJoin(sourceTable, eq(sourceTable.source, source))
        .groupBy(value)
        .orderBy(value),
      'edition',
    );
}

/** Values and when what they choose was published; `parameter` is what chooses it. */
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
