/** Data centers on the frozen copy of the data. */
import { expect, test } from 'vitest';
import type { ChartModel } from '@/charts/model';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import type { PublishedChart } from '@/views/published-chart';
import { dataCenterHistory } from './data-center-history';
import { dataCenterMap, listUnplaced } from './data-center-map';
import { dataCentersOverTime } from './data-centers-over-time';
import { largestDataCenters } from './largest-data-centers';
import { ownersAndUsers } from './owners-and-users';
import { getSiteTable } from './site-table';
import { getSiteView } from './site-view';
import { readListed, readSitesOf } from './sites';

const tracker = openFrozenData();
const { orm } = tracker;

async function build<Shape extends ChartModel['shape']>(
  chart: PublishedChart,
  shape: Shape,
  query: Readonly<Record<string, string>> = {},
): Promise<ChartModel & { readonly shape: Shape }> {
  const { model } = (await getChartView(tracker, chart, query)).view;
  if (model.shape !== shape) throw new Error(`It is drawn as ${model.shape}.`);
  return model as ChartModel & { readonly shape: Shape };
}

test('a quarter adds up the last state of each site, and later quarters are projections', async () => {
  const { series } = await build(dataCentersOverTime, 'stacked-columns');
  const xai = series.find(({ id }) => id === 'xai');
  const at = (label: string) => xai?.points.find(({ period }) => period.label === label);
  // Colossus 1 alone; it was partly off in September 2025.
  expect(at('2024-Q3')).toMatchObject({ value: 139, kind: 'estimate' });
  expect(at('2025-Q3')).toMatchObject({ value: 268 });
  // A blank is unknown: the state before it holds.
  expect(at('2025-Q1')).toMatchObject({ value: 278 });
  expect(at('2026-Q3')).toMatchObject({ value: 340 + 946, kind: 'estimate' });
  expect(at('2026-Q4')).toMatchObject({ value: 340 + 946, kind: 'projection' });
  expect(at('2027-Q1')).toMatchObject({ value: 340 + 1531, kind: 'projection' });
});

test('an older edition is shown as it was, and what moved since lies behind it', async () => {
  const asked = { asof: '2026-06-30' };
  const { view, corrections } = await getChartView(tracker, dataCentersOverTime, asked);
  expect(corrections).toEqual([]);
  expect(view.vintage?.older.values).toMatchObject({ edition: '2026-05' });
  expect(view.vintage?.moved.length).toBeGreaterThan(0);
  expect(view.model.notes.join(' ')).toContain('sites added to the list');
  const now = (await getChartView(tracker, dataCentersOverTime, {})).view;
  expect(now.vintage).toBeNull();
  expect(now.model.notes.join(' ')).not.toContain('sites added to the list');
});

test('sites no longer listed, and those that do not run, are in no ranking', async () => {
  const { entries } = await build(largestDataCenters, 'ranking');
  expect(entries.map(({ label, value }) => [label, value])).toEqual([
    ['Colossus 2', 946],
    ['Colossus 1', 340],
    ['Alibaba Zhangbei', 169],
    ['Meta Gallatin', 87],
  ]);
  const owners = await build(largestDataCenters, 'ranking', { by: 'owner' });
  expect(owners.entries[0]).toMatchObject({ label: 'xAI', value: 1286, details: [2] });
});

test('a site with several users is one part for its owner, and counts for each user', async () => {
  const { rows } = await build(ownersAndUsers, 'parts');
  expect(rows.find(({ id }) => id === 'xai')?.parts).toMatchObject([
    { label: 'Anthropic, Cursor, xAI', value: 946, state: 'confident', members: 'Colossus 2' },
    { label: 'Anthropic', value: 340, state: 'confident' },
  ]);
  expect(rows.find(({ id }) => id === 'alibaba')?.parts).toMatchObject([{ state: 'likely' }]);
  const users = await build(ownersAndUsers, 'parts', { by: 'user' });
  const totals = users.rows.map(({ id, parts }) => [
    id,
    parts.reduce((sum, { value }) => sum + value, 0),
  ]);
  expect(Object.fromEntries(totals)).toMatchObject({ anthropic: 1286, cursor: 946, xai: 946 });
});

test('the map places what has coordinates and lists all else in words', async () => {
  const { places } = await build(dataCenterMap, 'map');
  expect(places.filter(({ latitude }) => latitude !== null).map(({ id }) => id)).toEqual([
    'colossus-2',
    'colossus-1',
    'alibaba-zhangbei',
  ]);
  const unplaced = listUnplaced(await readListed(orm));
  expect(unplaced).toMatchObject([
    { country: 'US', name: 'United States', found: 2, sites: [{ site: 'meta-gallatin' }, {}] },
  ]);
  expect(listUnplaced(await readListed(orm), 1)).toMatchObject([
    { found: 2, sites: [{ site: 'meta-gallatin' }] },
  ]);
});

test('each edition is a line of its own, and the last state holds to the day of the copy', async () => {
  const { series } = await build(dataCenterHistory, 'lines', { measure: 'h100e' });
  expect(series.map(({ id }) => id)).toEqual(['2026-10', '2026-05']);
  expect(series[0]?.points.slice(-2)).toMatchObject([
    { period: { label: '2026-10-01' }, value: 1111673 },
    { period: { label: '2027-02-25' }, value: 1824154, kind: 'projection' },
  ]);
  const power = await build(dataCenterHistory, 'lines', { measure: 'facility-power' });
  expect(power.series[0]?.points.at(-2)).toMatchObject({ value: 1276 });
});

test('a site’s page compares editions on the same day', async () => {
  const view = await getSiteView(orm, 'colossus-2');
  expect(view?.editions.map(({ edition, day, state }) => [edition, day, state?.h100e])).toEqual([
    ['2026-05', '2026-05-23', 1389591],
    ['2026-10', '2026-05-23', 555836],
    ['2026-10', '2026-10-01', 1111673],
  ]);
  expect(view?.now?.it_power_mw).toBe(946);
  expect(view?.planned.map(({ date }) => date)).toEqual(['2027-02-25']);
  expect(await getSiteView(orm, 'nowhere')).toBeNull();
});

test.each([
  [{ q: 'colosus 2' }, 0],
  [{ q: 'memphis' }, 2],
  [{ q: 'anthropic b300' }, 1],
  [{ status: 'planned' }, 1],
  [{ owner: 'not-named' }, 1],
  [{ owner: 'xai', q: 'cursor' }, 1],
])('of %j the table finds %i sites', async (query, count) => {
  const { found, near } = await getSiteTable(orm, query, []);
  expect(found).toBe(count);
  if (count === 0) expect(near[0]?.name).toBe('Colossus 2');
});

test('an organization’s sites are those that it owns or uses', async () => {
  const sites = await readSitesOf(orm, 'anthropic');
  expect(sites.map(({ site }) => site)).toEqual(['colossus-2', 'colossus-1']);
});
