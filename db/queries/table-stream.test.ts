import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Contract, defineDataset, integer, text } from '@/data/contract';
import type { CellValue } from '@/units/table';
import type { Tracker } from '../connection';
import { toOrm } from '../orm';
import { toCreateStatement } from '../to-table';
import { type RowSelection, streamRows } from './table';

const many = defineDataset({
  slug: 'many',
  title: 'Many',
  story: 'Made up.',
  grain: 'One row per letter and number.',
  columns: {
    value: integer({ label: 'Value', meaning: 'Value.', unit: null, optional: true }),
    letter: text({ label: 'Letter', meaning: 'Letter.' }),
    number: integer({ label: 'Number', meaning: 'Number.', unit: null }),
  },
  key: ['letter', 'number'],
  checks: [],
  credit: 'Nobody',
  license: 'CC-BY-4.0',
});

const client = new Database(':memory:');
const snapshot = { id: 'many', collected_on: '2026-01-01', row_count: 2500, accepted: null };
const tracker: Tracker = { snapshot, orm: toOrm(client), isFrozen: false };

beforeAll(() => {
  client.exec(toCreateStatement(many as Contract, [many as Contract]));
  // 833 rows a letter, so that pages begin in the middle of one.
  client.exec(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2499)
    INSERT INTO many SELECT iif(i % 3, i, NULL), char(97 + i % 3), i / 3 FROM n`);
});
afterAll(() => client.close());

async function read(from: Tracker, view: RowSelection): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  for await (const batch of streamRows(from, many, view)) rows.push(...batch);
  return rows;
}

const listAll = (order: string) =>
  client.prepare(`SELECT value, letter, number FROM many ORDER BY ${order}`).raw().all();

test('every row comes once, in the order of the key, across pages', async () => {
  const expected = listAll('letter, number');
  expect(await read(tracker, {})).toEqual(expected);
  expect(await read({ ...tracker, isFrozen: true }, {})).toEqual(expected);
});

test('a filter and a search hold on every page', async () => {
  expect((await read(tracker, { filters: { letter: 'b' } })).length).toBe(833);
  expect((await read(tracker, { filters: { value: null } })).length).toBe(834);
  expect((await read(tracker, { search: 'a' })).length).toBe(834);
});

test('a sorted table and a part of it are read as asked', async () => {
  const sort = [{ column: 'number', descending: true }];
  expect(await read(tracker, { sort })).toEqual(listAll('number DESC, letter'));
  expect(await read(tracker, { offset: 999, limit: 2 })).toEqual(
    listAll('letter, number').slice(999, 1001),
  );
});
