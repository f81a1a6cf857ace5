/**
 * Today's rows of a dataset and what an importer has for them → the new rows, and the
 * difference in words of columns. Rows keep their place, columns that are ours their
 * text; what does not belong to the import is not touched.
 */
import type { Contract, CsvRow } from './contract';
import type { TableUpdate } from './importer';

interface ChangedCell {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface TableDifference {
  readonly dataset: string;
  /** Each by the key's columns, in the order of the new file. */
  readonly added: readonly { readonly key: string; readonly row: CsvRow }[];
  readonly changed: readonly { readonly key: string; readonly cells: readonly ChangedCell[] }[];
  /** In the order of the old file. */
  readonly removed: readonly { readonly key: string; readonly row: CsvRow }[];
}

interface UpdatedTable {
  readonly rows: readonly CsvRow[];
  readonly difference: TableDifference;
  /** Keys that the import has more than once; its rows cannot be told apart. */
  readonly repeated: readonly string[];
}

export function updateTable(
  contract: Pick<Contract, 'slug' | 'key'>,
  today: readonly CsvRow[],
  update: TableUpdate,
): UpdatedTable {
  const { match, owns, scope } = update;
  const fresh = new Map<string, CsvRow>();
  const repeated: string[] = [];
  for (const row of update.rows) {
    const key = toKey(row, match);
    if (fresh.has(key)) repeated.push(toWords(row, match));
    else fresh.set(key, row);
  }

  const changed: TableDifference['changed'][number][] = [];
  const removed: TableDifference['removed'][number][] = [];
  const rows: CsvRow[] = [];
  for (const row of today) {
    const found = scope(row) ? fresh.get(toKey(row, match)) : undefined;
    if (found) {
      fresh.delete(toKey(row, match));
      const cells = owns.flatMap((column): ChangedCell[] => {
        const [before, after] = [row[column] ?? '', found[column] ?? ''];
        return before === after ? [] : [{ column, before, after }];
      });
      if (cells.length > 0) changed.push({ key: toWords(row, contract.key), cells });
      rows.push({
        ...row,
        ...Object.fromEntries(cells.map(({ column, after }) => [column, after])),
      });
    } else if (scope(row) && !update.keepsMissing) {
      removed.push({ key: toWords(row, contract.key), row });
    } else rows.push(row);
  }

  const added = new Set(fresh.values());
  for (const row of added) insert(rows, row, update);
  return {
    rows,
    repeated,
    difference: {
      dataset: contract.slug,
      added: rows
        .filter((row) => added.has(row))
        .map((row) => ({ key: toWords(row, contract.key), row })),
      changed,
      removed,
    },
  };
}

/** Into the row's block, before the first that sorts after it; a new block begins at the end. */
function insert(rows: CsvRow[], row: CsvRow, { block, order }: TableUpdate): void {
  const compare = (a: CsvRow, b: CsvRow): number => {
    for (const column of order) {
      const [one, other] = [a[column] ?? '', b[column] ?? ''];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  };
  const next =
    order.length === 0 ? -1 : rows.findIndex((other) => block(other) && compare(row, other) < 0);
  const last = rows.findLastIndex(block);
  const place = next >= 0 ? next : last >= 0 ? last + 1 : rows.length;
  rows.splice(place, 0, row);
}

function toKey(row: CsvRow, columns: readonly string[]): string {
  return columns.map((column) => row[column] ?? '').join('\n');
}

function toWords(row: CsvRow, columns: readonly string[]): string {
  return columns.map((column) => row[column] || '–').join(', ');
}

/** Whether anything differs. */
export function isDifferent({ added, changed, removed }: TableDifference): boolean {
  return added.length + changed.length + removed.length > 0;
}

/** Whether a row says what it said, and only cites another document. */
export function isSourceOnly({ cells }: TableDifference['changed'][number]): boolean {
  return cells.every(({ column }) => column === 'source');
}
