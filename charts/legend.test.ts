import { expect, test } from 'vitest';
import { assignSymbols } from './legend';

test('groups of one color have marks of their own, all others are circles', () => {
  const groups = [
    ['nvidia', 'nvidia'],
    ['meta', 'other'],
    ['biren', 'other'],
    ['amd', 'amd'],
    ['tesla', 'other'],
  ].map(([id, color]) => ({ id: id!, color: color! }));
  expect([...assignSymbols(groups)]).toEqual([
    ['nvidia', 'circle'],
    ['meta', 'circle'],
    ['biren', 'square'],
    ['amd', 'circle'],
    ['tesla', 'triangle'],
  ]);
});
