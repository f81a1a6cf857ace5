/** Which figures rest on which source. */
import { rollup, sum } from 'd3-array';
import { count, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type SQLiteColumn, unionAll } from 'drizzle-orm/sqlite-core';
import type { Columns, Contract } from '@/data/contract';
import { sources } from '@/data/sources/contract';
import type { Orm } from '../orm';
import { oncePerSnapshot } from '../orm';
import { downward, toTable, upward } from '../to-table';
import type { SourceRow } from './names';
import { type RowSelection, selectValues } from './table';

export interface SourceUse {
  readonly source: string;
  readonly dataset: string;
  /** The column that names the source. */
  readonly column: string;
  readonly rows: number;
}

const sourceTable = toTable(sources);

/**
 * How many rows of each dataset cite each source that `of` selects, or each: by source, then in
 * the order of the registry and of its columns. A source that nothing cites is absent.
 */
export async function countSourceUses(
  orm: Orm,
  datasets: readonly Contract[],
  of?: RowSelection,
): Promise<SourceUse[]> {
  const citing = datasets.flatMap((contract) =>
    listSourceColumns(contract).map((column) => ({ contract, column })),
  );
  const isAsked = await buildIsAsked(orm, of);
  const [one, other, ...rest] = citing.map(({ contract, column }, place) =>
    selectCitations(orm, contract, column, { place, isAsked }),
  );
  if (!one) return [];
  const rows = await (other ? unionAll(one, other, ...rest) : one).orderBy(sql`source`, sql`place`);
  return rows.map(({ source, place, rows }) => {
    const { contract, column } = citing[place]!;
    return { source, dataset: contract.slug, column, rows };
  });
}

/**
 * Whether a column names one of the sources asked for. A page of them is looked up once, not once
 * for every column that cites them.
 */
async function buildIsAsked(orm: Orm, of: RowSelection | undefined): Promise<IsAsked> {
  if (!of) return (cited) => sql`${cited} IS NOT NULL`;
  const chosen = selectValues(orm, sources, 'source', of);
  if (of.limit === undefined) return (cited) => inArray(cited, chosen);
  const slugs = (await chosen).map(({ source }) => String(source));
  return (cited) => inArray(cited, slugs);
}

type IsAsked = (cited: SQLiteColumn) => SQL;

export interface SourceCounts {
  readonly sources: number;
  /** Rows that cite a document graded primary, and rows that cite any. */
  readonly primaryRows: number;
  readonly citingRows: number;
}

/** Dataset → how many documents its rows cite, and how many of the rows cite a primary one. */
export async function countSourcesByDataset(
  orm: Orm,
  datasets: readonly Contract[],
): Promise<ReadonlyMap<string, SourceCounts>> {
  const [uses, primary] = await Promise.all([
    countSourceUses(orm, datasets),
    orm
      .select({ source: sourceTable.source })
      .from(sourceTable)
      .where(eq(sourceTable.grade, 'primary'))
      .orderBy(sourceTable.source),
  ]);
  const isPrimary = new Set(primary.map(({ source }) => source));
  return rollup(
    uses,
    (own): SourceCounts => ({
      sources: new Set(own.map(({ source }) => source)).size,
      primaryRows: sum(own, ({ source, rows }) => (isPrimary.has(source) ? rows : 0)),
      citingRows: sum(own, ({ rows }) => rows),
    }),
    ({ dataset }) => dataset,
  );
}

/**
 * The newest sources that a dataset's rows cite (or are), undated ones last, and how
 * many there are; of the rows that `view` selects, or of all. A negative limit is none.
 */
export async function listNewestSources(
  orm: Orm,
  contract: Contract,
  limit: number,
  view: RowSelection = {},
): Promise<{ newest: readonly SourceRow[]; total: number }> {
  const { search = '', filters = {}, offset, limit: most } = view;
  const isPart =
    search !== '' || Object.keys(filters).length > 0 || offset !== undefined || most !== undefined;
  const cited = isPart
    ? await selectCited(orm, contract, view)
    : await listCitedByAll(orm, contract);
  return { newest: limit < 0 ? cited : cited.slice(0, limit), total: cited.length };
}

/** By all rows of the dataset. */
const listCitedByAll = oncePerSnapshot((orm, contract) => selectCited(orm, contract, {}));

async function selectCited(orm: Orm, contract: Contract, view: RowSelection): Promise<SourceRow[]> {
  const columns = contract.slug === sources.slug ? contract.key : listSourceColumns(contract);
  if (columns.length === 0) return [];
  const cited = columns.map((column) =>
    inArray(sourceTable.source, selectValues(orm, contract, column, view)),
  );
  return orm
    .select(getTableColumns(sourceTable))
    .from(sourceTable)
    .where(or(...cited))
    .orderBy(downward(sourceTable.published_on), upward(sourceTable.source));
}

/** The columns of a dataset that name a source; a list of names has none. */
export function listSourceColumns(contract: Contract): string[] {
  return Object.entries(contract.columns)
    .filter(([, column]) => column.type === 'reference' && column.to === sources.slug)
    .map(([name]) => name);
}

function selectCitations(
  orm: Orm,
  contract: Contract,
  column: string,
  { place, isAsked }: { place: number; isAsked: IsAsked },
) {
  const table = toTable<Columns>(contract);
  const cited = table[column]!;
  return orm
    .select({
      source: sql<string>`${cited}`.as('source'),
      // In words of the statement, because a parameter by itself has no type.
      place: sql<number>`${sql.raw(String(place))}`.as('place'),
      rows: count().as('rows'),
    })
    .from(table)
    .where(isAsked(cited))
    .groupBy(cited);
}
