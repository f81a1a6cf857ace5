/** What an hour of the article’s chip cost to rent in its days, and what it costs now. */

import { toHref } from '@/address/href';
import type { DatedGroup } from '@/charts/model';
import { drawSparkPoints } from '@/charts/spark-points';
import type { Tracker } from '@/db/connection';
import { formatValue } from '@/units/format-value';
import { formatPeriod, type Period, parsePeriod } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { listVariants } from '../chips/queries';
import { terms } from '../prices/price-words';
import { listRentedChips } from '../prices/queries';
import { rentalPricesByChip } from '../prices/rental-prices';
import { CARD, CHIP, type ThenAndNow } from './compared-figure';
import { findNewestRent } from './newest-prices';
import type { ClaimRow } from './queries';

/**
 * Rent beside rent: then and now are one series, of one variant, one term and one kind of
 * provider, that with most prices; picture and link show it. The lowest price of each day
 * is a dot, the medians of half years are the line. What is newer but of another kind
 * stands in the remark.
 */
export async function compareRent(
  tracker: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  const own = (await listVariants(tracker.orm, CHIP)).map(({ chip }) => chip);
  const rented = (await listRentedChips(tracker.orm)).find(({ chip }) => own.includes(chip));
  if (claim?.value == null || !rented) return null;
  const { view } = await getChartView(tracker, rentalPricesByChip, { chip: rented.chip });
  if (!('groups' in view.model)) return null;
  const [group] = view.model.groups.toSorted((a, b) => b.entries.length - a.entries.length);
  const lowest = group ? pickLowest(group) : [];
  const told = parsePeriod(claim.as_of);
  const then = told && lowest.findLast(({ date }) => date.end <= told.end);
  const newest = lowest.at(-1);
  if (!group || !then || !newest || then === newest) return null;
  const term = view.offered.find(({ name }) => name === 'term')?.value as keyof typeof terms;
  const series = `${rented.name}, ${terms[term].toLowerCase()}, ${group.label.toLowerCase()}`;
  const say = (value: number) => `${formatValue(value, 'USD per hour')} an hour`;
  const latest = await findNewestRent(tracker.orm, own);
  return {
    claim: null,
    label: 'Renting an A100 for an hour',
    told: say(then.value),
    told_when: `${formatPeriod(then.date.label)}, ${then.provider}`,
    now: say(newest.value),
    now_when: `${formatPeriod(newest.date.label)}, ${newest.provider}; ${series}`,
    remark: [
      'The lowest price of the newest day, and of the last day before the article, by whoever asked it; the line is of medians of half years.',
      latest &&
        `The newest rent of any kind is ${say(latest.value)} (${latest.what}): at that rent ${formatValue(roundHours(claim.value / latest.value), 'hours')} hours cost as much as the chip did in the article.`,
    ]
      .filter(Boolean)
      .join(' '),
    href: toHref('/prices', view.canonical),
    spark: drawSparkPoints(
      { color: 'nvidia', dots: lowest, line: group.line ?? [] },
      CARD,
      `Rent per hour: ${series}`,
    ),
  };
}

/** A "roughly $10,000" allows for two digits. */
const roundHours = (hours: number): number => Number(hours.toPrecision(2));

interface Rent {
  readonly date: Period;
  readonly value: number;
  readonly provider: string;
}

/** One price a day, the lowest; oldest first. */
function pickLowest({ entries }: DatedGroup) {
  const lowest = new Map<string, Rent>();
  for (const { date, value, kind, label: provider } of entries) {
    const known = lowest.get(date.label);
    if (value === null || kind !== 'measured') continue;
    if (!known || value < known.value) lowest.set(date.label, { date, value, provider });
  }
  return [...lowest.values()].toSorted((a, b) => a.date.start.localeCompare(b.date.start));
}
