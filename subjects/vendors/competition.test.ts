/** The competition on the tracker's own data. */
import { beforeAll, expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listPanelRows, type PanelRow } from './competition';

const tracker = openFrozenData();
let rows: PanelRow[];
beforeAll(async () => {
  rows = await listPanelRows(tracker);
});

test('gives every vendor a panel in every row, in one order', () => {
  expect(rows).toHaveLength(6);
  for (const { panels } of rows) {
    expect(panels.map(({ vendor }) => vendor)).toEqual([
      'nvidia',
      'amd',
      'intel',
      'google',
      'aws',
      'huawei',
      'startups',
    ]);
    expect(panels.filter(({ value }) => value !== null).length).toBeGreaterThanOrEqual(2);
  }
});

test('says the newest figures, and leaves out what nobody publishes', () => {
  const revenue = rows.find(({ title }) => title === 'Data center revenue')!;
  const of = (vendor: string) => revenue.panels.find((one) => one.vendor === vendor)!;
  expect(of('nvidia')).toMatchObject({ value: '$89.0bn' });
  expect(of('google')).toMatchObject({ value: null, spark: null });
});

test('gives the count of a company that belongs to a vendor, by its name', () => {
  const papers = rows.find(({ title }) => title === 'Mentions of its chips in AI papers')!;
  const intel = papers.panels.find(({ vendor }) => vendor === 'intel')!;
  expect(intel).toMatchObject({ value: '64', when: '2025', of: 'Habana Labs' });
  expect(intel.href).toMatch(/^\/evidence\/chip-usage-in-papers/);
  expect(papers.panels.filter(({ of }) => of !== null)).toHaveLength(1);
});

test('draws the panels of a row on one scale', () => {
  const revenue = rows.find(({ title }) => title === 'Data center revenue')!;
  const height = (vendor: string) => {
    const { svg } = revenue.panels.find((one) => one.vendor === vendor)!.spark!;
    return Number(/<circle[^>]* cy="([\d.]+)"/.exec(svg)?.[1]);
  };
  // The higher the figure, the nearer to the top.
  expect(height('nvidia')).toBeLessThan(10);
  expect(height('amd')).toBeGreaterThan(50);
});

test('reads every figure of a panel out, each with what is behind it', () => {
  for (const { panels } of rows) {
    for (const { spark, readings, value, href } of panels) {
      expect(href === null).toBe(value === null);
      expect(readings.length).toBe(spark?.hits.length ?? 0);
      // The last point is the panel's own figure.
      if (spark) expect(readings.at(-1)).toMatchObject({ value, href });
      for (const { x, y } of spark?.hits ?? []) {
        for (const share of [x, y]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1000);
        }
      }
      for (const reading of readings)
        expect(reading.href).toMatch(/^\/(evidence|datasets|charts|chips)/);
    }
  }
});
