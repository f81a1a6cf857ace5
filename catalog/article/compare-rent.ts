/** What the article’s chip cost then, and what an hour of it costs now. */
import { type DatedGroup, isDated } from '@/charts/model';
import { drawSparkPoints } from '@/charts/spark-points';
import type { Tracker } from '@/db/connection';
import type { ClaimRow } from '@/db/queries/article';
import { listRents } from '@/db/queries/estimates';
import { listRentedChips } from '@/db/queries/rental-prices';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { rentalPricesByChip } from '../charts/rental-prices';
import { terms } from '../chip-groups';
import { toHref } from '../parameters';
import { getChartView } from '../view';
import { CARD, CHIP, type ThenAndNow } from './card';

/** The price of the chip then beside what an hour of it costs now; the data hold no price of today. */
export async function compareRent(
  tracker: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  const rents = await listRents(tracker.orm, CHIP);
  const newest = rents.toSorted((a, b) => b.date.localeCompare(a.date))[0];
  if (claim?.value == null || !newest) return null;
  const rent = formatValue(newest.price_usd_per_hour, 'USD per hour');
  const picture = await drawRents(
    tracker,
    rents.map(({ chip }) => chip),
  );
  return {
    claim: claim.claim,
    label: 'The price of an A100',
    told: formatValue(claim.value, 'USD'),
    told_when: formatDate(claim.as_of),
    now: `${rent} an hour`,
    now_when: formatDate(newest.date),
    remark: `No price of today is known here; the newest figure is a rent. At that rent ${formatValue(claim.value / newest.price_usd_per_hour, 'hours')} hours cost as much as the chip did.${picture ? ` Pictured: ${picture.shows}.` : ''}`,
    href: picture?.href ?? toHref('/prices', { chip: newest.chip }),
    spark: picture?.svg ?? null,
  };
}

/**
 * Rents of one variant, one term and one kind of provider, those with most prices:
 * the lowest of each day as a dot, the medians of half years as the line.
 */
async function drawRents(
  tracker: Tracker,
  chips: readonly string[],
): Promise<{ svg: string; shows: string; href: string } | null> {
  const rented = (await listRentedChips(tracker.orm)).find(({ chip }) => chips.includes(chip));
  if (!rented) return null;
  const { view } = await getChartView(tracker, rentalPricesByChip, { chip: rented.chip });
  if (!isDated(view.model)) return null;
  const [group] = view.model.groups.toSorted((a, b) => b.entries.length - a.entries.length);
  if (!group) return null;
  const term = view.offered.find(({ name }) => name === 'term')?.value as keyof typeof terms;
  const shows = `${rented.name}, ${group.label.toLowerCase()}, ${terms[term].toLowerCase()}; the lowest price of each day, and medians of half years`;
  const svg = drawSparkPoints(
    { colour: 'nvidia', dots: pickLowest(group), line: group.line ?? [] },
    CARD,
    `Rent per hour: ${shows}`,
  );
  return svg ? { svg, shows, href: toHref('/prices', view.canonical) } : null;
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
