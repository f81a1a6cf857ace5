import { afterAll, beforeAll, describe, expect, expectTypeOf, it, test } from 'vitest';
import { offers, vendors } from '@/data/cases/registry';
import type { RowOf } from '@/data/contract';
import { openTracker } from '../connection';
import { createSmallFolder, type SmallFolder, toOffersCsv } from '../small-data-for-tests';
import { listDatasetStates } from './dataset-states';
import { countRows, findPlace, listRows, type RowSelection } from './table';

let folder: SmallFolder;
beforeAll(async () => {
  folder = createSmallFolder();
  folder.write({
    vendors:
      'vendor,name,founded_year\nnvidia,NVIDIA,1993\namd,AMD,1969\nintel,Intel\\Altera Corporation,1968\n',
    offers: toOffersCsv([
      'nvidia,2023-02-23,,H100,sxm,2.40,8,https://example.org/100%_sure',
      'nvidia,2023-03-23,,H200,sxm,3.10,,https://example.org/b',
      'amd,2024-01-05,2023,MI300,pcie,1.99,,https://example.org/C',
      'intel,2024-02-05,,G3,pcie,0.99,4,https://example.org/de',
      'amd,2022-01-05,2021-11,MI250,pcie,1.99,16,https://example.org/e',
    ]),
  });
  await folder.ingest();
  process.env.TRACKER_DB = folder.databaseFile;
});
afterAll(() => folder.remove());

const chipsOf = async (view: RowSelection) =>
  (await listRows(openTracker().orm, offers, view)).map(({ chip }) => chip).join(' ');

describe('rows of any dataset', () => {
  it('have the contract’s own type, and their line', async () => {
    const rows = await listRows(openTracker().orm, vendors);
    expectTypeOf(rows[0]!).toExtend<RowOf<typeof vendors>>();
    expect(rows[0]).toEqual({ line: 3, vendor: 'amd', name: 'AMD', founded_year: 1969 });
  });

  it.each<[string, RowSelection, string]>([
    ['by key, unless told otherwise', {}, 'MI250 MI300 G3 H100 H200'],
    ['by a number', { sort: [{ column: 'price_usd_per_hour' }] }, 'G3 MI250 MI300 H100 H200'],
    [
      'downwards, equals still by key',
      { sort: [{ column: 'price_usd_per_hour', descending: true }] },
      'H200 H100 MI250 MI300 G3',
    ],
    ['unknown last upwards', { sort: [{ column: 'accelerators' }] }, 'G3 H100 MI250 MI300 H200'],
    [
      'unknown last downwards',
      { sort: [{ column: 'accelerators', descending: true }] },
      'MI250 H100 G3 MI300 H200',
    ],
    [
      'by two columns',
      {
        sort: [
          { column: 'form', descending: true },
          { column: 'chip', descending: true },
        ],
      },
      'H200 H100 MI300 MI250 G3',
    ],
    ['page by page', { offset: 2, limit: 2 }, 'G3 H100'],
    ['past the end', { offset: 9, limit: 2 }, ''],
    ['by a value', { filters: { vendor: 'amd' } }, 'MI250 MI300'],
    ['by a number’s value', { filters: { accelerators: 4 } }, 'G3'],
    ['by blanks', { filters: { accelerators: null } }, 'MI300 H200'],
    ['by several', { filters: { vendor: 'nvidia', accelerators: null } }, 'H200'],
    ['by a word in any letter case', { search: 'NVIDIA' }, 'H100 H200'],
    ['by all words', { search: '  amd   2022 ' }, 'MI250'],
    ['by the name of what it refers to', { search: 'corporation' }, 'G3'],
    ['by a percent sign as such', { search: '%' }, 'H100'],
    ['by an underscore as such', { search: 'h_' }, ''],
    ['by a backslash as such', { search: '\\' }, 'G3'],
    ['by a quotation mark as such', { search: `' OR 1=1 --` }, ''],
    ['by a very long search', { search: 'nvidia '.repeat(100_000) }, 'H100 H200'],
  ])('%s', async (_, view, chips) => {
    expect(await chipsOf(view)).toBe(chips);
    const { offset: _offset, limit: _limit, ...filter } = view;
    const all = await listRows(openTracker().orm, offers, filter);
    expect(await countRows(openTracker().orm, offers, filter)).toBe(all.length);
  });

  it.each(['price', 'constructor', 'rowid', '"'])(
    'refuse the unknown column %s',
    async (column) => {
      const { orm } = openTracker();
      await expect(listRows(orm, offers, { sort: [{ column }] })).rejects.toThrow('has no column');
      await expect(countRows(orm, offers, { filters: { [column]: 1 } })).rejects.toThrow(
        'has no column',
      );
    },
  );
});

describe('what the database says of itself', () => {
  it('lists datasets as registered, with their checks', async () => {
    expect(await listDatasetStates(openTracker().orm)).toEqual([
      {
        dataset: 'vendors',
        row_count: 3,
        collected_on: '',
        newest_publication: null,
        checks: [],
      },
      {
        dataset: 'offers',
        row_count: 5,
        collected_on: '',
        newest_publication: null,
        checks: [
          {
            name: 'announced-before-offered',
            explanation: 'Nothing is offered before the press has heard of it.',
            state: 'passed',
          },
        ],
      },
    ]);
  });
});

test('a row has the place at which it is listed, and none among others', async () => {
  const { orm } = openTracker();
  const view = { sort: [{ column: 'accelerators', descending: true }] };
  const rows = await listRows(orm, offers, view);
  expect(rows).toHaveLength(5);
  for (const [at, { line }] of rows.entries()) {
    expect(await findPlace(orm, offers, view, line)).toBe(at + 1);
  }
  const others = { filters: { chip: 'H100' } };
  expect(await findPlace(orm, offers, others, rows[0]!.line)).toBeNull();
});
