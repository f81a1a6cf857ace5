/** What markets are called: their categories, what is counted, and the options of a choice. */

import type { Option } from '@/address/choices';
import { toLabels } from '@/data/contract';
import { markets } from '@/data/markets/contract';
import { formatDate, formatPeriod, parsePeriod } from '@/units/period';
import type { MarketRow, ShareRow } from './queries';

export const marketCategories = toLabels(markets.columns.category);

export const marketBases = toLabels(markets.columns.basis);

/**
 * Markets as options, by category in the order above, each with how much is known of it;
 * those of a category with most periods first. A market with a single period is no trend:
 * it is not offered, but an address may ask for it.
 */
export function toMarketOptions(
  markets: readonly MarketRow[],
  periods: readonly { readonly market: string; readonly period: string }[],
): Option[] {
  const known = new Map<string, string[]>();
  for (const { market, period } of periods) {
    known.set(market, [...(known.get(market) ?? []), period]);
  }
  const categories = Object.keys(marketCategories);
  return markets
    .map((market) => ({ ...market, periods: known.get(market.market) ?? [] }))
    .sort(
      (a, b) =>
        categories.indexOf(a.category) - categories.indexOf(b.category) ||
        b.periods.length - a.periods.length ||
        a.name.localeCompare(b.name),
    )
    .map(({ market, name, category, periods: own }) => ({
      value: market,
      label: `${name}: ${countPeriods(own)}`,
      group: marketCategories[category],
      ...(own.length > 1 ? {} : { isListed: false }),
    }));
}

/** "Q4 2025"; of a share without a period when it was said: "statement of Feb 2023". */
export function formatSharePeriod({ period, stated_on }: ShareRow): string {
  return stated_on ? `statement of ${formatDate(stated_on.slice(0, 7))}` : formatPeriod(period);
}

/** "8 quarters"; "4 periods" where they are of several kinds. */
function countPeriods(periods: readonly string[]): string {
  const kinds = new Set(periods.map((period) => parsePeriod(period)?.kind ?? 'period'));
  const [kind] = kinds.size === 1 ? [...kinds] : ['period'];
  const word = kind === 'half' ? 'half year' : (kind ?? 'period');
  return `${periods.length} ${word}${periods.length === 1 ? '' : 's'}`;
}

/** Whether the shares of a period make up the whole of the market, as it is defined. */
export const addsUp = ({ adds_up }: MarketRow): boolean =>
  adds_up === 'complete' || adds_up === 'among-named';
