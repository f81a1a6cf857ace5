import { expect, test } from 'vitest';
import { gpuShipments } from '../gpu-shipments/contract';
import { nvidiaRevenue } from '../nvidia-revenue/contract';
import { sources } from '../sources/contract';
import { notYoungerThanSource, projectionsMarked } from './not-from-the-future';
import { createTables } from './tables-for-tests';

const published = (...days: (string | null)[]) =>
  days.map((published_on) => ({ source: published_on ?? 'undated', published_on }));

const shipment = (kind: string, source: string) => ({
  kind,
  source,
  period_start: '2025-01-01',
  period_end: '2025-12-31',
});

const marked = projectionsMarked('gpu-shipments', ['measured']);

test('accepts measured figures after, estimates during and projections before the period', () => {
  const tables = createTables(
    [sources, published('2024-06-30', '2025', '2025-06-30', '2026-01-01', null)],
    [
      gpuShipments,
      [
        shipment('projection', '2024-06-30'),
        // A source of 2025 may be of its last day, when the year was over.
        shipment('measured', '2025'),
        shipment('projection', '2025'),
        shipment('analyst-estimate', '2025-06-30'),
        shipment('measured', '2026-01-01'),
        shipment('measured', 'undated'),
      ],
    ],
  );
  expect(marked.find(tables)).toEqual([]);
});

test('finds what is measured too early, estimated before it began and foretold too late', () => {
  const tables = createTables(
    [sources, published('2024-06-30', '2025-06-30', '2026-01')],
    [
      gpuShipments,
      [
        shipment('measured', '2025-06-30'),
        shipment('analyst-estimate', '2024-06-30'),
        shipment('projection', '2026-01'),
        shipment('measured', '2024-06-30'),
      ],
    ],
  );
  expect(marked.find(tables).map(({ line, found, says }) => [line, found, says])).toEqual([
    [2, 'measured', 'the period ends on 2025-12-31, but its source is of 2025-06-30'],
    [5, 'measured', 'the period ends on 2025-12-31, but its source is of 2024-06-30'],
    [3, 'analyst-estimate', 'the period begins on 2025-01-01, but its source is of 2024-06-30'],
    [4, 'projection', 'the period ended on 2025-12-31, but its source is of 2026-01'],
  ]);
});

test('finds a figure that is younger than its source, beyond the slack', () => {
  const rows = [
    { source: '2023-02-22', period_end: '2023-01-29' },
    { source: '2023-02-22', period_end: '2023-02-23' },
    { source: '2023-02-22', period_end: '2024-01-28' },
    { source: '2023-02', period_end: '2023-02-28' },
    { source: '2023', period_end: '2023-12-31' },
    { source: 'undated', period_end: '2099-12-31' },
  ];
  const tables = createTables(
    [sources, published('2023-02-22', '2023-02', '2023', null)],
    [nvidiaRevenue, rows],
  );
  const lines = (slackDays: number) =>
    notYoungerThanSource({ dataset: 'nvidia-revenue', day: 'period_end', slackDays })
      .find(tables)
      .map(({ line }) => line);
  expect(lines(0)).toEqual([3, 4]);
  expect(lines(1)).toEqual([4]);
});
