import { expect, it } from 'vitest';
import { keepNewest } from './share-by-definition';

const entries = ['2024', '2021-Q3', '2026-Q1', '2025'].map((date) => ({ date }));

it('keeps the definitions with the newest figures, in their order, where there are too many', () => {
  expect(keepNewest(entries, 2).map(({ date }) => date)).toEqual(['2026-Q1', '2025']);
  expect(keepNewest(entries, 4)).toEqual(entries);
});
