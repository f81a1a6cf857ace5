/** How concentrated a market is, by the Herfindahl–Hirschman index, in a sentence. */

import { groups } from 'd3-array';
import { formatValue } from '@/units/format-value';
import { addsUp, formatSharePeriod } from './market-words';
import type { MarketRow, ShareRow } from './queries';

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
