import { beforeAll, describe, expect, it } from 'vitest';
import { parseEvidenceKey, toCorrectedHref, toEvidenceHref } from '@/address/links';
import { toTable } from '@/charts/kinds';
import { listFigures } from '@/charts/model';
import { drawForPage } from '@/charts/page-drawings';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listRows } from '@/db/queries/table';
import { showRows } from '@/units/table';
import { getChartView } from '@/views/chart-view';
import { chooseSome } from '@/views/choose-cover-for-tests';
import { getEvidence } from './evidence';
import { evidenceDeclarations, findEvidenceDeclaration } from './evidence-declarations';
import { publishedCharts } from './published';

const tracker = openFrozenData();

const split = (href: string) => href.split('/').slice(2) as [string, string];
const find = (href: string) => getEvidence(tracker, ...split(href));

interface Addressed {
  readonly contract: Contract;
  readonly row: Awaited<ReturnType<typeof listRows>>[number];
}

/** Every row by its address. */
const rowsByAddress = new Map<string, Addressed>();
beforeAll(async () => {
  for (const contract of datasets as readonly Contract[]) {
    for (const row of await listRows(tracker.orm, contract)) {
      rowsByAddress.set(toEvidenceHref(contract, row), { contract, row });
    }
  }
});

describe.each(datasets.map((one: Contract) => [one.slug, one] as const))('%s', (_, contract) => {
  it('gives every row an address of its own that leads back to its key', async () => {
    const rows = await listRows(tracker.orm, contract);
    const addresses = rows.map((row) => toEvidenceHref(contract, row));
    expect(new Set(addresses).size).toBe(rows.length);
    for (const [index, row] of rows.entries()) {
      const key = Object.fromEntries(contract.key.map((name) => [name, row[name]]));
      expect(parseEvidenceKey(contract, split(addresses[index]!)[1])).toEqual(key);
    }
  });

  it('tells what is known of its first, middle and last row', async () => {
    const rows = await listRows(tracker.orm, contract);
    for (const row of [rows[0]!, rows[Math.floor(rows.length / 2)]!, rows.at(-1)!]) {
      const evidence = (await find(toEvidenceHref(contract, row)))!;
      expect(evidence.row.line).toBe(row.line);
      expect(evidence.subject).not.toBe('');
      const texts = [
        evidence.subject,
        evidence.figure,
        ...evidence.comparisons.map((one) => one.rows),
      ];
      expect(JSON.stringify(texts)).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

it.each([
  ['no-such-dataset', 'x'],
  ['nvidia-revenue', 'FY2023-Q4'],
  ['nvidia-revenue', 'FY2023-Q4~data-center~no-such-basis'],
  ['chips-in-notable-models', 'not-a-year~a100'],
  ['chips', ''],
  ['chips', '%E0%A4%A'],
  ['gpu-holdings', "' OR 1=1 --"],
])('finds nothing at %s/%s', async (dataset, key) => {
  expect(await getEvidence(tracker, dataset, key)).toBeNull();
});

it('stays reachable by the address that its row had before its key was corrected', async () => {
  const old = ['gpu-market-share', 'ml-gpu-newstreet~2023-Q1~nvidia'] as const;
  expect(await getEvidence(tracker, ...old)).toBeNull();
  const now = toCorrectedHref(...old)!;
  expect((await find(now))?.figure).toBe('95%');
  const spaced = '2026-03~Microsoft%20Azure~h100-sxm~on-demand';
  expect(toCorrectedHref('rental-prices', spaced)).toMatch(/Microsoft%20Azure~h100-nvl/);
  expect(toCorrectedHref('rental-prices', '%E0%A4%A')).toBeNull();
});

it('of a snapshot leads to tables, charts and evidence of that snapshot', async () => {
  const frozen = { ...tracker, isFrozen: true };
  const { id } = tracker.snapshot;
  const key = split('/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia');
  const evidence = (await getEvidence(frozen, ...key))!;
  const rows = evidence.comparisons.flatMap((one) => [one, ...one.rows]);
  for (const { href } of [evidence, ...rows, ...evidence.charts]) {
    expect(href).toContain(`snapshot=${id}`);
  }
});

it('of a chart of a snapshot stands in that snapshot, in table, marks and picture', async () => {
  const chart = publishedCharts.find(({ slug }) => slug === 'market-share')!;
  const frozen = { ...tracker, isFrozen: true };
  const { view } = await getChartView(frozen, chart, {
    market: 'jpr-aib-desktop',
    events: 'on',
  });
  const links = [
    view.model,
    showRows(toTable(view.model).page),
    drawForPage(view.drawable).wide.links,
  ].flatMap((shown) =>
    [...JSON.stringify(shown).matchAll(/"\/(?:evidence|datasets)\/[^"]*/g)].map(([href]) => href),
  );
  expect(links.length).toBeGreaterThan(100);
  for (const href of links) expect(href).toContain(`snapshot=${tracker.snapshot.id}`);
});

it('declares columns, charts and parameters that exist', () => {
  for (const {
    contract,
    figures,
    low,
    high,
    subject,
    comparisons,
    charts = {},
  } of evidenceDeclarations) {
    const own = [...figures, low, high, ...subject].flatMap((name) => name ?? []);
    expect(Object.keys(contract.columns)).toEqual(expect.arrayContaining(own));
    for (const { dataset = contract, same, show } of comparisons) {
      expect(Object.keys(contract.columns)).toEqual(expect.arrayContaining([...same]));
      expect(Object.keys(dataset.columns)).toEqual(expect.arrayContaining([...same, ...show]));
    }
    const slugs = publishedCharts.map(({ slug }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(Object.keys(charts)));
  }
});

it('sets the charts it links to so that they show the figure', async () => {
  const evidence = await find(
    '/evidence/gpu-market-share/top500-accelerated-systems~2025-11~nvidia',
  );
  const charts = evidence?.charts.map(({ href }) => href) ?? [];
  expect(charts).toContain('/charts/market-share?market=top500-accelerated-systems');
});

it('puts the same count of other editions and sources side by side', async () => {
  const evidence = (await find('/evidence/chip-usage-in-papers/soai-2022-12~2021~nvidia'))!;
  const [editions] = evidence.comparisons;
  expect(editions?.title).toBe('The same count in other editions');
  expect(editions?.foundCount).toBeGreaterThanOrEqual(1);
  expect(editions?.rows.filter(({ isThis }) => isThis)).toHaveLength(1);
});

describe.each(publishedCharts.map((chart) => [chart.slug, chart] as const))('%s', (_, chart) => {
  it('leads from each figure to a row with the same value, or says how it was computed', async () => {
    const { view } = await getChartView(tracker, chart);
    const figures = listFigures(view.model);
    const led = figures.flatMap(({ evidence }) =>
      evidence?.startsWith('/evidence/') ? evidence : [],
    );
    for (const href of chooseSome(led, 2)) {
      expect((await find(href))?.row.line).toBe(rowsByAddress.get(href)?.row.line);
    }
    for (const { value, evidence, note } of figures) {
      if (!evidence?.startsWith('/evidence/') || note?.startsWith('Computed')) {
        expect(evidence ?? note, JSON.stringify({ value, note })).toMatch(
          /^\/datasets\/|^\/evidence\/|Computed|Added up/,
        );
        continue;
      }
      const found = rowsByAddress.get(evidence)!;
      const declared = findEvidenceDeclaration(found.contract.slug);
      // The row of a list, such as a chip, holds many figures; those of events have none.
      const columns = declared?.figures ?? Object.keys(found.contract.columns);
      if (value !== null) expect(columns.map((name) => found.row[name])).toContain(value);
    }
  });
});
