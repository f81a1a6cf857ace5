import { expect, test } from 'vitest';
import { getPublishedChart } from '@/catalog/published';
import { toPageHead } from './page-head';

test('a page without charts is shown by a published chart, under its question', () => {
  const { openGraph } = toPageHead('/sources');
  const [picture] = [openGraph?.images ?? []].flat() as { url: string; alt: string }[];
  const slug = /\/charts\/(.+)\.png/.exec(picture?.url ?? '')?.[1] ?? '';
  expect(picture?.alt).toBe(getPublishedChart(slug)?.question);
});
