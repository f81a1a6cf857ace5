/** Prices of a chip: the newest rent, machines with it, all that was said of buying. Rent and purchase never meet. */

import { toEvidenceHref, toSystemHref } from '@/address/links';
import { chips } from '@/data/chips/contract';
import { costScenarios } from '@/data/cost-scenarios/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import type { Orm } from '@/db/orm';
import { listSources } from '@/db/queries/names';
import { formatDate } from '@/units/period';
import { listCostScenarios, listPricedSystems, type PricedSystem } from '../calculators/queries';
import { priceKinds } from '../chips/chip-measures';
import { listChips } from '../chips/queries';
import { listNewestRents, providerKinds, systemPriceKinds, terms } from '../prices/queries';

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
  // Of one day, what anybody gets without commitment goes before spare or shared machines.
  const [newest] = (await listNewestRents(orm, chips)).toSorted(
    (a, b) =>
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

interface PurchasePrice {
  /** US dollars a chip. */
  readonly value: number;
  /** What was priced: "A100 40 GB (SXM4)", "an eighth of HGX A100 8-GPU". */
  readonly what: string;
  readonly kind: string;
  /** When, as precisely as is known; null: not said. */
  readonly when: string | null;
  /** Slug of the document; null: none is known. */
  readonly source: string | null;
  readonly note: string | null;
  readonly href: string;
}

/** Every price to buy that anybody named for these chips, the lowest first. They are of different kinds. */
export async function listPurchasePrices(
  orm: Orm,
  slugs: readonly string[],
): Promise<PurchasePrice[]> {
  const [rows, scenarios, systems] = await Promise.all([
    listChips(orm),
    listCostScenarios(orm),
    listPricedSystems(orm),
  ]);
  const own = rows.filter(({ chip }) => slugs.includes(chip));
  const documents = await listSources(
    orm,
    own.flatMap(({ price_source }) => price_source ?? []),
  );
  const publishedOn = new Map(documents.map((one) => [one.source, one.published_on]));
  const ofChips = own.flatMap((row): PurchasePrice[] => {
    const { name: what, launch_price_usd, price_kind, price_source } = row;
    const { average_price_usd, h100e_source } = row;
    const href = toEvidenceHref(chips, row);
    const kind = price_kind ? priceKinds[price_kind] : '';
    const at = { what, href };
    const found: PurchasePrice[] = [];
    if (launch_price_usd !== null) {
      // Who names a price of its own does so on a day of its own.
      const when = price_source ? (publishedOn.get(price_source) ?? null) : row.launch_date;
      const { source, note } = row;
      found.push({
        ...{ ...at, value: launch_price_usd, kind, when, note },
        source: price_source ?? source,
      });
    }
    if (average_price_usd !== null) {
      const average = { kind: 'Average, estimate', when: null, note: null, source: h100e_source };
      found.push({ ...at, ...average, value: average_price_usd });
    }
    return found;
  });
  const ofEstimates = scenarios
    .filter(
      ({ chip, parameter }) =>
        parameter === 'price-per-accelerator' && own.some((row) => row.chip === chip),
    )
    .map(
      (row): PurchasePrice => ({
        ...{ value: row.value, source: row.source, note: row.note },
        what: own.find(({ chip }) => chip === row.chip)?.name ?? '',
        kind: `As said: ${row.name}`,
        when: row.year === null ? null : String(row.year),
        href: toEvidenceHref(costScenarios, row),
      }),
    );
  const ofSystems = systems
    .filter(({ chip }) => slugs.includes(chip))
    .map(
      (row): PurchasePrice => ({
        value: row.price_usd / row.chips_per_system,
        what: `${row.name}, a share of ${row.chips_per_system}`,
        kind: row.price_kind ? systemPriceKinds[row.price_kind] : '',
        ...{ when: row.price_as_of, source: row.source, note: row.note },
        href: toSystemHref(row.system),
      }),
    );
  return [...ofChips, ...ofEstimates, ...ofSystems].toSorted((a, b) => a.value - b.value);
}
