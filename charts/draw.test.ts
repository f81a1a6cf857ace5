import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { drawChart } from './draw';
import type { ChartModel } from './kinds';

const words = { notes: [], valueLabel: '', entryLabel: '', groupLabel: '', columns: [] } as const;
const blank = {
  period: parsePeriod('2025')!,
  value: null,
  kind: 'measured',
  source: null,
} as const;
const unit = { unit: '%', scale: 'linear', ...words } as const;

test.each<ChartModel>([
  { ...unit, shape: 'lines', axis: 'share', series: [] },
  {
    ...{ ...unit, shape: 'stacked-columns', axis: 'from-zero' },
    series: [{ id: 'a', label: 'A', color: 'amd', points: [blank] }],
  },
  { ...unit, shape: 'ranking', entries: [] },
  {
    ...{ ...unit, shape: 'lanes', named: true },
    groups: [{ id: 'a', label: 'A', color: 'amd', entries: [] }],
  },
])('a picture without a figure says so and has no axes: $shape', (model) => {
  const { svg, hits } = drawChart(model, { width: 400, height: 300 }, 'Title.');
  expect(svg.match(/<text/g)).toHaveLength(1);
  expect(svg).toContain('No figure for this choice');
  expect(svg).not.toContain('<line');
  expect(hits).toEqual([]);
});
