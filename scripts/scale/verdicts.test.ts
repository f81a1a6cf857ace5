import { expect, it } from 'vitest';
import { judge, toMarkdown } from './verdicts';

it.each([
  ['≤ 5 s', judge('m', 5, { most: 5 }, 's'), true],
  ['≤ 5 s', judge('m', 5.01, { most: 5 }, 's'), false],
  ['≥ 20,000', judge('m', 19_999, { least: 20_000 }), false],
  ['0', judge('m', 0, { exactly: 0 }), true],
  ['0', judge('m', 1, { exactly: 0 }), false],
  ['≥ 95%', judge('m', Number.NaN, { least: 95 }, '%'), false],
  ['', judge('m', 7, null), null],
])('judges by the goal %s', (goal, verdict, passed) => {
  expect(verdict.goal).toBe(goal);
  expect(verdict.passed).toBe(passed);
});

it('writes one table', () => {
  const table = toMarkdown([
    judge('requests', 24_310, { least: 20_000 }),
    judge('hits', 93.456, { least: 95 }, '%'),
    judge('seconds', 3, null, 's'),
  ]);
  expect(table.split('\n')).toEqual([
    '| measure  | goal     | seen   |      |',
    '|----------|----------|--------|------|',
    '| requests | ≥ 20,000 | 24,310 | pass |',
    '| hits     | ≥ 95%    | 93.46% | FAIL |',
    '| seconds  |          | 3 s    |      |',
  ]);
});
