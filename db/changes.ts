/**
 * What changed between two published databases: rows added, changed and removed,
 * matched by key. Either may have been made from other declarations than today's;
 * only columns that both know are compared.
 */
import Database from 'better-sqlite3';
import { type CellValue, type Contract, toTableName } from '@/data/contract';
import { quote } from './to-table';

export type Cells = Readonly<Record<string, CellValue>>;

export interface ChangedRow {
  readonly change: 'added' | 'changed' | 'removed';
  readonly key: readonly CellValue[];
  /** Null for an added row. */
  readonly before: Cells | null;
  /** Null for a removed row. */
  readonly after: Cells | null;
}

export interface DatasetChanges {
  readonly dataset: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Added, changed, then removed rows, each in the order of their CSV; `most` of each. */
  readonly rows: readonly ChangedRow[];
}

/** Datasets with changes, in the order of `datasets`; those without are left out. */
export function listChanges({
  older,
  newer,
  datasets,
  most,
}: {
  older: string;
  newer: string;
  datasets: readonly Contract[];
  most: number;
}): DatasetChanges[] {
  const client = new Database(newer, { readonly: true, fileMustExist: true });
  try {
    client.prepare('ATTACH ? AS old').run(older);
    return datasets
      .map((contract) => compareTable(client, contract, most))
      .filter(({ added, changed, removed }) => added + changed + removed > 0);
  } finally {
    client.close();
  }
}

function compareTable(client: Database.Database, contract: Contract, most: number): DatasetChanges {
  const table = quote(toTableName(contract.slug));
  const now = listColumns(client, contract, 'main');
  const then = listColumns(client, contract, 'old');
  const shared = now.filter((name) => then.includes(name));
  const hasKey = contract.key.every((name) => shared.includes(name));
  const same = hasKey
    ? contract.key.map((name) => `n.${quote(name)} = o.${quote(name)}`).join(' AND ')
    : '0';
  const values = shared.filter((name) => !contract.key.includes(name));
  const differs =
    values.map((name) => `n.${quote(name)} IS NOT o.${quote(name)}`).join(' OR ') || '0';

  const read = (from: string, row: string, columns: readonly string[]) => ({
    count: client.prepare<[], number>(`SELECT count(*) ${from}`).pluck().get() ?? 0,
    rows: client
      .prepare<[number], CellValue[]>(
        `SELECT ${columns.join(', ')} ${from} ORDER BY ${row}.rowid LIMIT ?`,
      )
      .raw()
      .all(most),
  });
  const nothing = { count: 0, rows: [] as CellValue[][] };
  const lacks = (one: string, other: string, row: string, names: readonly string[], its: number) =>
    names.length === 0
      ? nothing
      : read(
          `FROM ${one} ${its > 0 ? `WHERE NOT EXISTS (SELECT 1 FROM ${other} WHERE ${same})` : ''}`,
          row,
          names.map((name) => `${row}.${quote(name)}`),
        );
  const added = lacks(`main.${table} n`, `old.${table} o`, 'n', now, then.length);
  const removed = lacks(`old.${table} o`, `main.${table} n`, 'o', then, now.length);
  const changed = hasKey
    ? read(`FROM main.${table} n JOIN old.${table} o ON ${same} WHERE ${differs}`, 'n', [
        ...shared.map((name) => `n.${quote(name)}`),
        ...shared.map((name) => `o.${quote(name)}`),
      ])
    : nothing;

  const toKey = (cells: Cells) => contract.key.map((name) => cells[name] ?? null);
  return {
    dataset: contract.slug,
    added: added.count,
    changed: changed.count,
    removed: removed.count,
    rows: [
      ...added.rows.map((row): ChangedRow => {
        const after = toCells(now, row);
        return { change: 'added', key: toKey(after), before: null, after };
      }),
      ...changed.rows.map((row): ChangedRow => {
        const after = toCells(shared, row);
        const before = toCells(shared, row.slice(shared.length));
        return { change: 'changed', key: toKey(after), before, after };
      }),
      ...removed.rows.map((row): ChangedRow => {
        const before = toCells(then, row);
        return { change: 'removed', key: toKey(before), before, after: null };
      }),
    ],
  };
}

function listColumns(client: Database.Database, contract: Contract, schema: 'main' | 'old') {
  return client
    .prepare<[string, string], string>('SELECT name FROM pragma_table_info(?, ?)')
    .pluck()
    .all(toTableName(contract.slug), schema);
}

function toCells(names: readonly string[], row: readonly CellValue[]): Cells {
  return Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
}
