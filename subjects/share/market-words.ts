/** Markets and shares in them, as every chart of them has it: words, options, figures. */

import { group, groups } from 'd3-array';
import type { Choice, Option } from '@/address/choices';
import type { DetailColumn } from '@/charts/kinds/table';
import { toLabels } from '@/data/contract';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { markets } from '@/data/markets/contract';
import type { Orm } from '@/db/orm';
import { countOf, formatValue } from '@/units/format-value';
import { formatDate, formatPeriod, parsePeriod } from '@/units/period';
import { toRowFigure } from '@/views/row-figures';
import type { MarketPeriod, MarketRow, ShareRow } from './queries';

export const marketCategories = toLabels(markets.columns.category);

export const marketBases = toLabels(markets.columns.basis);

/** A choice among the markets that `list` gives, with how much `listPeriods` knows of each. */
export function chooseMarket(
  preferred: string,
  list: (orm: Orm) => Promise<readonly MarketRow[]>,
  listPeriods: (orm: Orm) => Promise<MarketPeriod[]>,
): Choice {
  return {
    label: 'Market',
    dataset: 'markets',
    control: 'select',
    preferred,
    list: async (orm) => toOptions(await list(orm), await listPeriods(orm)),
  };
}

/**
 * By category in the order above; those of a category with most periods first. A market
 * with a single period is no trend, and an earlier edition is the newest as of its day: they
 * are not offered, but an address may ask for them.
 */
function toOptions(markets: readonly MarketRow[], all: readonly MarketPeriod[]): Option[] {
  const periods = group(all, ({ market }) => market);
  const count = ({ market }: MarketRow) => periods.get(market)?.length ?? 0;
  const categories = Object.keys(marketCategories);
  return markets
    .toSorted(
      (a, b) =>
        categories.indexOf(a.category) - categories.indexOf(b.category) ||
        count(b) - count(a) ||
        a.name.localeCompare(b.name),
    )
    .map((one) => ({
      value: one.market,
      label: one.name,
      amount: countPeriods(periods.get(one.market) ?? []),
      group: marketCategories[one.category],
      ...(count(one) > 1 && one.edition_of === null ? {} : { isListed: false }),
    }));
}

/** "Q4 2025"; of a share without a period when it was said: "statement of Feb 2023". */
export function formatSharePeriod({ period, stated_on }: ShareRow): string {
  return stated_on ? `statement of ${formatDate(stated_on.slice(0, 7))}` : formatPeriod(period);
}

/** "8 quarters"; "4 periods" where they are of several kinds. */
function countPeriods(periods: readonly MarketPeriod[]): string {
  const kinds = new Set(periods.map(({ period }) => parsePeriod(period)?.kind ?? 'period'));
  const [kind] = kinds.size === 1 ? [...kinds] : ['period'];
  const word = kind === 'half' ? 'half year' : (kind ?? 'period');
  return countOf(periods.length, word);
}

/** Whether the shares of a period make up the whole of the market, as it is defined. */
export const addsUp = ({ adds_up }: MarketRow): boolean =>
  adds_up === 'complete' || adds_up === 'among-named';

/** "What is counted: …": no share or shipment is understood without it. */
export const describeMarket = ({ definition, publisher }: MarketRow): string =>
  `What is counted: ${definition}. Published by ${publisher}.`;

/** A share as a picture has it, with its range and where it is from. */
export const toShare = (row: ShareRow) => ({
  value: row.share_pct,
  low: row.share_low_pct,
  high: row.share_high_pct,
  ...toRowFigure(gpuMarketShare, row),
});

/** The same as an entry of a ranking; more is said by whoever names it. */
export const toShareEntry = (row: ShareRow) => ({
  ...toShare(row),
  date: row.period,
  tone: 'full' as const,
  details: [row.stated_on ? formatSharePeriod(row) : row.period, row.kind.replaceAll('-', ' ')],
});

/** What `toShareEntry` says of an entry besides its value. */
export const shareColumns: readonly DetailColumn[] = [
  { id: 'period', label: 'Period', as: 'date' },
  { id: 'kind', label: 'Kind' },
];

/** How concentrated a market is, by the Herfindahl–Hirschman index, in a sentence. */

/**
 * "Concentration (…): 5,120 in Q1 2024, 4,951 in Q4 2025": the first and the newest period of
 * which every vendor is known. Null where there is none, or shares of the market do not add up.
 * `rows` are those of one market, the oldest period first.
 */
export function describeConcentration(market: MarketRow, rows: readonly ShareRow[]): string | null {
  if (!addsUp(market)) return null;
  const whole = rows.filter(
    ({ coverage }) => coverage === 'all-vendors' || market.adds_up === 'among-named',
  );
  const periods = groups(whole, ({ period }) => period).map(([, own]) => own);
  const ends = periods.length > 1 ? [periods[0]!, periods.at(-1)!] : periods;
  if (ends.length === 0) return null;
  const figures = ends.map((own) => {
    const { low, high } = toConcentration(own);
    const range = [low, high].map((one) => formatValue(one, 'index'));
    return `${[...new Set(range)].join('–')} in ${formatSharePeriod(own[0]!)}`;
  });
  return `Concentration (Herfindahl–Hirschman index, the sum of the squares of all shares in percent; 10,000 is one vendor alone, 5,000 two equal ones): ${figures.join(', ')}. Computed by us.`;
}

/** One period's rows → its index: `other` left out at the lower end, as one vendor at the upper. */
export function toConcentration(rows: readonly ShareRow[]): { low: number; high: number } {
  const squares = (some: readonly ShareRow[]) =>
    some.reduce((sum, { share_pct }) => sum + share_pct ** 2, 0);
  return { low: squares(rows.filter(({ vendor }) => vendor !== 'other')), high: squares(rows) };
}
