import { expect, it } from 'vitest';
import { toTable } from './kind';
import type { RankEntry, RankModel } from './model';

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
    { id: 'accelerators', label: 'Accelerators', unit: 'accelerators' },
    { id: 'as_of', label: 'As of', as: 'date' },
  ],
  notes: [],
  entries,
});

function read(model: RankModel) {
  const { columns, rows } = toTable(model);
  return rows.map((row) => Object.fromEntries(columns.map((one) => [one.id, one.read(row)])));
}

it('writes the ranks that the page shows, ties and open ones included', () => {
  const rows = read(
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

it('has no ranks where the page has none', () => {
  const [row = {}] = read(ranking([entry('meta', { rank: null })]));
  expect(Object.keys(row)).not.toContain('rank_best');
});

it('keeps further columns raw: numbers are numbers, dates are ISO', () => {
  const [row] = read(ranking([entry('xai', {})]));
  expect(row).toMatchObject({ detail_accelerators: 230_000, detail_as_of: '2026-08-01' });
});
