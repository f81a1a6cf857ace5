import { expect, it, test } from 'vitest';
import {
  type CellFormat,
  type CellValue,
  formatCell,
  isDescendingFirst,
  listSortNames,
  readBatches,
  showCell,
  sortRows,
  type Table,
  type TableColumn,
} from './table';

interface Chip {
  readonly name: string;
  readonly chip: string;
  readonly count: number | null;
  readonly since?: string;
}

const toColumn = (
  id: keyof Chip,
  type: TableColumn['type'],
  more: Partial<TableColumn<Chip>> = {},
): TableColumn<Chip> => ({
  id,
  type,
  unit: null,
  label: id,
  meaning: '',
  read: (row) => row[id] ?? null,
  ...more,
});

const columns = [
  toColumn('name', 'text'),
  toColumn('chip', 'text'),
  toColumn('count', 'integer'),
  toColumn('since', 'text', { as: 'date' }),
];

const rows: readonly Chip[] = [
  { name: 'a', chip: 'H100', count: 2, since: '2024-Q3' },
  { name: 'b', chip: 'A100', count: 2, since: '2024-02-03' },
  { name: 'c', chip: 'A100', count: null, since: '2024' },
  { name: 'd', chip: 'A100', count: 2 },
  { name: 'e', chip: 'A100', count: 9 },
];

const sort = (...keys: [column: string, descending: boolean][]) =>
  sortRows(
    { columns, rows },
    keys.map(([column, descending]) => ({ column, descending })),
  ).map(({ name }) => name);

it('lets a second column decide between equals, and keeps the order where that is equal, too', () => {
  expect(sort(['chip', false], ['count', true])).toEqual(['e', 'b', 'd', 'c', 'a']);
});

it('sorts unknown values last either way', () => {
  expect(sort(['count', true]).at(-1)).toBe('c');
  expect(sort(['count', false]).at(-1)).toBe('c');
});

it('sorts periods by their first day', () => {
  expect(sort(['since', false]).slice(0, 3)).toEqual(['c', 'b', 'a']);
});

it('leaves the order as it is for columns that it does not have', () => {
  expect(sort(['no-such', true])).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test.each<[CellFormat, CellValue, string]>([
  [{}, null, '–'],
  [{ missing: 'not yet' }, null, 'not yet'],
  [{ as: 'date' }, '2024-02-03', 'Feb 3, 2024'],
  [{}, '2024-02-03', '2024-02-03'],
  [{ unit: null }, 1163, '1,163'],
  [{ unit: 'USD' }, 1163, '$1,163'],
])('words a cell of %j with %j as %s', (format, value, text) => {
  expect(formatCell(format, value)).toBe(text);
});

it('words a modeled figure as far as it is known', () => {
  expect(formatCell({ unit: 'accelerators' }, 1_190_123, 'modeled')).toBe('1.2m');
  const modeled = toColumn('count', 'number', { unit: 'accelerators', kind: () => 'modeled' });
  const row = { name: 'a', chip: 'H100', count: 1_190_123 };
  expect(showCell(modeled, row)).toEqual({
    text: '1.2m',
    kind: 'modeled',
    source: null,
    href: null,
    title: null,
  });
});

it('calls columns in addresses as they were always called, or by their ids', () => {
  const asOf = toColumn('since', 'text', { id: 'as_of' });
  expect(listSortNames({ columns: [asOf, { ...asOf, sortedAs: 'date' }] })).toEqual([
    'as-of',
    'date',
  ]);
});

it('sorts numbers from the largest at first, words from A, and others as they say', () => {
  const rank = toColumn('count', 'integer', { sortsFirst: 'ascending' });
  expect([...columns, rank].map(isDescendingFirst)).toEqual([false, false, true, false, false]);
});

it('reads raw values, of a table in memory and of one in batches', async () => {
  const read = async (table: Table<Chip>) => {
    const found: CellValue[][][] = [];
    for await (const batch of readBatches(table)) found.push(batch);
    return found;
  };
  const first: CellValue[][] = [
    ['a', 'H100', 2, '2024-Q3'],
    ['b', 'A100', 2, '2024-02-03'],
  ];
  expect(await read({ columns, rows: rows.slice(0, 2) })).toEqual([first]);
  async function* inBatches() {
    for (const row of first) yield [row];
  }
  expect(await read({ columns, rows: inBatches })).toEqual(first.map((row) => [row]));
});
