/** The newest prices of a chip: of a rent, and of a machine with it. Rent and purchase never meet. */

import { toEvidenceHref } from '@/address/links';
import { rentalPrices } from '@/data/rental-prices/contract';
import type { Orm } from '@/db/connection';
import { formatDate } from '@/units/period';
import { listPricedSystems, type PricedSystem } from '../calculators/queries';
import { listRentalPrices, listRentalTerms, providerKinds, terms } from '../prices/queries';

interface NewestRent {
  readonly value: number;
  /** "spot, Ornn OCPI, Aug 25, 2026". */
  readonly what: string;
  readonly href: string;
}

/** The newest rent of any of these chips that was read where it was asked; null where none is. */
export async function findNewestRent(
  orm: Orm,
  chips: readonly string[],
): Promise<NewestRent | null> {
  const rows = await Promise.all(
    chips.map(async (chip) => {
      const known = await listRentalTerms(orm, chip);
      return Promise.all(known.map(({ term }) => listRentalPrices(orm, { chip, term })));
    }),
  );
  const [newest] = rows
    .flat(2)
    .filter(
      ({ standing, provider_kind }) => standing === 'verified' && provider_kind !== 'assumption',
    )
    .toSorted(
      (a, b) =>
        b.date.localeCompare(a.date) ||
        // Of one day, what anybody gets without commitment goes before spare or shared machines.
        Number(b.term === 'on-demand') - Number(a.term === 'on-demand') ||
        a.price_usd_per_hour - b.price_usd_per_hour,
    );
  if (!newest) return null;
  const { price_usd_per_hour: value, term, provider, provider_kind, date } = newest;
  const kind = providerKinds[provider_kind].toLowerCase();
  return {
    value,
    what: `${terms[term].toLowerCase()}, ${provider} (${kind}), ${formatDate(date)}`,
    href: toEvidenceHref(rentalPrices, newest),
  };
}

/** Machines with any of these chips and a dated price, newest price first. */
export async function listNewestPurchases(
  orm: Orm,
  chips: readonly string[],
): Promise<(PricedSystem & { readonly price_as_of: string })[]> {
  return (await listPricedSystems(orm))
    .flatMap((system) =>
      system.price_as_of !== null && system.chip !== null && chips.includes(system.chip)
        ? [{ ...system, price_as_of: system.price_as_of }]
        : [],
    )
    .toSorted((a, b) => b.price_as_of.localeCompare(a.price_as_of));
}
