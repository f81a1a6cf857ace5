/** What a holder of the article’s chip had then, and what became of it on the index’s lists. */

import { toOrganizationHref } from '@/address/links';
import type { ColorName } from '@/charts/colors';
import { drawSparkPoints } from '@/charts/spark-points';
import type { Tracker } from '@/db/connection';
import { getVendorColors } from '@/db/queries/names';
import { formatValue } from '@/units/format-value';
import { formatDate, parsePeriod } from '@/units/period';
import {
  listHolderLists,
  listHoldings,
  listHoldingsOfOrganization,
  type NamedHolding,
} from '../holdings/queries';
import { CARD, CHIP, type ThenAndNow, tell } from './compared-figure';
import type { ClaimRow } from './queries';

/** The holder of the article, as the index last listed it, beside the largest of its newest list. */
export async function compareHoldings(
  { orm }: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  if (claim?.value == null || !claim.organization) return null;
  const ofIndex = (one: NamedHolding) => one.family === FAMILY && one.chip === CHIP;
  const listings = (await listHoldingsOfOrganization(orm, claim.organization)).filter(ofIndex);
  const lists = (await listHolderLists(orm)).filter(({ family }) => family === FAMILY);
  const [newest] = lists;
  const listed = newest ? (await listHoldings(orm, newest)).filter(ofIndex) : [];
  const [[own], [largest]] = [listings, listed];
  if (!own || !largest) return null;
  const isListed = listed.some(({ organization }) => organization === claim.organization);
  const colorOf = await getVendorColors(orm);
  // A first chart that another of the same day replaced is no edition of its own.
  const whole = new Set(
    lists.flatMap((one) => (one.completeness === 'complete' ? one.edition : [])),
  );
  const label = `${largest.chip_name} at ${own.organization_name}`;
  return {
    claim: claim.claim,
    label,
    told: tell(claim, 'accelerators'),
    told_when: formatDate(claim.as_of),
    now: isListed ? formatValue(own.accelerators, 'accelerators') : 'no longer listed',
    now_when: formatDate(largest.as_of),
    remark: `Last listed with ${formatValue(own.accelerators, 'accelerators')} (${formatDate(own.as_of)}). The largest on the index’s newest list of the chip: ${largest.organization_name}, ${formatValue(largest.accelerators, 'accelerators')}. A dot is an edition of the index that names the holder.`,
    href: toOrganizationHref(claim.organization),
    spark: drawEditions(
      listings.filter(({ edition }) => whole.has(edition)),
      { newest: largest.as_of, label, color: colorOf(own.chip_vendor) },
    ),
  };
}

const FAMILY = 'index-edition';

/** One dot for each edition, oldest first; up to the newest list, whoever stands on it. */
function drawEditions(
  listings: readonly NamedHolding[],
  { newest, label, color }: { newest: string; label: string; color: ColorName },
): string | null {
  const dots = listings
    .toSorted((a, b) => a.as_of.localeCompare(b.as_of))
    .map(({ as_of, accelerators }) => ({ date: parsePeriod(as_of)!, value: accelerators }));
  const [first, last] = [listings.at(-1), listings[0]];
  if (!first || !last) return null;
  return drawSparkPoints(
    { color, dots, line: dots, until: parsePeriod(newest)! },
    CARD,
    `${label}: ${dots.length} editions from ${formatDate(first.as_of)} to ${formatDate(last.as_of)}, none since until ${formatDate(newest)}`,
  );
}
