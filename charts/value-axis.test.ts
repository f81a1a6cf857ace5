import { expect, test } from 'vitest';
import { buildValueAxis, type ValueAxisOptions } from './value-axis';

const base = { unit: 'papers', scale: 'linear', start: 'from-zero', count: 5 } as const;

test('ticks of one axis share a prefix', () => {
  const { ticks, format } = buildValueAxis([200, 1_200], { ...base, unit: 'thousands' });
  expect(ticks.map(format).slice(0, 3)).toEqual(['0', '0.2m', '0.4m']);
});

test.each<[string, number[], Partial<ValueAxisOptions>, readonly number[], readonly number[]]>([
  ['starts at zero', [88, 96], {}, [0, 100], [0, 20, 40, 60, 80, 100]],
  ['goes below zero where figures do', [-14, 426], {}, [-25, 500], [0, 100, 200, 300, 400, 500]],
  [
    'ends where growth can fall no deeper',
    [-80, 2_400],
    { unit: '%' },
    [-100, 2_500],
    [0, 500, 1_000, 1_500, 2_000, 2_500],
  ],
  [
    'runs to 100 for a share',
    [93, 94],
    { unit: '%', start: 'share' },
    [0, 100],
    [0, 25, 50, 75, 100],
  ],
  [
    'has few ticks for a share when narrow',
    [93],
    { start: 'share', count: 4 },
    [0, 100],
    [0, 50, 100],
  ],
  [
    'may leave zero where the chart says so',
    [88, 96],
    { start: 'free' },
    [88, 96],
    [88, 90, 92, 94, 96],
  ],
  [
    'takes decades on a log scale',
    [2, 44_715],
    { scale: 'log' },
    [2, 50_000],
    [10, 100, 1_000, 10_000],
  ],
  [
    'takes parts of decades when few',
    [119, 900],
    { scale: 'log' },
    [100, 1_000],
    [100, 200, 500, 1_000],
  ],
  ['ignores zeros on a log scale', [0, 20], { scale: 'log' }, [10, 20], [10, 20]],
  ['is an empty axis without figures', [], {}, [0, 1], [0, 1]],
])('the axis %s', (_, values, options, domain, ticks) => {
  const axis = buildValueAxis(values, { ...base, ...options });
  expect(axis.domain).toEqual(domain);
  expect(axis.ticks).toEqual(ticks);
});
