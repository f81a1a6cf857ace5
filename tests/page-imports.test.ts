/** A page loads what it shows: no other subject's charts, no format of a file, no calculator. */
import { expect, it } from 'vitest';
import { listLoaded } from '@/scripts/bench/imports';

const share = listLoaded('app/share/page.tsx');

it('a page of charts loads the charts of its own subject', () => {
  const subjects = [...share].filter((file) => file.startsWith('subjects/'));
  expect(subjects).toContain('subjects/share/market-share.ts');
  expect(subjects.filter((file) => !file.startsWith('subjects/share/'))).toEqual([]);
});

it.each(['catalog/published.ts', 'data/datasets.ts', 'exports/answer.ts'])(
  'it loads no %s',
  (file) => {
    expect(share).not.toContain(file);
  },
);

it('it loads no program of a file', () => {
  expect([...share].filter((file) => file.startsWith('exports/formats/'))).toEqual([]);
});

it('it loads at most 160 files', () => {
  expect(share.size).toBeLessThanOrEqual(160);
});
