/**
 * What one database changes against an older one: rows added, changed and removed,
 * matched by key. Either may have been made from other declarations than today's:
 * only columns that both know are compared, and where one has another key, its rows
 * match none of the other's.
 */
import Database from 'better-sqlite3';
import { type Contract, toTableName } from '@/data/contract';
import type { CellValue } from '@/units/table';
import { quote } from './to-table';

export interface RowChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

type Cells = Readonly<Record<string, CellValue>>;

export interface ChangedRow {
  readonly change: keyof RowChanges;
  readonly key: readonly CellValue[];
  /** Null for an added row. */
  readonly before: Cells | null;
  /** Null for a removed row. */
  readonly after: Cells | null;
}

export interface DatasetChanges extends RowChanges {
  readonly dataset: string;
  /** Added, changed, then removed rows, each in the order of their CSV; `most` of each. */
  readonly rows: readonly ChangedRow[];
}

interface TwoDatabases {
  /** A file that is missing or no database counts as an empty one. */
  readonly older: string;
  readonly newer: string;
  readonly datasets: readonly Contract[];
}

/** Numbers of changes by dataset, in the order of `datasets`. */
export function countChanges({ older, newer, datasets }: TwoDatabases): Map<string, RowChanges> {
  const client = openBoth(newer, older);
  try {
    return new Map(
      datasets.map((contract) => [
        contract.slug,
        countRows(client, findDifferences(client, contract)),
      ]),
    );
  } finally {
    client.close();
  }
}

/** Datasets with changes, in the order of `datasets`; those without are left out. */
export function listChanges({
  older,
  newer,
  datasets,
  most,
}: TwoDatabases & { readonly most: number }): DatasetChanges[] {
  const client = openBoth(newer, older);
  try {
    return datasets.flatMap((contract): DatasetChanges[] => {
      const differences = findDifferences(client, contract);
      const counts = countRows(client, differences);
      if (counts.added + counts.changed + counts.removed === 0) return [];
      const rows = listRows(client, contract, { differences, most });
      return [{ dataset: contract.slug, ...counts, rows }];
    });
  } finally {
    client.close();
  }
}

/** The newer database as `main`, the older as `old`, which is empty where it cannot be read. */
export function openBoth(newer: string, older: string): Database.Database {
  // Read-only also holds for what is attached: a missing file is not created.
  const client = new Database(newer, { readonly: true, fileMustExist: true });
  const attach = client.prepare<[string]>('ATTACH ? AS old');
  try {
    attach.run(older);
    // SQLite opens lazily: only a question shows whether this is a database.
    client.prepare('SELECT count(*) FROM old.sqlite_schema').get();
  } catch {
    const isAttached = client
      .prepare(`SELECT 1 FROM pragma_database_list WHERE name = 'old'`)
      .get();
    if (isAttached) client.exec('DETACH old');
    attach.run(':memory:');
  }
  return client;
}

/**
 * For each kind of change what follows FROM, `n` being new rows and `o` old ones;
 * null where there are none.
 */
export interface Differences {
  readonly from: Readonly<Record<keyof RowChanges, string | null>>;
  /** FROM for rows of one key next to each other; null where the keys cannot be compared. */
  readonly both: string | null;
  readonly columns: {
    readonly newer: readonly string[];
    readonly older: readonly string[];
    readonly shared: readonly string[];
  };
}

export function findDifferences(client: Database.Database, contract: Contract): Differences {
  const { key } = contract;
  const [newer, older] = [
    listColumns(client, contract, 'main'),
    listColumns(client, contract, 'old'),
  ] as const;
  const shared = newer.names.filter((name) => older.names.includes(name));
  const table = quote(toTableName(contract.slug));
  const [n, o] = [`main.${table} n`, `old.${table} o`];
  const isMatched = [newer, older].every(
    (one) => one.key.toSorted().join() === key.toSorted().join(),
  );
  const same = isMatched
    ? key.map((name) => `n.${quote(name)} = o.${quote(name)}`).join(' AND ')
    : '0';
  const lacks = (its: typeof newer, one: string, others: typeof newer, other: string) => {
    if (its.names.length === 0) return null;
    if (others.names.length === 0) return one;
    return `${one} WHERE NOT EXISTS (SELECT 1 FROM ${other} WHERE ${same})`;
  };
  const values = shared.filter((name) => !key.includes(name));
  const both = isMatched ? `${n} JOIN ${o} ON ${same}` : null;
  const differs = values.map((name) => `n.${quote(name)} IS NOT o.${quote(name)}`).join(' OR ');
  return {
    from: {
      added: lacks(newer, n, older, o),
      changed: both && differs ? `${both} WHERE ${differs}` : null,
      removed: lacks(older, o, newer, n),
    },
    both,
    columns: { newer: newer.names, older: older.names, shared },
  };
}

/** No names where the database lacks the table. */
function listColumns(client: Database.Database, { slug }: Contract, schema: 'main' | 'old') {
  const columns = client
    .prepare<[string, string], { name: string; pk: number }>(
      'SELECT name, pk FROM pragma_table_info(?, ?)',
    )
    .all(toTableName(slug), schema);
  return {
    names: columns.map(({ name }) => name),
    key: columns.filter(({ pk }) => pk > 0).map(({ name }) => name),
  };
}

function countRows(client: Database.Database, { from }: Differences): RowChanges {
  const count = (clause: string | null) =>
    clause === null
      ? 0
      : (client.prepare<[], number>(`SELECT count(*) FROM ${clause}`).pluck().get() ?? 0);
  return {
    added: count(from.added),
    changed: count(from.changed),
    removed: count(from.removed),
  };
}

function listRows(
  client: Database.Database,
  { key }: Contract,
  { differences, most }: { differences: Differences; most: number },
): ChangedRow[] {
  const {
    from,
    columns: { newer, older, shared },
  } = differences;
  const read = (clause: string | null, row: 'n' | 'o', columns: readonly string[]) =>
    clause === null
      ? []
      : client
          .prepare<[number], CellValue[]>(
            `SELECT ${columns.join(', ')} FROM ${clause} ORDER BY ${row}.rowid LIMIT ?`,
          )
          .raw()
          .all(most);
  const of = (row: 'n' | 'o', names: readonly string[]) =>
    names.map((name) => `${row}.${quote(name)}`);
  const toKey = (cells: Cells) => key.map((name) => cells[name] ?? null);
  return [
    ...read(from.added, 'n', of('n', newer)).map((row): ChangedRow => {
      const after = toCells(newer, row);
      return { change: 'added', key: toKey(after), before: null, after };
    }),
    ...read(from.changed, 'n', [...of('n', shared), ...of('o', shared)]).map((row): ChangedRow => {
      const after = toCells(shared, row);
      const before = toCells(shared, row.slice(shared.length));
      return { change: 'changed', key: toKey(after), before, after };
    }),
    ...read(from.removed, 'o', of('o', older)).map((row): ChangedRow => {
      const before = toCells(older, row);
      return { change: 'removed', key: toKey(before), before, after: null };
    }),
  ];
}

function toCells(names: readonly string[], row: readonly CellValue[]): Cells {
  return Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
}
