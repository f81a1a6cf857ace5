/**
 * The best-known figures of the article beside the newest of the datasets. "Now" is
 * asked of the same charts that the other pages show.
 */
import type { Tracker } from '@/db/connection';
import { papersByVendor } from '../papers/papers-by-vendor';
import { nvidiaDataCenterRevenue } from '../revenue/nvidia-data-center-revenue';
import { marketShare } from '../share/market-share';
import { compareHoldings } from './compare-holdings';
import { comparePurchase } from './compare-purchase';
import { compareRent } from './compare-rent';
import { compareWithSeries } from './compare-with-series';
import type { ThenAndNow } from './compared-figure';
import type { ClaimRow } from './queries';

/** In the order of the story; figures that are gone are left out. */
export async function listThenAndNow(
  tracker: Tracker,
  claims: readonly ClaimRow[],
): Promise<ThenAndNow[]> {
  const claim = (slug: string) => claims.find((one) => one.claim === slug) ?? null;
  const found = await Promise.all([
    compareWithSeries(tracker, claim('claim-02'), {
      label: 'Nvidia’s share of GPUs for machine learning and data centers',
      unit: '%',
      chart: marketShare,
      query: { market: 'dc-gpu-compute-epoch' },
      page: '/share',
      counted: [
        'a statement by New Street Research on GPUs usable for machine learning; period and basis not given',
        'of the computing power of data-center GPUs, Nvidia against AMD alone, by Epoch AI',
      ],
      remark: ({ first, lowest }) =>
        `Both leave out TPUs and other AI chips. Epoch AI’s line begins at ${first}; its lowest is ${lowest}. Its share of all AI chips is another figure, and another question.`,
    }),
    compareWithSeries(tracker, claim('claim-46'), {
      label: 'Mentions of Nvidia chips in AI papers, a year',
      unit: 'papers',
      chart: papersByVendor,
      query: {},
      page: '/papers',
      counted: ['mentions', 'mentions'],
      remark: () =>
        'A paper that names two chips counts twice. Then an extrapolation made before the year was over; the index has since revised that year.',
    }),
    compareHoldings(tracker, claim('claim-07')),
    compareWithSeries(tracker, claim('claim-15'), {
      label: 'Nvidia’s data-center revenue in a quarter',
      unit: 'USD',
      chart: nvidiaDataCenterRevenue,
      query: {},
      page: '/revenue',
      remark: () => 'The same segment, as Nvidia reports it.',
    }),
    comparePurchase(tracker, claim('claim-24')),
    compareRent(tracker, claim('claim-01')),
  ]);
  return found.filter((one) => one !== null);
}
