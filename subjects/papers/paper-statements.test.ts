import { expect, test } from 'vitest';
import { wordStatement } from './paper-statements';

test.each([
  ['share', 94, 'AI papers naming a chip', '94% of AI papers naming a chip'],
  ['growth', -9.2, '2024, Nvidia', '−9.2% against 2024, Nvidia'],
  ['ratio', 19, 'all other AI chips', '19× all other AI chips'],
  ['rank', 3, 'Nvidia chips in the index', 'place 3 among Nvidia chips in the index'],
] as const)('a %s of %d is worded', (metric, value, relative_to, expected) => {
  expect(wordStatement({ metric, value, relative_to })).toBe(expected);
});
