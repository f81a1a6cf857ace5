/** What the article’s chip cost then, and what an hour of it costs now. */
import { type DatedGroup, isDated } from '@/charts/model';
import { drawSparkPoints } from '@/charts/spark-points';
import type { Tracker } from '@/db/connection';
import type { ClaimRow } from '@/db/queries/article';
import { listVariants } from '@/db/queries/chips';
import { listRentedChips } from '@/db/queries/rental-prices';
import { formatValue } from '@/units/format-value';
import { formatDate, formatPeriod } from '@/units/period';
import { rentalPricesByChip } from '../charts/rental-prices';
import { terms } from '../chip-groups';
import { toHref } from '../parameters';
import { getChartView } from '../view';
import { CARD, CHIP, type ThenAndNow, tell } from './card';

/**
 * The price of the chip then beside what an hour of it costs; the data hold no price of
 * today. Figure, picture and link are one series: of one variant, one term and one kind of
 * provider, that with most prices. The lowest price of each day is a dot, the medians of
 * half years are the line.
 */
export async function compareRent(
  tracker: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  const own = (await listVariants(tracker.orm, CHIP)).map(({ chip }) => chip);
  const rented = (await listRentedChips(tracker.orm)).find(({ chip }) => own.includes(chip));
  if (claim?.value == null || !rented) return null;
  const { view } = await getChartView(tracker, rentalPricesByChip, { chip: rented.chip });
  if (!isDated(view.model)) return null;
  const [group] = view.model.groups.toSorted((a, b) => b.entries.length - a.entries.length);
  const lowest = group ? pickLowest(group) : [];
  const newest = lowest.at(-1);
  if (!group || !newest) return null;
  const term = view.offered.find(({ name }) => name === 'term')?.value as keyof typeof terms;
  const series = `${rented.name}, ${terms[term].toLowerCase()}, ${group.label.toLowerCase()}`;
  return {
    claim: claim.claim,
    label: 'The price of an A100, and its rent',
    told: tell(claim, 'USD'),
    told_when: `${formatDate(claim.as_of)}, to buy`,
    now: `${formatValue(newest.value, 'USD per hour')} an hour`,
    now_when: `${formatPeriod(newest.date.label)}, ${series}`,
    remark: `No price of today is known here, so this is a rent: the lowest of the newest day in the longest series of rents. At that rent ${formatValue(claim.value / newest.value, 'hours')} hours cost as much as the chip did. Pictured: the same series, the lowest price of each day, and medians of half years.`,
    href: toHref('/prices', view.canonical),
    spark: drawSparkPoints(
      { colour: 'nvidia', dots: lowest, line: group.line ?? [] },
      CARD,
      `Rent per hour: ${series}`,
    ),
  };
}

/** One price a day, the lowest; oldest first. */
function pickLowest({ entries }: DatedGroup) {
  const lowest = new Map<string, { date: DatedGroup['entries'][number]['date']; value: number }>();
  for (const { date, value } of entries) {
    const known = lowest.get(date.label);
    if (value !== null && (!known || value < known.value)) lowest.set(date.label, { date, value });
  }
  return [...lowest.values()].toSorted((a, b) => a.date.start.localeCompare(b.date.start));
}
