/** What markets are called: their categories, what is counted, and the options of a choice. */
import type { MarketRow } from '@/db/queries/market-share';
import type { Option } from './parameters';

export const marketCategories = {
  'data-center-ai': 'Data centre & AI',
  pc: 'Personal computers',
  supercomputers: 'Supercomputers',
  china: 'China',
} satisfies Record<MarketRow['category'], string>;

export const marketBases = {
  'units-shipped': 'units shipped',
  revenue: 'revenue',
  compute: 'computing power shipped',
  'compute-installed': 'computing power shipped so far',
  performance: 'Linpack performance of listed systems',
  systems: 'listed systems',
  users: 'surveyed users',
  'not-stated': 'basis not stated by the publisher',
} satisfies Record<MarketRow['basis'], string>;

/** A market as an option, among those of its category. */
export function toMarketOption({ market, name, category }: MarketRow): Option {
  return { value: market, label: name, group: marketCategories[category] };
}
