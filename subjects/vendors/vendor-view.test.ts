/** Vendors on the tracker's own data. */
import { describe, expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listVendors } from '@/db/queries/vendors';
import { readHoldings, readLists, toListSlug } from '../holdings/holder-lists';
import { getVendorList } from './vendor-list';
import { getVendorView, type VendorView } from './vendor-view';

const tracker = openFrozenData();

const view = async (slug: string): Promise<VendorView> => (await getVendorView(tracker, slug))!;

test('every vendor has a view, and a name that is none has not', async () => {
  for (const { vendor } of await listVendors(tracker.orm)) {
    const { figures, missing } = await view(vendor);
    expect(JSON.stringify([figures, missing]), vendor).not.toMatch(/NaN|undefined/);
  }
  expect(await getVendorView(tracker, 'no-such-vendor')).toBeNull();
});

test('gives of each market the newest share, and no market twice', async () => {
  const { shares, sharePicture } = await view('nvidia');
  const markets = shares.map(({ market }) => market.market);
  expect(new Set(markets).size).toBe(markets.length);
  expect(shares.find(({ market }) => market.market === 'jpr-aib-desktop')?.row.period).toBe(
    '2025-Q4',
  );
  const drawn = sharePicture?.model.shape === 'ranking' ? sharePicture.model.entries : [];
  expect(drawn.map(({ id }) => id)).toEqual(markets);
});

describe('what no source tells is named as missing', () => {
  test.each([
    ['nvidia', []],
    ['groq', ['a share of any market', 'what it shipped']],
    ['apple', ['chips with a data sheet', 'who holds its chips']],
  ])('of %s', async (slug, expected) => {
    const { missing } = await view(slug);
    expect(missing).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(missing).toEqual([]);
  });
});

test('papers of a company that belongs to a vendor stand next to its own, by name', async () => {
  const { papers, missing } = await view('intel');
  expect(papers.at(-1)).toMatchObject({ vendor_name: 'Habana Labs' });
  expect(papers.find(({ period }) => period === '2025')?.papers).toBe(64);
  expect(missing).not.toContain('Mentions of its chips in AI papers');
  const { companies } = await getVendorList(tracker.orm);
  const listed = companies.find(({ vendor }) => vendor.vendor === 'intel')!;
  expect(listed).toMatchObject({ papers: { papers: 64 }, papersOf: { name: 'Habana Labs' } });
});

test('revenue comes line by line, with what each holds and the year before', async () => {
  const { revenue } = await view('nvidia');
  expect(revenue.map(({ name }) => name)[0]).toBe('Data center');
  expect(revenue[0]).toMatchObject({
    period: 'FY2027-Q2',
    growth: { change: '+116.6%', isPublished: false },
  });
  expect(revenue[0]?.holds).toContain('networking');
  // A change of definition is a line of its own.
  expect((await view('intel')).revenue).toHaveLength(3);
});

test('growth is the published one, and only about right where figures are rounded', async () => {
  const { revenue, figures } = await view('intel');
  // $5.1bn after $4.1bn would be 24.4%.
  expect(revenue.at(-1)?.growth).toEqual({ change: '+22%', isPublished: true });
  expect(figures.find(({ label }) => label.startsWith('Data center revenue'))?.change).toBe(
    '+22% from a year earlier, as published',
  );
  const broadcom = (await view('broadcom')).revenue;
  expect(broadcom.map(({ growth }) => growth?.change)).toContain('about +221%');
});

test('holders come from one list: that of whole fleets where it has the chips, else another', async () => {
  const nvidia = (await view('nvidia')).holders!;
  expect(nvidia.list.family).toBe('epoch-owners');
  expect(nvidia.largest[0]).toMatchObject({
    name: 'Microsoft',
    amount: expect.stringMatching(/^2\.1m \(outer range 1\.\dm–2\.\dm\)$/),
  });
  const counts = nvidia.largest.map(({ accelerators }) => accelerators);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect((await view('google')).holders?.list.family).toBe('epoch-owners');
  expect((await view('broadcom')).holders).toBeNull();
  // No list that counts each machine once names a holder of Ascends.
  const huawei = await view('huawei');
  expect(huawei.holders).toMatchObject({ added: false, list: { family: 'index-notes' } });
  expect(huawei.holders!.largest.map(({ name }) => name)).toEqual(['Zhipu AI (Z.ai)', 'iFlytek']);
  expect(huawei.missing).not.toContain('who holds its chips');
});

test('says that nobody tells who holds its chips only where no list has a row', async () => {
  const rows = await Promise.all(
    (await readLists(tracker.orm)).map((list) => readHoldings(tracker.orm, toListSlug(list))),
  );
  const held = new Set(rows.flat().map(({ chip_vendor }) => chip_vendor));
  for (const { vendor, level } of await listVendors(tracker.orm)) {
    if (level !== 'company') continue;
    const { missing } = await view(vendor);
    expect(missing.includes('who holds its chips'), vendor).toBe(!held.has(vendor));
  }
});

test('names the company it belongs to and the one among the holders', async () => {
  expect((await view('habana')).kin.map(({ vendor }) => vendor)).toEqual(['intel']);
  expect((await view('intel')).kin.map(({ vendor }) => vendor)).toEqual(['habana']);
  expect((await view('aws')).organization?.organization).toBe('amazon');
});

test('the list names every vendor once, groups apart', async () => {
  const { companies, groups, year } = await getVendorList(tracker.orm);
  const all = [...companies, ...groups].map(({ vendor }) => vendor.vendor);
  expect(all.toSorted()).toEqual((await listVendors(tracker.orm)).map(({ vendor }) => vendor));
  expect(companies[0]?.vendor.vendor).toBe('nvidia');
  expect(companies.find(({ vendor }) => vendor.vendor === 'huawei')?.papers?.period).toBe(year);
});
