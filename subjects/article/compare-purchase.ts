/** What a server with the article’s chip sold for, and the newest price of one. */

import { toSystemHref } from '@/address/links';
import { drawSparkPoints } from '@/charts/spark-points';
import type { Tracker } from '@/db/connection';
import { formatValue } from '@/units/format-value';
import { formatDate, parsePeriod } from '@/units/period';
import { listVariants } from '../chips/queries';
import { systemPriceKinds } from '../prices/price-words';
import { CARD, CHIP, type ThenAndNow, tell } from './compared-figure';
import { listNewestPurchases } from './newest-prices';
import type { ClaimRow } from './queries';

/** Purchase beside purchase: servers with as many of the chip as the article’s. */
export async function comparePurchase(
  { orm }: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  const own = (await listVariants(orm, CHIP)).map(({ chip }) => chip);
  const priced = (await listNewestPurchases(orm, own)).filter(
    ({ chips_per_system }) => chips_per_system === CHIPS,
  );
  const [newest] = priced;
  if (claim?.value == null || !newest) return null;
  const { name, price_usd, price_kind, price_as_of, system } = newest;
  const kind = price_kind ? systemPriceKinds[price_kind] : 'price';
  const label = `Buying a server with ${CHIPS} A100`;
  return {
    claim: claim.claim,
    label,
    told: tell(claim, 'USD'),
    told_when: formatDate(claim.as_of),
    now: formatValue(price_usd, 'USD'),
    now_when: `${formatDate(price_as_of)}, ${name}, ${kind}`,
    remark: `Purchase beside purchase; the servers are of different makers and memory. No newer price is known here, and none of an A100 by itself since the article.`,
    href: toSystemHref(system),
    spark: drawSparkPoints(
      {
        color: 'nvidia',
        dots: priced
          .toReversed()
          .map((one) => ({ date: parsePeriod(one.price_as_of)!, value: one.price_usd })),
        line: [],
      },
      CARD,
      `${label}: ${priced.length} prices`,
    ),
  };
}

/** As many as the article’s server holds. */
const CHIPS = 8;
