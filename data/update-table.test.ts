import { expect, it } from 'vitest';
import type { CsvRow } from './contract';
import type { TableUpdate } from './importer';
import { isDifferent, updateTable } from './update-table';

const contract = { slug: 'holdings', key: ['holding'] };
const today: CsvRow[] = [
  { holding: 'eos-june', list: 'index', chip: 'h100', count: '4608', note: 'Ours.' },
  { holding: 'rsc-june', list: 'index', chip: 'a100', count: '16000', note: '' },
  { holding: 'abci', list: 'statement', chip: 'h200', count: '6128', note: '' },
];
const update = (rows: readonly CsvRow[], more: Partial<TableUpdate> = {}): TableUpdate => ({
  dataset: 'holdings',
  scope: (row) => row.list === 'index',
  match: ['chip'],
  owns: ['count'],
  rows,
  block: (row) => row.list === 'index',
  order: ['holding'],
  ...more,
});

it('changes what the publisher owns, keeps our columns, and finds nothing the second time', () => {
  const fresh = update([
    { holding: 'other', list: 'index', chip: 'h100', count: '5000', note: 'Theirs.' },
    { holding: 'rsc-june', list: 'index', chip: 'a100', count: '16000' },
  ]);
  const { rows, difference } = updateTable(contract, today, fresh);
  expect(rows).toEqual([{ ...today[0], count: '5000' }, today[1], today[2]]);
  expect(difference).toEqual({
    dataset: 'holdings',
    added: [],
    changed: [{ key: 'eos-june', cells: [{ column: 'count', before: '4608', after: '5000' }] }],
    removed: [],
  });
  expect(isDifferent(updateTable(contract, rows, fresh).difference)).toBe(false);
});

it('adds in the block’s order, removes what the import no longer has, and nothing else', () => {
  const added = { holding: 'leo-june', list: 'index', chip: 'gh200', count: '1' };
  const { rows, difference } = updateTable(contract, today, update([{ ...today[0] }, added]));
  expect(rows.map(({ holding }) => holding)).toEqual(['eos-june', 'leo-june', 'abci']);
  expect(difference.added.map(({ key }) => key)).toEqual(['leo-june']);
  expect(difference.removed.map(({ key }) => key)).toEqual(['rsc-june']);
});

it('keeps missing rows where the import says so', () => {
  const { difference } = updateTable(contract, today, update([], { keepsMissing: true }));
  expect(isDifferent(difference)).toBe(false);
});

it('begins a new block at the end of the file', () => {
  const row = { holding: 'a', list: 'new', chip: 'h100', count: '1' };
  const isNew = (one: CsvRow) => one.list === 'new';
  const { rows } = updateTable(contract, today, update([row], { scope: isNew, block: isNew }));
  expect(rows.at(-1)).toBe(row);
});

it('tells rows of an import that cannot be told apart', () => {
  const row = { holding: 'a', list: 'index', chip: 'h100', count: '1' };
  expect(updateTable(contract, today, update([row, row])).repeated).toEqual(['h100']);
});
