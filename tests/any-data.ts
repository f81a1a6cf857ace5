/**
 * What has to hold of any data that keeps its contracts. No figure, count of rows or
 * year is named here, so that a new quarter breaks nothing but what it should.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toEvidenceHref } from '@/address/links';
import { listCorrections } from '@/catalog/corrections';
import { getEvidence } from '@/catalog/evidence';
import { listKeyFigures } from '@/catalog/key-figures';
import { getOverviewCharts } from '@/catalog/overview';
import {
  describeChipPage,
  describeOrganizationPage,
  describeVendorPage,
} from '@/catalog/page-descriptions';
import { getPublishedChart, publishedCharts } from '@/catalog/published';
import { expectWholeView, SLIP } from '@/catalog/whole-views-for-tests';
import { isTime, listFigures, listPeriods, listSourceSlugs } from '@/charts/model';
import { annotations } from '@/data/annotations/contract';
import { chipSales } from '@/data/chip-sales/contract';
import { chipsInNotableModels } from '@/data/chips-in-notable-models/contract';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { findingValues } from '@/data/finding-values/contract';
import { findings } from '@/data/findings/contract';
import { fillFinding } from '@/data/findings/fill-finding';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { gpuShipments } from '@/data/gpu-shipments/contract';
import { modelChips } from '@/data/model-chips/contract';
import { modelsWithHardware } from '@/data/models-with-hardware/contract';
import { notableModelCoverage } from '@/data/notable-model-coverage/contract';
import { ownerTotals } from '@/data/owner-totals/contract';
import { sources } from '@/data/sources/contract';
import { isWellSourced } from '@/data/sources/origins';
import { askTables } from '@/db/check-tables';
import { openTracker, type Tracker } from '@/db/connection';
import { listRows } from '@/db/queries/table';
import { listVendors } from '@/db/queries/vendors';
import { answerChart } from '@/exports/chart-answer';
import { answerDataset } from '@/exports/dataset-answer';
import { getArticleView, listWorkingModels } from '@/subjects/article/article-view';
import { findToday } from '@/subjects/article/figures-of-today';
import { listPrintedFigures } from '@/subjects/article/printed-figures';
import { type ClaimAnswerRow, listClaimAnswers, listClaims } from '@/subjects/article/queries';
import { getCalculatorView } from '@/subjects/calculators/calculator-view';
import { calculators, listPresets } from '@/subjects/calculators/calculators';
import { listChips } from '@/subjects/chips/queries';
import { listOrganizations } from '@/subjects/holdings/queries';
import { listPanelRows } from '@/subjects/vendors/competition';
import { type ChartView, getChartView } from '@/views/chart-view';
import { listFreshSeries } from '@/views/freshness';
import type { PublishedChart } from '@/views/published-chart';
import { tellPage } from '@/views/story';
import { listHolderContradictions } from './holder-contradictions';
import { type PublishedData, publishData } from './publish-data';

/** The page that has a finding of its own. */
const OVERVIEW = 'overview';

