import { expect, it } from 'vitest';
import type { RankEntry, RankModel } from '@/charts/model';
import { buildDataTable, readRows } from './data-table';

const entry = (id: string, more: Partial<RankEntry>): RankEntry => ({
  id,
  label: id,
  href: null,
  value: 10,
  kind: 'estimate',
  color: 'nvidia',
  tone: 'full',
  details: [230_000, '2026-08-01'],
  source: 's',
  ...more,
});

const ranking = (entries: readonly RankEntry[]): RankModel => ({
  shape: 'ranking',
  unit: 'H100-equivalents',
  scale: 'linear',
  valueLabel: 'H100-equivalents',
  entryLabel: 'Organization',
  columns: [
    { id: 'accelerators', label: 'Accelerators', as: 'accelerators' },
    { id: 'as_of', label: 'As of', as: 'date' },
  ],
  notes: [],
  entries,
});

async function read(model: RankModel) {
  const table = buildDataTable(model);
  const names = table.columns.map(({ name }) => name);
  const rows = await readRows(table);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}

it('writes the ranks that the page shows, ties and open ones included', async () => {
  const rows = await read(
    ranking([
      entry('amazon', { rank: { best: 2, worst: 3 } }),
      entry('meta', { rank: { best: 4, worst: 4 } }),
      entry('oracle', { rank: { best: 4, worst: 4 } }),
    ]),
  );
  expect(rows.map(({ rank_best, rank_worst }) => [rank_best, rank_worst])).toEqual([
    [2, 3],
    [4, 4],
    [4, 4],
  ]);
});

it('has no ranks where the page has none', async () => {
  const [row = {}] = await read(ranking([entry('meta', { rank: null })]));
  expect(Object.keys(row)).not.toContain('rank_best');
});

it('keeps further columns raw: numbers are numbers, dates are ISO', async () => {
  const [row] = await read(ranking([entry('xai', {})]));
  expect(row).toMatchObject({ detail_accelerators: 230_000, detail_as_of: '2026-08-01' });
});
