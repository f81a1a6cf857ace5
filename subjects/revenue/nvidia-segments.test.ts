import { expect, it } from 'vitest';
import type { Series } from '@/charts/model';
import { parsePeriod } from '@/units/period';
import { markRestated } from './nvidia-segments';
import type { NvidiaRevenueRow } from './queries';

const series: Series[] = [
  {
    id: 'hyperscale',
    label: 'Hyperscale',
    color: 'nvidia',
    points: [
      {
        period: parsePeriod('FY2026-Q1', 'last Sunday of January')!,
        value: 22_260,
        kind: 'measured',
        source: 's',
      },
      {
        period: parsePeriod('FY2026-Q2', 'last Sunday of January')!,
        value: 24_168,
        kind: 'measured',
        source: 's',
      },
    ],
  },
];
const row = (fiscal_quarter: string, revenue_usd_millions: number) =>
  ({ segment: 'hyperscale', fiscal_quarter, revenue_usd_millions }) as NvidiaRevenueRow;

it('marks a quarter whose figure was another before', () => {
  const marked = markRestated(series, [row('FY2026-Q1', 17_599)], 'first reported');
  expect(marked.sentence).toBe(
    'Restated quarters. Q1 FY26: Hyperscale $22.3bn, first reported as $17.6bn.',
  );
  expect(marked.series[0]!.points.map(({ note }) => note)).toEqual([
    'Restated: first reported as $17.6bn.',
    undefined,
  ]);
});

it('marks nothing where both bases agree or one is silent', () => {
  const { sentence } = markRestated(series, [row('FY2026-Q2', 24_168)], 'first reported');
  expect(sentence).toBeNull();
});
