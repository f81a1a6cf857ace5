import { expect, it } from 'vitest';
import { measureText, truncateApart } from './text-width';

const cut = (width: number, ...texts: string[]) =>
  truncateApart(
    texts.map((text) => ({ text, width })),
    12,
  );

it('cuts texts at their end', () => {
  expect(cut(60, 'Nvidia Data Center', 'AMD')).toEqual(['Nvidia D…', 'AMD']);
});

it('cuts those that would read alike in their middle, and no wider', () => {
  const short = cut(100, 'Intel DCAI (2023 basis)', 'Intel DCAI (2024 basis)', 'Intel');
  expect(new Set(short).size).toBe(3);
  expect(short[0]).toMatch(/^Intel.*…3 basis\)$/);
  for (const text of short) expect(measureText(text, 12)).toBeLessThanOrEqual(100);
});

it('leaves two of one name alike', () => {
  expect(cut(40, 'Instinct MI350X', 'Instinct MI350X')).toEqual(['Instin…', 'Instin…']);
});
