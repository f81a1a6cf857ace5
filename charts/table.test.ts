import { expect, it, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import type { ChartModel, Point, RankEntry } from './model';
import { buildTable, sortTable } from './table';

const point = (label: string, value: number | null, more: Partial<Point> = {}): Point => ({
  period: parsePeriod(label)!,
  value,
  kind: 'measured',
  source: 's',
  ...more,
});

const overTime: ChartModel = {
  shape: 'lines',
  unit: '%',
  scale: 'linear',
  axis: 'share',
  notes: [],
  series: [
    {
      id: 'nvidia',
      label: 'Nvidia',
      colour: 'nvidia',
      points: [
        point('2023', 80),
        point('2024', null),
        point('2025', 94, { low: 93, high: 95, kind: 'estimate' }),
      ],
    },
    { id: 'amd', label: 'AMD', colour: 'amd', points: [point('2023', 20), point('2025', 5)] },
  ],
};

it('has a row for each period, newest first, and a dash where a figure is missing', () => {
  const { rows } = buildTable(overTime);
  expect(rows.map((cells) => cells.map(({ text }) => text))).toEqual([
    ['2025', '94% (93%–95%)', '5%'],
    ['2024', '–', '–'],
    ['2023', '80%', '20%'],
  ]);
});

test.each([
  ['nvidia', false, ['2023', '2025', '2024']],
  ['nvidia', true, ['2025', '2023', '2024']],
  ['period', false, ['2023', '2024', '2025']],
  ['no-such', false, ['2025', '2024', '2023']],
])('sorts by %s (descending: %s), missing last', (column, descending, expected) => {
  const rows = sortTable(buildTable(overTime), { column, descending });
  expect(rows.map(([period]) => period!.text)).toEqual(expected);
});

it('shows ranges of a ranking in a column of their own', () => {
  const entry = (id: string, more: Partial<RankEntry>): RankEntry => ({
    id,
    label: id,
    href: `/organizations/${id}`,
    value: 10,
    kind: 'estimate',
    colour: 'nvidia',
    tone: 'full',
    details: ['Public cloud'],
    source: 's',
    ...more,
  });
  const { columns, rows } = buildTable({
    shape: 'ranking',
    unit: 'accelerators',
    scale: 'linear',
    valueLabel: 'Accelerators',
    entryLabel: 'Organisation',
    columns: ['Category'],
    notes: [],
    entries: [entry('meta', { low: 8, high: 12 }), entry('tesla', {})],
  });
  expect(columns.map(({ label }) => label)).toEqual([
    'Organisation',
    'Accelerators',
    'Range',
    'Category',
  ]);
  expect(rows.map((cells) => cells[2]!.text)).toEqual(['8–12', '–']);
});
