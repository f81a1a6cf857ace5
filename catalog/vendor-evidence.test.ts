/** Figures of vendors' pages and the rows that they lead to. */
import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listVendors } from '@/db/queries/vendors';
import { getVendorView, type VendorView } from '@/subjects/vendors/vendor-view';
import { getEvidence } from './evidence';

const tracker = openFrozenData();

const view = async (slug: string): Promise<VendorView> => (await getVendorView(tracker, slug))!;

test('single figures lead to the row with their value', async () => {
  const vendors = await listVendors(tracker.orm);
  const views = await Promise.all(vendors.map(({ vendor }) => view(vendor)));
  const earned = views.flatMap(({ revenue }) =>
    revenue.map(({ evidence, usd_millions }) => ({
      evidence,
      figure: { revenue_usd_millions: usd_millions },
    })),
  );
  const held = views.flatMap(({ holders }) =>
    (holders?.largest ?? []).map(({ evidence, accelerators }) => ({
      evidence: evidence ?? '',
      figure: { accelerators },
    })),
  );
  for (const figures of [earned, held]) {
    // Added figures lead to several rows of a table.
    const single = figures.filter(({ evidence }) => evidence.startsWith('/evidence/'));
    expect(single).not.toEqual([]);
    for (const { evidence, figure } of single) {
      const [dataset, key] = evidence.split('/').slice(2) as [string, string];
      expect((await getEvidence(tracker, dataset, key))?.row, evidence).toMatchObject(figure);
    }
  }
});