/** Tests the folder that `prepare` gives, published once, before the first test. */
export function testAnyData(prepare: () => string): void {
  let published: PublishedData;
  let tracker: Tracker;
  /** Addresses of all rows: what a figure may lead to. */
  let evidence: ReadonlySet<string>;
  beforeAll(async () => {
    published = await publishData(prepare());
    process.env.TRACKER_DB = published.databaseFile;
    tracker = openTracker();
    const ofEach = await Promise.all(
      datasets.map(async (contract: Contract) =>
        (await listRows(tracker.orm, contract)).map((row) => toEvidenceHref(contract, row)),
      ),
    );
    evidence = new Set(ofEach.flat());
  });

  afterAll(() => published.remove());

  it('has rows in every dataset, each with an address of its own', async () => {
    expect(evidence.size).toBe(tracker.snapshot.row_count);
    for (const contract of datasets as readonly Contract[]) {
      expect(await listRows(tracker.orm, contract), contract.slug).not.toEqual([]);
    }
  });

  describe.each(publishedCharts.map((chart) => [chart.slug, chart] as const))('%s', (_, chart) => {
    it('draws its default view, and offers what it prefers', async () => {
      const { view, corrections } = await getChartView(tracker, chart);
      expect(corrections).toEqual([]);
      expect(listFigures(view.model)).not.toEqual([]);
      expectWholeView(view);
      for (const { name, options, value } of view.offered) {
        const preferred = chart.choices[name]?.preferred;
        if (typeof preferred === 'string') expect(value, name).toBe(preferred);
        for (const { label } of options) expect(label.trim(), name).not.toBe('');
      }
    });

    it('draws the first and the last of each choice', async () => {
      const { view: initial } = await getChartView(tracker, chart);
      // What a visitor does with a picture over time hangs on no data; views-agree.test.ts.
      for (const { name, options } of initial.offered.filter((one) => chart.choices[one.name])) {
        for (const { value } of [options[0], options.at(-1)].flatMap((one) => one ?? [])) {
          const { view, corrections } = await getChartView(tracker, chart, { [name]: value });
          expect(corrections, `${name}=${value}`).toEqual([]);
          expectWholeView(view);
        }
      }
    });

    it('leads from every figure to a row, or to the rows it was computed from', async () => {
      const { view } = await getChartView(tracker, chart);
      const addresses = listFigures(view.model).flatMap(({ evidence: own, note }) => {
        expect(own ?? note, JSON.stringify(note)).toMatch(
          /^\/(evidence|datasets)\/|Computed|Added/,
        );
        return own?.startsWith('/evidence/') ? own : [];
      });
      expect(addresses.filter((href) => !evidence.has(href))).toEqual([]);
      const newest = addresses.at(-1)?.split('/').slice(2) as [string, string] | undefined;
      if (newest) expect((await getEvidence(tracker, ...newest))?.subject).toBeTruthy();
    });

    it('fills its files, and names them', async () => {
      for (const extension of ['csv', 'json', 'xlsx', 'svg', 'bib']) {
        await expectFile(tracker, chart, extension);
      }
    });
  });

  it('has a thesis for the overview, which its figures carry', async () => {
    const [row] = (await listRows(tracker.orm, findings)).filter(({ chart }) => chart === OVERVIEW);
    expect((await tellPage(tracker.orm, OVERVIEW))?.finding).not.toBe(row?.fallback);
  });

  it('has findings for published charts only, each in a mode that its chart offers', async () => {
    const values = await listRows(tracker.orm, findingValues);
    for (const row of await listRows(tracker.orm, findings)) {
      if (row.chart === OVERVIEW) continue;
      const chart = getPublishedChart(row.chart);
      if (!chart) throw new Error(`${row.finding}: no chart ${row.chart} is published.`);
      const query = Object.fromEntries(new URLSearchParams(row.mode ?? ''));
      const { view, corrections } = await getChartView(tracker, chart, query);
      expect(corrections, row.finding).toEqual([]);
      const own = values.filter(({ finding }) => finding === row.finding);
      const filled = fillFinding(askTables(tracker.orm.$client), row, own);
      expect(view.finding, row.finding).toBe(filled?.finding);
    }
  });

  it('has annotations at figures of published charts only', async () => {
    for (const row of await listRows(tracker.orm, annotations)) {
      const chart = getPublishedChart(row.chart);
      if (!chart) throw new Error(`${row.annotation}: no chart ${row.chart} is published.`);
      const query = Object.fromEntries(new URLSearchParams(row.mode ?? ''));
      const { view, corrections } = await getChartView(tracker, chart, query);
      expect(corrections, row.annotation).toEqual([]);
      expect(
        view.annotations.map(({ text }) => text),
        row.annotation,
      ).toContain(row.text);
      expect(view.annotations.every(({ source }) => source !== null)).toBe(true);
    }
  });

  it('names of each series charts that there are, as they can be asked for', async () => {
    for (const { series, shownIn } of await listFreshSeries(tracker.orm)) {
      for (const { chart: slug, mode } of shownIn) {
        const chart = getPublishedChart(slug);
        if (!chart) throw new Error(`${series}: no chart ${slug} is published.`);
        const query = Object.fromEntries(new URLSearchParams(mode));
        const { view, corrections } = await getChartView(tracker, chart, query);
        expect(corrections, `${series}, ${slug}`).toEqual([]);
        expect(view.freshness.map((one) => one.series)).toContain(series);
      }
    }
  });

  it('knows how new each published chart is, by the series of its publishers', async () => {
    for (const chart of publishedCharts) {
      const { view } = await getChartView(tracker, chart);
      expect(view.freshness, `${chart.slug}: no line of freshness.csv is shown in it`).not.toEqual(
        [],
      );
    }
  });

  it('rests the charts of the overview on the origins and the press alone', async () => {
    const { lead, owners, findings: small } = await getOverviewCharts(tracker);
    const cited = [lead, owners, ...small].flatMap(({ view }) => listSourceSlugs(view.model));
    const doubtful = (await listRows(tracker.orm, sources)).filter((one) => !isWellSourced(one));
    expect(doubtful.filter(({ source }) => cited.includes(source))).toEqual([]);
  });

  it('has corrections of rows that there are', async () => {
    for (const { correction, row, href } of await listCorrections(tracker.orm)) {
      if (row !== null) expect(evidence, correction).toContain(href);
    }
  });

  it('adds up to a hundred where a picture stacks shares', async () => {
    for (const view of await listPercentViews(tracker)) {
      if (!isTime(view.model)) continue;
      const periods = listPeriods(view.model).map(({ label }) => label);
      // Shares are printed rounded, and not all vendors of a market may be known.
      const isPrinted = isTime(view.base) && view.base.unit === '%';
      for (const label of periods) {
        const values = view.model.series.flatMap(
          ({ points }) => points.find(({ period }) => period.label === label)?.value ?? [],
        );
        if (values.length === 0) continue;
        const sum = values.reduce((total, value) => total + value, 0);
        const slack = isPrinted ? values.length / 2 : 1e-6;
        expect(sum, `${view.chart.slug}, ${label}`).toBeLessThanOrEqual(100 + slack);
        if (!isPrinted) expect(sum, `${view.chart.slug}, ${label}`).toBeCloseTo(100, 6);
      }
    }
  });

  it('has totals of owners that their chips add up to, but for medians', async () => {
    const [totals, history, chips] = await Promise.all([
      listRows(tracker.orm, ownerTotals),
      listRows(tracker.orm, gpuHoldingsHistory),
      listChips(tracker.orm),
    ]);
    const vendors = new Map(chips.map(({ chip, vendor }) => [chip, vendor]));
    for (const { organization, vendor, as_of, h100e, source } of totals) {
      if (organization === null) continue;
      const newest = new Map<string, (typeof history)[number]>();
      for (const row of history) {
        const isOwn = row.organization === organization && row.source === source;
        if (!isOwn || vendors.get(row.chip) !== vendor || row.as_of > as_of) continue;
        const known = newest.get(row.chip);
        if (!known || known.as_of < row.as_of) newest.set(row.chip, row);
      }
      const sum = [...newest.values()].reduce((total, row) => total + (row.h100e ?? 0), 0);
      expect(Math.abs(sum / h100e - 1), `${organization}, ${vendor}, ${as_of}`).toBeLessThan(0.03);
    }
  });

  it('counts notable models by year and chip as their own list does, to the digit', async () => {
    const [models, pairs, counts, coverage] = await Promise.all([
      listRows(tracker.orm, modelsWithHardware),
      listRows(tracker.orm, modelChips),
      listRows(tracker.orm, chipsInNotableModels),
      listRows(tracker.orm, notableModelCoverage),
    ]);
    const notable = new Map(
      models.filter((one) => one.notable === 'yes').map((one) => [one.model, one]),
    );
    // Two copies of the list may differ; of one copy every figure is the same.
    const [copy] = notable.values();
    expect(counts.map(({ source }) => source)).toContain(copy?.source);
    const counted = new Map<string, number>();
    for (const { model, chip } of pairs) {
      const year = notable.get(model)?.published_on.slice(0, 4);
      if (year) counted.set(`${year} ${chip}`, (counted.get(`${year} ${chip}`) ?? 0) + 1);
    }
    const printed = new Map(counts.map((row) => [`${row.year} ${row.chip}`, row.models]));
    expect(counted).toEqual(printed);
    for (const { year, models_naming_hardware } of coverage) {
      const named = [...notable.values()].filter((one) => one.published_on.startsWith(`${year}`));
      expect(named.length, `${year}`).toBe(models_naming_hardware);
    }
  });

  it('counts a chip sold as as many H100s as its publisher does, whatever the edition', async () => {
    const [sales, chips] = await Promise.all([
      listRows(tracker.orm, chipSales),
      listChips(tracker.orm),
    ]);
    const ratios = new Map(chips.map(({ chip, h100e }) => [chip, h100e]));
    const apart = sales.filter(({ chip, vendor, units, h100e }) => {
      const ratio = ratios.get(chip);
      // Huawei’s are a mix of variants; a few chips tell little of a rounded ratio.
      if (ratio == null || vendor === 'huawei' || units < 1000) return false;
      return Math.abs(h100e / units - ratio) > 0.002;
    });
    expect(apart).toEqual([]);
  });

  it('computes shares of data center GPUs from chip sales, to the printed digit', async () => {
    const sales = await listRows(tracker.orm, chipSales);
    const shares = (await listRows(tracker.orm, gpuMarketShare)).filter(
      ({ market, note }) =>
        /^dc-gpu-(compute|units)-epoch/.test(market) && /^Derived/.test(note ?? ''),
    );
    expect(shares).not.toEqual([]);
    for (const { market, vendor, period, share_pct, source } of shares) {
      const figure = market.startsWith('dc-gpu-units') ? 'units' : 'h100e';
      const sum = (vendors: readonly string[]) =>
        sales
          .filter((one) => one.source === source && one.period === period)
          .filter((one) => one.quarter === 'whole' && vendors.includes(one.vendor))
          .reduce((total, one) => total + one[figure], 0);
      const share = (100 * sum([vendor])) / sum(['nvidia', 'amd']);
      expect(share.toFixed(3), `${market}, ${vendor}, ${period}`).toBe(share_pct.toFixed(3));
    }
  });

  it('adds chip sales up to what their publisher says of a designer, but for medians', async () => {
    const sales = await listRows(tracker.orm, chipSales);
    const shipments = await listRows(tracker.orm, gpuShipments);
    const totals = shipments.filter(
      ({ market, source }) =>
        market === 'ai-chip-units-epoch' && sales.some((one) => one.source === source),
    );
    expect(totals).not.toEqual([]);
    for (const { vendor, period, source, units_thousands } of totals) {
      const sum = sales
        .filter((one) => one.source === source && one.vendor === vendor && one.period === period)
        .reduce((total, one) => total + one.units, 0);
      // The median of a sum is not the sum of medians.
      const apart = Math.abs(sum / ((units_thousands ?? 0) * 1000) - 1);
      expect(apart, `${vendor}, ${period}`).toBeLessThan(0.04);
    }
  });

  it('fills every dataset', async () => {
    for (const { slug } of datasets) {
      const request = new Request(`http://localhost/datasets/${slug}.csv`);
      const answer = await answerDataset(request, tracker, { slug, extension: 'csv' });
      expect((await answer.text()).split('\n').length, slug).toBeGreaterThan(2);
    }
  });

  it('shows what each answer to a claim names', async () => {
    const { orm } = tracker;
    const [answers, claims, models] = await Promise.all([
      listClaimAnswers(orm),
      listClaims(orm),
      listWorkingModels(tracker),
    ]);
    const printed = await listPrintedFigures(orm, claims);
    const isShown = async (answer: ClaimAnswerRow) => {
      if (answer.shows === 'calculator') return models.has(answer.claim);
      if (answer.shows === 'printed') return (printed.get(answer.claim) ?? []).length > 0;
      return (await findToday(tracker, answer, getPublishedChart)) !== null;
    };
    for (const answer of answers) {
      expect(await isShown(answer), `${answer.claim}, ${answer.shows}, ${answer.of}`).toBe(true);
    }
  });

  it('tells key figures, rivals and the article whole', async () => {
    const [figures, panels, article] = await Promise.all([
      listKeyFigures(tracker),
      listPanelRows(tracker),
      getArticleView(tracker, getPublishedChart),
    ]);
    expect(figures).not.toEqual([]);
    for (const { label, value, period, source, href } of figures) {
      expect(`${value} ${period}`, label).toMatch(/\d/);
      expect(`${value} ${period}`, label).not.toMatch(SLIP);
      expect(source, label).not.toBeNull();
      expect(href, label).toMatch(/^\//);
    }
    for (const { title, panels: own } of panels) {
      expect(
        own.filter(({ value }) => value !== null),
        title,
      ).not.toEqual([]);
    }
    const compared = article.claims.flatMap((claim) => claim.compared ?? []);
    expect(compared).not.toEqual([]);
    for (const { label, now, told } of compared) {
      expect(told, label).toMatch(/\d/);
      expect(now.trim(), label).not.toBe('');
      expect(`${told} ${now}`, label).not.toMatch(SLIP);
    }
  });

  it('describes every vendor, chip and organization', async () => {
    const { orm } = tracker;
    const texts = [
      ...(await listVendors(orm)).map(describeVendorPage),
      ...(await Promise.all((await listChips(orm)).map((one) => describeChipPage(orm, one)))),
      ...(await Promise.all(
        (await listOrganizations(orm)).map((one) => describeOrganizationPage(orm, one)),
      )),
    ];
    expect(texts.filter((text) => text.trim() === '' || SLIP.test(text))).toEqual([]);
  });

  it('tells of no holder two things that contradict each other', async () => {
    expect(await listHolderContradictions(tracker.orm)).toEqual([]);
  });

  it('computes every preset of every calculator', async () => {
    for (const calculator of calculators) {
      const presets = await listPresets(tracker, calculator);
      expect(presets, calculator.slug).not.toEqual([]);
      for (const { slug } of presets) {
        const { view } = await getCalculatorView(tracker, calculator, { preset: slug });
        expect(view.summary, `${calculator.slug}, ${slug}`).toMatch(/\d/);
        expect(view.summary, `${calculator.slug}, ${slug}`).not.toMatch(SLIP);
      }
    }
  });
}

/** The file has a body and a name with the chart's and the snapshot's. */
async function expectFile(tracker: Tracker, { slug }: PublishedChart, extension: string) {
  const request = new Request(`http://localhost/charts/${slug}.${extension}`);
  const answer = await answerChart(request, tracker, { slug, extension });
  expect(answer.status, `${slug}.${extension}`).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain(`${slug}_`);
  expect((await answer.arrayBuffer()).byteLength, `${slug}.${extension}`).toBeGreaterThan(100);
}

async function listPercentViews(tracker: Tracker): Promise<ChartView[]> {
  const views: ChartView[] = [];
  for (const chart of publishedCharts) {
    const { view } = await getChartView(tracker, chart, { stack: 'percent' });
    if (view.canonical.stack === 'percent') views.push(view);
  }
  expect(views).not.toEqual([]);
  return views;
}
