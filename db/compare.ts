/**
 * What a new database changes against the one that was there: rows added, changed
 * and removed, matched by key. The old file may be missing, made from other
 * declarations, or no database at all.
 */
import Database from 'better-sqlite3';
import { type Contract, toTableName } from '@/data/contract';
import { quote } from './to-table';

export interface RowChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Row changes by dataset. Where nothing can be compared, every row counts as added. */
export function compareDatabases(
  newFile: string,
  oldFile: string,
  datasets: readonly Contract[],
): Map<string, RowChanges> {
  // Read-only also holds for what is attached: a missing file is not created.
  const client = new Database(newFile, { readonly: true, fileMustExist: true });
  try {
    const hasOld = attachOld(client, oldFile);
    return new Map(
      datasets.map((contract) => [
        contract.slug,
        hasOld ? compareTable(client, contract) : countAllAsAdded(client, contract),
      ]),
    );
  } finally {
    client.close();
  }
}

function attachOld(client: Database.Database, oldFile: string): boolean {
  try {
    client.prepare('ATTACH ? AS old').run(oldFile);
    // SQLite opens lazily: only a question shows whether this is a database.
    client.prepare('SELECT count(*) FROM old.sqlite_schema').get();
    return true;
  } catch {
    return false;
  }
}

function compareTable(client: Database.Database, contract: Contract): RowChanges {
  const table = quote(toTableName(contract.slug));
  const old = listColumns(client, contract);
  const oldKey = old.filter(({ pk }) => pk > 0).map(({ name }) => name);
  if (oldKey.length === 0) return countAllAsAdded(client, contract);
  if ([...oldKey].sort().join() !== [...contract.key].sort().join()) {
    return { ...countAllAsAdded(client, contract), removed: count(client, `FROM old.${table}`) };
  }
  const sameKey = contract.key.map((name) => `n.${quote(name)} = o.${quote(name)}`).join(' AND ');
  const oldNames = new Set(old.map(({ name }) => name));
  const differences = Object.keys(contract.columns)
    .filter((name) => oldNames.has(name) && !contract.key.includes(name))
    .map((name) => `n.${quote(name)} IS NOT o.${quote(name)}`);
  const lacks = (one: string, other: string) =>
    count(client, `FROM ${one} WHERE NOT EXISTS (SELECT 1 FROM ${other} WHERE ${sameKey})`);
  return {
    added: lacks(`main.${table} n`, `old.${table} o`),
    removed: lacks(`old.${table} o`, `main.${table} n`),
    changed:
      differences.length === 0
        ? 0
        : count(
            client,
            `FROM main.${table} n JOIN old.${table} o ON ${sameKey}
             WHERE ${differences.join(' OR ')}`,
          ),
  };
}

function countAllAsAdded(client: Database.Database, contract: Contract): RowChanges {
  const table = quote(toTableName(contract.slug));
  return { added: count(client, `FROM main.${table}`), changed: 0, removed: 0 };
}

function listColumns(client: Database.Database, contract: Contract) {
  return client
    .prepare<[string], { name: string; pk: number }>(
      `SELECT name, pk FROM pragma_table_info(?, 'old')`,
    )
    .all(toTableName(contract.slug));
}

function count(client: Database.Database, fromClause: string): number {
  return client.prepare<[], number>(`SELECT count(*) ${fromClause}`).pluck().get() ?? 0;
}
