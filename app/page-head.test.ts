import { expect, test } from 'vitest';
import { getPublishedChart } from '@/catalog/published';
import { asPicture, toPageHead } from './page-head';

test('a page without charts is shown by a published chart, under its question', () => {
  const { openGraph } = toPageHead('/sources');
  const [picture] = [openGraph?.images ?? []].flat() as { url: string; alt: string }[];
  const slug = /\/charts\/(.+)\.png/.exec(picture?.url ?? '')?.[1] ?? '';
  expect(picture?.alt).toBe(getPublishedChart(slug)?.question);
});

test('a page about a chart’s figures is shown by that chart, under its question', () => {
  const chart = getPublishedChart('market-share')!;
  const { openGraph } = toPageHead('/article', asPicture(chart));
  const [picture] = [openGraph?.images ?? []].flat() as { url: string; alt: string }[];
  expect(picture?.url).toMatch(/\/charts\/market-share\.png\?size=social$/);
  expect(picture?.alt).toBe(chart.question);
});
