import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { listSeries } from '@/charts/model';
import { drawForPage } from '@/charts/page-drawings';
import { type Tracker, toDatabaseFile } from '@/db/connection';
import { copyFrozenData, openFrozenData } from '@/db/frozen-data-for-tests';
import { toKeptFile } from '@/db/kept-snapshots';
import { toOrm } from '@/db/orm';
import { nvidiaDataCenterRevenue } from '@/subjects/revenue/nvidia-data-center-revenue';
import { marketShare } from '@/subjects/share/market-share';
import { shipments } from '@/subjects/share/shipments';
import { getChartView } from '@/views/chart-view';
import { toChartPublication } from './chart-publication';
import { toMetadata } from './metadata';

/** The frozen data with an edition of January 2026 before that of April: Nvidia had less. */
let tracker: Tracker;

beforeAll(() => {
  const { orm, snapshot } = openFrozenData();
  const client = new Database(orm.$client.serialize());
  const copy = (table: string, changed: string, where: string) => {
    client.exec(`CREATE TEMP TABLE copied AS SELECT * FROM ${table} WHERE ${where};
      UPDATE copied SET ${changed}; INSERT INTO ${table} SELECT * FROM copied;
      DROP TABLE copied`);
  };
  copy(
    'sources',
    `source = 'epoch-early', published_on = '2026-01'`,
    `source = 'epoch-chip-counts'`,
  );
  copy(
    'markets',
    `market = 'ai-compute-shipped-epoch-2026-01', edition = '2026-01',
      edition_of = 'ai-compute-shipped-epoch'`,
    `market = 'ai-compute-shipped-epoch'`,
  );
  copy(
    'gpu_market_share',
    `market = 'ai-compute-shipped-epoch-2026-01', source = 'epoch-early',
      share_pct = CASE vendor WHEN 'nvidia' THEN share_pct / 2 ELSE share_pct END`,
    `market = 'ai-compute-shipped-epoch' AND period < '2025-Q4'`,
  );
  tracker = {
    orm: toOrm(client),
    snapshot: { ...snapshot, id: '0123456789ab' },
    isFrozen: false,
  };
});

const show = (query: Record<string, string>) => getChartView(tracker, marketShare, query);

test('the newest edition is shown unless a date is asked for, and the choice is in words', async () => {
  const { view, corrections } = await show({});
  expect(view.vintage).toBeNull();
  expect(corrections).toEqual([]);
  expect(view.canonical).toEqual({});
  expect(view.offered.find(({ name }) => name === 'asof')).toMatchObject({
    value: '',
    options: [
      { value: '', label: 'Newest (Apr 2026)' },
      { value: '2026-01-31', label: 'As published in Jan 2026' },
    ],
  });
  const markets = view.offered.find(({ name }) => name === 'market')?.options ?? [];
  expect(markets.map(({ value }) => value)).not.toContain('ai-compute-shipped-epoch-2026-01');
});

