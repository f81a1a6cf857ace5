/** Opens the downloaded database as anybody with SQLite does. */

import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { toTableName } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { answerDatabase } from './database-file';

const tracker = openFrozenData();
const original = tracker.orm.$client;

const download = async (query = '') => {
  const request = new Request(`http://localhost/download/tracker.sqlite${query}`);
  return Buffer.from(await (await answerDatabase(request, tracker)).arrayBuffer());
};

let before: Buffer;
let file: Database.Database;
beforeAll(async () => {
  before = readFileSync(original.name);
  file = new Database(await download());
});
afterAll(() => file.close());

it('is sound, says which program it is of, and holds no index of ours', () => {
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(file.pragma('foreign_key_check')).toEqual([]);
  expect(file.pragma('application_id', { simple: true })).toBe(0x41494854);
  expect(file.pragma('user_version', { simple: true })).toBe(1);
  const names = file.prepare('SELECT name FROM sqlite_schema').pluck().all();
  expect(names.filter((name) => String(name).startsWith('search'))).toEqual([]);
});

test.each(datasets.map(({ slug }) => slug))('%s has the rows and lines that we have', (slug) => {
  const all = `SELECT rowid, * FROM ${toTableName(slug)} ORDER BY rowid`;
  expect(file.prepare(all).raw().all()).toEqual(original.prepare(all).raw().all());
});

it('is the same for a snapshot, and each time, and leaves the published file as it is', async () => {
  const bytes = await download();
  expect(bytes.equals(await download(`?snapshot=${tracker.snapshot.id}`))).toBe(true);
  expect(readFileSync(original.name).equals(before)).toBe(true);
});

describe('its tables about the others', () => {
  it('explain every column', () => {
    const columns = datasets.flatMap(({ slug, columns }) =>
      Object.keys(columns).map((name) => `${slug}.${name}`),
    );
    const explained = file
      .prepare(`SELECT dataset || '.' || "column" FROM dictionary WHERE meaning <> ''`)
      .pluck()
      .all();
    expect(explained.toSorted()).toEqual(columns.toSorted());
    const read = file.prepare(
      `SELECT type, unit, required, "values" FROM dictionary WHERE dataset = ? AND "column" = ?`,
    );
    expect(read.get('nvidia-revenue', 'revenue_usd_millions')).toEqual({
      type: 'number',
      unit: 'USD millions',
      required: 1,
      values: null,
    });
    expect(read.get('chips', 'vendor')).toMatchObject({ type: 'reference to vendors' });
    const { values } = read.get('gpu-market-share', 'kind') as { values: string };
    const kinds = file.prepare('SELECT DISTINCT kind FROM gpu_market_share').pluck().all();
    expect(Object.keys(JSON.parse(values))).toEqual(expect.arrayContaining(kinds));
  });

  it('say whose each dataset is, and which snapshot this is', () => {
    const licenses = file.prepare('SELECT dataset FROM licenses WHERE credit <> ?').pluck();
    expect(licenses.all('')).toEqual(datasets.map(({ slug }) => slug).toSorted());
    const { id } = tracker.snapshot;
    expect(file.prepare('SELECT * FROM about').all()).toEqual([
      {
        title: 'AI Hardware Tracker',
        license: 'CC-BY-4.0',
        license_url: 'https://creativecommons.org/licenses/by/4.0/',
        citation: expect.stringContaining(`Snapshot ${id} of `),
        snapshot: id,
        published: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        address: expect.stringMatching(
          new RegExp(`^http.*/download/tracker.sqlite\\?snapshot=${id}$`),
        ),
      },
    ]);
  });
});
