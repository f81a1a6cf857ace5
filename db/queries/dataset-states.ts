/** How the datasets of a database stand, and what came in last: the newest publications. */
import { and, asc, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Columns, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { sources } from '@/data/sources/contract';
import { soundGrades } from '@/data/sources/origins';
import type { Orm } from '../connection';
import { checkStates, datasetStates } from '../snapshot-tables';
import { toTable } from '../to-table';

interface Publication {
  readonly dataset: string;
  readonly source: string;
  /** Whose figures it holds. */
  readonly origin: string;
  /** Where they were read. */
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
 * out, those that are neither the origin's own nor of the press, and rows that nothing confirms.
 */
export async function listNewestPublications(orm: Orm, limit: number): Promise<Publication[]> {
  const citing = (datasets as readonly Contract[]).filter(citesSources);
  const [first, second, ...rest] = citing.map((contract) => {
    const table = toTable<Columns>(contract);
    return orm
      .select({
        dataset: sql<string>`${contract.slug}`.as('dataset'),
        source: sql<string>`${sourceTable.source}`.as('source'),
        origin: sourceTable.origin,
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
          inArray(sourceTable.grade, [...soundGrades]),
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

export interface CheckState {
  readonly name: string;
  readonly explanation: string;
  readonly state: 'passed';
}

export interface DatasetState {
  readonly dataset: string;
  readonly row_count: number;
  /** The newest day on which a cited source was read, ISO. */
  readonly collected_on: string;
  /** When the newest cited source was published, as precisely as it says; null: unknown. */
  readonly newest_publication: string | null;
  /** In the order in which the contract names them. */
  readonly checks: readonly CheckState[];
}

/** One state per dataset, in the order of the registry. */
export async function listDatasetStates(orm: Orm): Promise<DatasetState[]> {
  const states = await orm.select().from(datasetStates).orderBy(asc(sql`rowid`));
  const checks = await orm.select().from(checkStates).orderBy(asc(sql`rowid`));
  return states.map((state) => ({
    ...state,
    checks: checks
      .filter(({ dataset }) => dataset === state.dataset)
      .map(({ name, explanation, state }) => ({ name, explanation, state })),
  }));
}

/** When the newest source was read that a dataset's rows cite, ISO; null: no such dataset. */
export async function getCollectionDay(orm: Orm, dataset: string): Promise<string | null> {
  const [state] = await orm
    .select({ collected_on: datasetStates.collected_on })
    .from(datasetStates)
    .where(eq(datasetStates.dataset, dataset));
  return state?.collected_on ?? null;
}
