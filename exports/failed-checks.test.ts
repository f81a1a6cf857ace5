import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { getPublishedChart } from '@/catalog/published';
import type { Tracker } from '@/db/connection';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { toOrm } from '@/db/orm';
import { revisions } from '@/subjects/reconciliation/revisions';
import { getChartView } from '@/views/chart-view';
import { toChartPublication } from './chart-publication';
import { toMetadata } from './metadata';

let tracker: Tracker;
let client: Database.Database;
let copies = 0;

/** A copy in memory, to plant errors in; each is a snapshot of its own. */
beforeEach(() => {
  const { orm, snapshot } = openFrozenData();
  client = new Database(orm.$client.serialize());
  copies += 1;
  const id = copies.toString(16).padStart(12, '0');
  tracker = { orm: toOrm(client), snapshot: { ...snapshot, id }, isFrozen: false };
});

async function show(slug: string, query: Record<string, string> = {}) {
  const chart = getPublishedChart(slug);
  if (!chart) throw new Error(slug);
  return (await getChartView(tracker, chart, query)).view;
}

describe('a check that fails is said on the charts concerned', () => {
  test.each([
    [
      'shares',
      `UPDATE gpu_market_share SET share_pct = share_pct - 10 WHERE market = 'jpr-aib-desktop'
        AND vendor = 'nvidia'`,
      'market-share',
      { market: 'jpr-aib-desktop' },
      { market: 'steam-survey-cards' },
    ],
    [
      'editions',
      `UPDATE chip_sales SET units = units * 2
        WHERE edition = (SELECT max(edition) FROM chip_sales)`,
      'shipments',
      { shipments: 'ai-chip-units-epoch' },
      { shipments: 'jpr-aib-desktop' },
    ],
    [
      'clusters-and-fleets',
      `UPDATE gpu_holdings SET h100e = 1e9
        WHERE family = 'epoch-clusters' AND status = 'operational'`,
      'accelerator-holders',
      { list: 'epoch-clusters' },
      { list: 'soai-2026-08' },
    ],
    [
      'chips-and-revenue',
      `UPDATE nvidia_revenue SET revenue_usd_millions = revenue_usd_millions / 10
        WHERE segment = 'data-center'`,
      'market-share',
      { market: 'ai-compute-shipped-epoch' },
      { market: 'jpr-aib-desktop' },
    ],
    [
      'sites-and-fleets',
      'UPDATE data_center_timelines SET h100e = 1e9',
      'accelerator-holders',
      { list: 'epoch-owners' },
      { list: 'soai-2026-08' },
    ],
    [
      'owners-and-chips-sold',
      `UPDATE gpu_holdings SET accelerators = accelerators * 10 WHERE family = 'epoch-owners'`,
      'accelerator-holders',
      { list: 'epoch-owners' },
      { list: 'soai-2026-08' },
    ],
  ] as const)('%s', async (check, error, chart, concerned, other) => {
    client.exec(error);
    const view = await show(chart, concerned);
    const failed = view.failedChecks.find(({ slug }) => slug === check);
    expect(failed).toMatchObject({ href: `/checks#${check}` });
    expect(failed?.words).toMatch(/^check failed: .+, \d+ of \d+$/);
    const publication = toChartPublication(view, tracker.snapshot);
    expect(publication.description.join(' ')).toContain(`/checks#${check}`);
    expect(JSON.stringify(toMetadata(publication).failed_checks)).toContain(`#${check}`);
    const unconcerned = (await show(chart, other)).failedChecks.map(({ slug }) => slug);
    expect(unconcerned).not.toContain(check);
  });
});

test('a comparison is a chart, with what differs in its summary', async () => {
  client.exec(`UPDATE gpu_market_share SET share_pct = share_pct - 10
    WHERE market = 'jpr-aib-desktop' AND vendor = 'nvidia'`);
  const view = await show('figures-that-fit', { check: 'shares' });
  expect(view.summary).toMatch(/1 differs \(Desktop add-in boards/);
});

describe('revisions', () => {
  const list = async () => {
    const { view } = await getChartView(tracker, revisions);
    return view.model.shape === 'ranking' ? view.model.entries : [];
  };

  test('are the change from the first edition to the newest, by series', async () => {
    // One count fell to a quarter, all others were confirmed.
    client.exec(`UPDATE chip_usage_in_papers SET papers = papers / 4
      WHERE edition = 'soai-2026-06' AND series = 'nvidia' AND period = '2021'`);
    const papers = (await list()).find(({ id }) => id === 'papers-measured');
    expect(papers).toMatchObject({ value: 0, low: 0, high: 75 });
    expect(papers?.details.slice(2)).toEqual([1, 0, 'nvidia, 2021: −75%']);
  });

  test('are not known where there is one edition', async () => {
    client.exec(`DELETE FROM chip_usage_in_papers WHERE edition = 'soai-2026-06'`);
    expect((await list()).map(({ id }) => id)).not.toContain('papers-measured');
  });
});
