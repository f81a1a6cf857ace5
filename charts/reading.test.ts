import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { drawChart } from './draw';
import { type DrawnModel, type EstimateChartModel, kindOf } from './kinds';

const tornado: EstimateChartModel = {
  shape: 'tornado',
  unit: 'USD',
  middle: 100,
  bars: [
    { id: 'a', label: 'Rent', at_from: 80, at_to: 130, from_text: '2', to_text: '3', tone: 'full' },
    {
      id: 'b',
      label: 'Years',
      at_from: 110,
      at_to: 90,
      from_text: '3',
      to_text: '5',
      tone: 'full',
    },
  ],
};
const distribution: EstimateChartModel = {
  shape: 'distribution',
  unit: 'USD',
  draws: Float64Array.from({ length: 400 }, (_, index) => index),
  marks: [{ label: 'half below', value: 200 }],
};
const comparison: EstimateChartModel = {
  shape: 'comparison',
  unit: 'USD',
  scenarios: [
    { id: '0', label: 'Mine', href: '/calculators/training', middle: 10, low: 8, high: 13 },
    { id: '1', label: 'Theirs', href: '/calculators/training?pay=buy', middle: 4, low: 4, high: 4 },
  ],
};

const buildReader = (model: DrawnModel) => kindOf(model).buildReader(model);

/** What each figure of a drawing says, in the order of the arrow keys. */
function readOut(model: EstimateChartModel, width: number) {
  const { hits } = drawChart(model, { width, height: 200 }, 'x');
  const read = buildReader(model);
  return hits.map(({ series, period }) => read(series, period));
}

test('both ends of every bar of a tornado, against its middle', () => {
  expect(readOut(tornado, 860).map(({ name, text, when }) => [name, text, when])).toEqual([
    ['Rent: 2', '$80', '−20% against the middle'],
    ['Rent: 3', '$130', '+30% against the middle'],
    ['Years: 3', '$110', '+10% against the middle'],
    ['Years: 5', '$90', '−10% against the middle'],
  ]);
});

test('every column of a distribution, and how many draws lie below', () => {
  const read = readOut(distribution, 860);
  expect(read).toHaveLength(40);
  expect(read[0]).toMatchObject({
    name: '2.5% of the draws',
    text: '$0 – $10',
    when: '0% of the draws are smaller',
  });
  expect(read.at(-1)).toMatchObject({ when: '97.5% of the draws are smaller' });
});

test('every scenario of a comparison, with its range and its own page', () => {
  expect(readOut(comparison, 860)).toEqual([
    {
      name: 'Mine',
      text: '$10',
      when: '5% – 95%: $8 – $13',
      source: null,
      evidence: '/calculators/training',
    },
    expect.objectContaining({ text: '$4', when: 'a single figure' }),
  ]);
});

const nothing = { source: null, href: null, details: [] } as const;
const period = parsePeriod('2025')!;

test.each([
  [{ value: 90, kind: 'measured' }, '90'],
  [{ value: 90, low: 80, high: 100, kind: 'estimate' }, '90 (80–100), estimate'],
  [{ value: 90, low: 90, high: 90, kind: 'projection' }, '90, projected'],
  [{ value: 90, low: 90, high: null, kind: 'estimate' }, '> 90, estimate'],
  [{ value: 90, low: null, high: 90, kind: 'measured' }, '≤ 90'],
] as const)('a figure of any shape says its range and how it came about: %j', (figure, text) => {
  const common = { unit: 'accelerators', scale: 'linear', notes: [], valueLabel: '' } as const;
  const entry = { id: 'a', label: 'A', color: 'nvidia', tone: 'full', ...nothing } as const;
  const ranking = buildReader({
    ...{ ...common, shape: 'ranking', entryLabel: '', columns: [] },
    entries: [{ ...entry, ...figure }],
  });
  expect(ranking(0, 0).text).toBe(text);
  const lines = buildReader({
    ...{ ...common, shape: 'lines', axis: 'from-zero' },
    series: [{ ...entry, points: [{ period, source: null, ...figure }] }],
  });
  expect(lines(0, 0).text).toBe(text);
});

test.each([tornado, distribution, comparison])(
  'places inside the plot area, wide and narrow: $shape',
  (model) => {
    for (const width of [860, 358]) {
      for (const { x, y } of drawChart(model, { width, height: 200 }, 'x').hits) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y)).toBeLessThanOrEqual(1000);
      }
    }
  },
);
