/** When the sources were read that rows cite, by whom or what the rows are of. */
import { eq, isNotNull, max, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Columns, Contract } from '@/data/contract';
import { sources } from '@/data/sources/contract';
import type { Orm } from '../orm';
import { toTable } from '../to-table';
import { listSourceColumns } from './sources';

const sourceTable = toTable(sources);

/**
 * A name of a list → the newest ISO day on which a source was read that a row which names it
 * cites, over all datasets. Names that no such row has are absent.
 */
export async function listReadings(
  orm: Orm,
  datasets: readonly Contract[],
  list: Contract,
): Promise<ReadonlyMap<string, string>> {
  const [one, other, ...rest] = datasets.flatMap((contract) => {
    const [cited] = listSourceColumns(contract);
    const naming = Object.entries(contract.columns).flatMap(([name, column]) =>
      column.type === 'reference' && column.to === list.slug ? name : [],
    );
    const own = contract.slug === list.slug ? contract.key : naming;
    return cited === undefined
      ? []
      : own.map((name) => selectReadings(orm, contract, { name, cited }));
  });
  if (!one) return new Map();
  const rows = await (other ? unionAll(one, other, ...rest) : one).orderBy(sql`name`, sql`read`);
  const newest = new Map<string, string>();
  for (const { name, read } of rows) {
    if (read && read > (newest.get(name) ?? '')) newest.set(name, read);
  }
  return newest;
}

function selectReadings(orm: Orm, contract: Contract, columns: { name: string; cited: string }) {
  const table = toTable<Columns>(contract);
  const [name, cited] = [table[columns.name]!, table[columns.cited]!];
  return orm
    .select({
      name: sql<string>`${name}`.as('name'),
      read: max(sourceTable.retrieved).as('read'),
    })
    .from(table)
    .innerJoin(sourceTable, eq(sourceTable.source, cited))
    .where(isNotNull(name))
    .groupBy(name);
}
