import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRange, parseRange, wordRangeIssue } from './parse-range';

const limits = { min: 0, max: 1e15 };

test.each([
  ['8', 8, 8],
  [' 8,500.5 ', 8500.5, 8500.5],
  ['.25', 0.25, 0.25],
  ['$200,000', 200_000, 200_000],
  ['25 %', 25, 25],
  ['3e14', 3e14, 3e14],
  ['1.5k', 1500, 1500],
  ['4bn', 4e9, 4e9],
  ['8 to 9 billion', 8e9, 9e9],
  ['8-9 bn', 8e9, 9e9],
  ['8 billion – 9 billion', 8e9, 9e9],
  ['900 million to 1.2 billion', 9e8, 1.2e9],
  ['0.4..0.7', 0.4, 0.7],
  ['$1.5 – $2', 1.5, 2],
])('reads %j as %d to %d', (text, low, high) => {
  expect(parseRange(text, limits)).toEqual({ range: { low, high }, issue: null });
});

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['many', 'not-a-number'],
  ['8 dozen', 'not-a-number'],
  ['8 constructor', 'not-a-number'],
  ['8 to', 'not-a-number'],
  ['1 to 2 to 3', 'not-a-number'],
  ['1e999', 'not-a-number'],
  ['NaN', 'not-a-number'],
  ['Infinity', 'not-a-number'],
  ['1'.repeat(200), 'not-a-number'],
  ['2,40', 'decimal-comma'],
  ['9 to 8', 'reversed'],
  ['-1', 'too-small'],
  ['1e16', 'too-large'],
])('explains what is wrong with %j: %s', (text, rule) => {
  const { issue } = parseRange(text, limits);
  expect(issue?.rule).toBe(rule);
  expect(wordRangeIssue(issue!, text, limits)).toMatch(/^[^.]+\. Use [^.]|^Use .*\.$/);
});

test.each([
  ['high', { min: 1, max: 100 }, /^“high” is not a number\. Use one such as 8\.5/],
  ['140%', { min: 1, max: 100 }, 'Use 1 to 100. 140% is too high.'],
  ['0', { min: 0.1, max: 30 }, 'Use 0.1 to 30. 0 is too low.'],
  ['6 to 3', { min: 0.1, max: 30 }, 'The range starts above its end. Use 3 to 6.'],
  ['2,40', { min: 0, max: 30 }, '“2,40” is not a number. Use 2.40.'],
  ['1,2,3', { min: 0, max: 30 }, '“1,2,3” is not a number. Use commas only between thousands.'],
  ['1e16', { min: 1, max: 1e15 }, 'Use 1 to 1,000 trillion. 1e16 is too high.'],
])('says of %j what works', (text, bounds, expected) => {
  const { issue } = parseRange(text, bounds);
  const words = wordRangeIssue(issue!, text, bounds);
  if (typeof expected === 'string') expect(words).toBe(expected);
  else expect(words).toMatch(expected);
});

test.each([
  [{ low: 8, high: 8 }, '8'],
  [{ low: 0.0036, high: 0.0036 }, '0.0036'],
  [{ low: 199_000, high: 199_000 }, '199,000'],
  [{ low: 8e9, high: 9e9 }, '8 to 9 billion'],
  [{ low: 5e8, high: 2e9 }, '500 million to 2 billion'],
  [{ low: 500, high: 2e9 }, '500 to 2,000,000,000'],
])('shows %j as %j', (range, text) => {
  expect(formatRange(range)).toBe(text);
});

test('reads back what it shows', () => {
  const figure = fc.double({ min: 1e-4, max: 1e14, noNaN: true });
  fc.assert(
    fc.property(figure, figure, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const { range } = parseRange(formatRange({ low, high }), { min: 0, max: 1e16 });
      // Eight digits are shown.
      expect(range!.low / low).toBeCloseTo(1, 6);
      expect(range!.high / high).toBeCloseTo(1, 6);
    }),
  );
});
