/** What the pages of the site's map say of themselves. */
import { expect, test } from 'vitest';
import { getEvidence } from '@/catalog/evidence';
import {
  describeChartPage,
  describeChipPage,
  describeDatasetPage,
  describeEvidencePage,
  describeOrganizationPage,
  describeVendorPage,
  LONGEST,
  SHORTEST,
} from '@/catalog/page-descriptions';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listVendors } from '@/db/queries/vendors';
import { listChips } from '@/subjects/chips/queries';
import { listOrganizations } from '@/subjects/holdings/queries';
import { getChartView } from '@/views/chart-view';
import { allPages } from './all-pages';

const tracker = openFrozenData();

test('each page of the map has a description of its own, neither too short nor too long', async () => {
  const { orm } = tracker;
  const described: [string, string][] = [
    ...allPages.map(({ href, description }): [string, string] => [href, description]),
    ...datasets.map((one): [string, string] => [one.slug, describeDatasetPage(one)]),
    ...(await listVendors(orm)).map((one): [string, string] => [
      one.vendor,
      describeVendorPage(one),
    ]),
  ];
  for (const chart of publishedCharts) {
    const { view } = await getChartView(tracker, chart);
    described.push([chart.slug, describeChartPage(chart, view.summary)]);
  }
  for (const chip of await listChips(orm)) {
    described.push([chip.chip, await describeChipPage(orm, chip)]);
  }
  for (const one of await listOrganizations(orm)) {
    described.push([one.organization, await describeOrganizationPage(orm, one)]);
  }
  const wrong = described.filter(
    ([, text]) =>
      text.length < SHORTEST || text.length > LONGEST || /NaN|undefined|null/.test(text),
  );
  expect(wrong).toEqual([]);
  const texts = described.map(([, text]) => text);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  // Every chart is drawn for its summary.
}, 30_000);

test.each([
  ['gpu-market-share', 'ml-gpu-newstreet~2023-02~nvidia'],
  ['article-claims', 'claim-61'],
])('the evidence of %s %s says whose it is', async (dataset, key) => {
  const evidence = await getEvidence(tracker, dataset, key);
  if (!evidence) throw new Error(`${dataset} has no ${key}.`);
  const text = describeEvidencePage(evidence.subject, evidence);
  expect(text).toContain(evidence.subject);
  expect(text.length).toBeLessThanOrEqual(LONGEST);
});
