import { expect, it, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import type { ChartModel } from './kinds';
import type { RankEntry } from './kinds/ranking/model';
import type { Point } from './kinds/time/model';
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
      color: 'nvidia',
      points: [
        point('2023', 80),
        point('2024', null),
        point('2025', 94, { low: 93, high: 95, kind: 'estimate' }),
      ],
    },
    { id: 'amd', label: 'AMD', color: 'amd', points: [point('2023', 20), point('2025', 5)] },
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
  const rows = sortTable(buildTable(overTime), [{ column, descending }]);
  expect(rows.map(([period]) => period!.text)).toEqual(expected);
});

it('lets a second column decide between equals, and keeps the order where that is equal, too', () => {
  const cell = (text: string, sort: string | number | null) => ({ text, sort });
  const table = {
    caption: '',
    columns: ['name', 'chip', 'count'].map((id) => ({ id, label: id, align: 'left' as const })),
    rows: [
      [cell('a', 'a'), cell('H100', 'H100'), cell('2', 2)],
      [cell('b', 'b'), cell('A100', 'A100'), cell('2', 2)],
      [cell('c', 'c'), cell('A100', 'A100'), cell('9', 9)],
      [cell('d', 'd'), cell('A100', 'A100'), cell('2', 2)],
    ],
  };
  const sorted = sortTable(table, [
    { column: 'chip', descending: false },
    { column: 'count', descending: true },
  ]);
  expect(sorted.map(([name]) => name!.text)).toEqual(['c', 'b', 'd', 'a']);
});

it('leads from the value of a dated figure to its evidence, and from the date where there is none', () => {
  const dated = {
    unit: 'USD',
    scale: 'linear',
    valueLabel: 'Price',
    entryLabel: 'Chip',
    groupLabel: 'Vendor',
    columns: [],
    named: false,
    notes: [],
  } as const;
  const entry = (value: number | null) => ({
    id: 'a100',
    label: 'A100',
    href: '/chips/a100',
    date: parsePeriod('2020-05')!,
    value,
    kind: 'measured' as const,
    details: [],
    source: 's',
    evidence: '/evidence/chips/a100',
  });
  const read = (shape: 'scatter' | 'lanes', value: number | null) =>
    buildTable({
      ...dated,
      shape,
      groups: [{ id: 'nvidia', label: 'Nvidia', color: 'nvidia', entries: [entry(value)] }],
    }).rows[0]!.map(({ text, href }) => [text, href ?? null]);
  expect(read('scatter', 10_000)).toEqual([
    ['A100', '/chips/a100'],
    ['May 2020', null],
    ['$10,000', '/evidence/chips/a100'],
    ['Nvidia', null],
  ]);
  expect(read('lanes', null)[1]).toEqual(['May 2020', '/evidence/chips/a100']);
});

it('shows ranges of a ranking in a column of their own', () => {
  const entry = (id: string, more: Partial<RankEntry>): RankEntry => ({
    id,
    label: id,
    href: `/organizations/${id}`,
    value: 10,
    kind: 'estimate',
    color: 'nvidia',
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
    entryLabel: 'Organization',
    columns: [{ id: 'category', label: 'Category' }],
    notes: [],
    entries: [entry('meta', { low: 8, high: 12 }), entry('tesla', {})],
  });
  expect(columns.map(({ label }) => label)).toEqual([
    'Organization',
    'Accelerators',
    'Range',
    'Category',
  ]);
  expect(rows.map((cells) => cells[2]!.text)).toEqual(['8–12', '–']);
});

it('sorts further columns by what they mean: numbers by size, dates by day, unknown ones last', () => {
  const entry = (id: string, details: RankEntry['details']): RankEntry => ({
    id,
    label: id,
    href: null,
    value: 10,
    kind: 'measured',
    color: 'nvidia',
    tone: 'full',
    details,
    source: 's',
  });
  const table = buildTable({
    shape: 'ranking',
    unit: 'accelerators',
    scale: 'linear',
    valueLabel: 'Accelerators',
    entryLabel: 'Country',
    columns: [
      { id: 'organizations', label: 'Organizations', as: 'count' },
      { id: 'as_of', label: 'As of', as: 'date', missing: 'not yet' },
    ],
    notes: [],
    entries: [
      entry('a', [2, '2023-09-07']),
      entry('b', [13, null]),
      entry('c', [1_163, '2024-07']),
    ],
  });
  expect(table.rows.map((cells) => cells.slice(2).map(({ text }) => text))).toEqual([
    ['2', '7 Sep 2023'],
    ['13', 'not yet'],
    ['1,163', 'Jul 2024'],
  ]);
  const sort = (column: string) =>
    sortTable(table, [{ column, descending: true }]).map(([name]) => name!.text);
  expect(sort('organizations')).toEqual(['c', 'b', 'a']);
  expect(sort('as-of')).toEqual(['c', 'a', 'b']);
});
