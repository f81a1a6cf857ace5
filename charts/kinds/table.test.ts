import { expect, it, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { showRows, sortRows } from '@/units/table';
import { type ChartModel, toTable } from '../kinds';
import type { RankEntry } from './ranking/model';
import type { Point } from './time/model';

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
  const rows = showRows(toTable(overTime).page);
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
  const { page } = toTable(overTime);
  const sorted = { ...page, rows: sortRows(page, [{ column, descending }]) };
  expect(showRows(sorted).map(([period]) => period?.text)).toEqual(expected);
});

it('has every figure of a page in a row of its own', () => {
  const { columns, rows } = toTable(overTime);
  const read = (id: string) => rows.map((row) => columns.find((one) => one.id === id)?.read(row));
  expect(read('series')).toEqual(['Nvidia', 'Nvidia', 'Nvidia', 'AMD', 'AMD']);
  expect(read('value_percent')).toEqual([80, null, 94, 20, 5]);
  // A gap has no kind; to call it measured would be a claim.
  expect(read('kind')).toEqual(['measured', null, 'estimate', 'measured', 'measured']);
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
    showRows(
      toTable({
        ...dated,
        shape,
        groups: [{ id: 'nvidia', label: 'Nvidia', color: 'nvidia', entries: [entry(value)] }],
      }).page,
    )[0]?.map(({ text, href }) => [text, href]);
  expect(read('scatter', 10_000)).toEqual([
    ['A100', '/chips/a100'],
    ['May 2020', null],
    ['$10,000', '/evidence/chips/a100'],
    ['Nvidia', null],
  ]);
  expect(read('lanes', null)?.[1]).toEqual(['May 2020', '/evidence/chips/a100']);
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
  const { page } = toTable({
    shape: 'ranking',
    unit: 'accelerators',
    scale: 'linear',
    valueLabel: 'Accelerators',
    entryLabel: 'Organization',
    columns: [{ id: 'category', label: 'Category' }],
    notes: [],
    entries: [entry('meta', { low: 8, high: 12 }), entry('tesla', {})],
  });
  expect(page.columns.map(({ label }) => label)).toEqual([
    'Organization',
    'Accelerators',
    'Range',
    'Category',
  ]);
  expect(showRows(page).map((cells) => cells[2]?.text)).toEqual(['8–12', '–']);
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
  const { page } = toTable({
    shape: 'ranking',
    unit: 'accelerators',
    scale: 'linear',
    valueLabel: 'Accelerators',
    entryLabel: 'Country',
    columns: [
      { id: 'organizations', label: 'Organizations', type: 'number' },
      { id: 'as_of', label: 'As of', as: 'date', missing: 'not yet' },
    ],
    notes: [],
    entries: [
      entry('a', [2, '2023-09-07']),
      entry('b', [13, null]),
      entry('c', [1_163, '2024-07']),
    ],
  });
  expect(showRows(page).map((cells) => cells.slice(2).map(({ text }) => text))).toEqual([
    ['2', 'Sep 7, 2023'],
    ['13', 'not yet'],
    ['1,163', 'Jul 2024'],
  ]);
  const sort = (column: string) =>
    showRows({ ...page, rows: sortRows(page, [{ column, descending: true }]) }).map(
      ([name]) => name?.text,
    );
  expect(sort('organizations')).toEqual(['c', 'b', 'a']);
  expect(sort('as-of')).toEqual(['c', 'a', 'b']);
});
