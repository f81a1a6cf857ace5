/** What came in last: the newest publications and the figures they brought. */
import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Columns, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { sources } from '@/data/sources/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

interface Publication {
  readonly dataset: string;
  readonly source: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string | null;
  readonly published_on: string;
  /** Rows of the dataset that cite it. */
  readonly figures: number;
}

const sourceTable = toTable(sources);

/**
 * Pairs of dataset and source, newest publication first; sources without a date are left
 * out, and rows that nothing confirms.
 */
export async function listNewestPublications(orm: Orm, limit: number): Promise<Publication[]> {
  const citing = (datasets as readonly Contract[]).filter(citesSources);
  const [first, second, ...rest] = citing.map((contract) => {
    const table = toTable<Columns>(contract);
    return orm
      .select({
        dataset: sql<string>`${contract.slug}`.as('dataset'),
        source: sql<string>`${sourceTable.source}`.as('source'),
        publisher: sourceTable.publisher,
        title: sourceTable.title,
        url: sourceTable.url,
        published_on: sql<string>`${sourceTable.published_on}`.as('published_on'),
        figures: count().as('figures'),
      })
      .from(table)
      .innerJoin(sourceTable, eq(table.source!, sourceTable.source))
      .where(
        and(
          isNotNull(sourceTable.published_on),
          // What stands at second hand alone is no news.
          table.standing ? sql`${table.standing} = 'verified'` : undefined,
        ),
      )
      .groupBy(sourceTable.source);
  });
  if (!first || !second) throw new Error('Fewer than two datasets cite sources.');
  return unionAll(first, second, ...rest)
    .orderBy(desc(sql`published_on`), desc(sql`figures`), sql`dataset`, sql`source`)
    .limit(limit);
}

/** Lists such as chips cite sources for their specifications; they count too. */
function citesSources({ columns }: Contract): boolean {
  const column = columns.source;
  return column?.type === 'reference' && column.to === 'sources';
}