describe('as of a day', () => {
  test('what was public then is the chart, and the newer vintage its ghost', async () => {
    const { view, corrections } = await show({ asof: '2026-03-01' });
    expect(corrections).toEqual([]);
    expect(view.canonical).toEqual({ asof: '2026-03-01' });
    expect(view.asOf).toBe('2025-Q3');
    expect(view.isAuthored).toBe(false);
    expect(view.measure).toContain('as published in Jan 2026');
    const [own, ghost] = ['nvidia', 'nvidia-newer'].map((id) =>
      listSeries(view.model).find((one) => one.id === id),
    );
    expect(ghost).toMatchObject({ label: 'Nvidia, Apr 2026', ghostOf: 'nvidia' });
    const first = (series = own) => series?.points[0]?.value ?? 0;
    expect(first(own) * 2).toBeCloseTo(first(ghost));
    expect(ghost?.points.at(-1)?.period.label).toBe('2025-Q4');
    expect(view.scope?.series.map(({ id }) => id)).not.toContain('nvidia-newer');
    expect(drawForPage(view.drawable).wide.svg).toContain('stroke-dasharray="2 3"');
    expect(view.drawable.label).toMatch(/figures moved by Apr 2026/);
  });

  test('what moved is told by series and period, and what came later is not', async () => {
    const { view } = await show({ asof: '2026-03-01' });
    const moved = view.vintage?.moved ?? [];
    expect(new Set(moved.map(({ name }) => name))).toEqual(new Set(['Nvidia']));
    expect(moved.map(({ period }) => period)).not.toContain('2025-Q4');
    expect(moved.every(({ before, after }) => before && after === before * 2)).toBe(true);
    expect(view.vintage?.same).toBe(moved.length * 3);
  });

  test('a series chosen brings its ghost along', async () => {
    const { view } = await show({ asof: '2026-03-01', series: 'amd' });
    expect(listSeries(view.model).map(({ id }) => id)).toEqual(['amd', 'amd-newer']);
  });

  test('files hold both vintages and what moved', async () => {
    const { view } = await show({ asof: '2026-03-01' });
    const publication = toChartPublication(view, tracker.snapshot);
    expect(publication.href).toBe('/charts/market-share?asof=2026-03-01');
    expect(toMetadata(publication).vintage).toMatchObject({
      published_on: '2026-01-31',
      newer_published_on: '2026-04-22',
      moved: expect.arrayContaining([
        expect.objectContaining({ name: 'Nvidia', period: '2024-Q3', change_pct: 100 }),
      ]),
    });
    expect(publication.pictures[0]?.notes).toContain('Pale and dashed: as published in Apr 2026.');
  });

  test.each([
    ['the newest edition', '2026-04-22'],
    ['a day after it', '2026-11-26'],
  ])('%s is what is shown anyway', async (_, asof) => {
    const { view, corrections } = await show({ asof });
    expect(view.vintage).toBeNull();
    expect(view.canonical).toEqual({});
    expect(corrections).toEqual([]);
  });

  test.each([
    ['2026-01', '2026-01'],
    ['2026-Q1', '2026-Q1'],
  ])('%s means its last day', async (asof, canonical) => {
    const { view } = await show({ asof });
    expect(view.canonical).toEqual({ asof: canonical });
  });

  test('before the first edition it says when that was', async () => {
    const { view, corrections } = await show({ asof: '2025-12-31' });
    expect(view.vintage).toBeNull();
    expect(corrections.map(({ said }) => said)).toEqual([
      'Nothing of this was public by Dec 31, 2025; the first figures are of Jan 31, 2026.',
    ]);
  });

  test('what is no date is answered with one', async () => {
    const { corrections } = await show({ asof: 'last spring' });
    expect(corrections[0]?.said).toBe(
      '“last spring” is not a date we understand. Try 2026-06-15 or 2026-06.',
    );
  });
});

test('an edition that an older address calls by its name is the market as of its day', async () => {
  const { view, corrections } = await show({ market: 'ai-compute-shipped-epoch-2026-01' });
  expect(corrections).toEqual([]);
  expect(view.canonical).toEqual({ asof: '2026-01-31' });
  const { view: same } = await show({ asof: '2026-01-31' });
  expect(view.model).toEqual(same.model);
});

test('a chart without editions says so', async () => {
  const { view, corrections } = await getChartView(tracker, shipments, { asof: '2026-03-01' });
  expect(view.vintage).toBeNull();
  expect(corrections[0]?.said).toBe('No earlier figures of this chart are kept.');
});

test('what has no editions is read from the copies that are kept', async () => {
  const { tracker: today, remove } = copyFrozenData();
  try {
    const file = toDatabaseFile();
    const keepAs = (id: string, day: string, change: string) => {
      const path = toKeptFile(file, id);
      mkdirSync(dirname(path), { recursive: true });
      copyFileSync(file, path);
      const client = new Database(path);
      client.exec(`UPDATE snapshot SET id = '${id}', published_at = '${day}T00:00:00Z'; ${change}`);
      client.close();
    };
    keepAs(today.snapshot.id, '2026-11-20', '');
    keepAs('00000000000a', '2026-10-20', 'UPDATE nvidia_revenue SET revenue_usd_millions = 1');
    const { view } = await getChartView(today, nvidiaDataCenterRevenue, { asof: '2026-11-01' });
    expect(view.measure).toContain('as shown here on Oct 20, 2026');
    expect(view.vintage?.moved.every(({ before }) => before === 1)).toBe(true);
    expect(view.vintage?.moved[0]?.evidence.before).toContain('snapshot=00000000000a');
    const { view: now } = await getChartView(today, nvidiaDataCenterRevenue, {
      asof: '2026-11-21',
    });
    expect(now.vintage).toBeNull();
    const { corrections } = await getChartView(today, nvidiaDataCenterRevenue, { asof: '2026-01' });
    expect(corrections[0]?.said).toBe(
      'Nothing of this was public by Jan 2026; the first figures are of Oct 20, 2026.',
    );
  } finally {
    remove();
  }
});
