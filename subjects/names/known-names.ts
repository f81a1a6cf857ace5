/**
 * The names a reader may meet in a text: companies, holders and chips as the datasets
 * call them, with and without what stands in brackets, and a few other words for them.
 */

import { asc } from 'drizzle-orm';
import { findPageHref, toChipHref, toOrganizationHref, toVendorHref } from '@/address/links';
import { aliases } from '@/data/aliases/contract';
import type { Orm } from '@/db/connection';
import { listVendors } from '@/db/queries/vendors';
import { toTable } from '@/db/to-table';
import { toShortName } from '../chips/chip-entries';
import { listChips } from '../chips/queries';
import { listOrganizations } from '../holdings/queries';
import type { KnownName } from './link-names';

/** Vendors first, then holders, chips and aliases. */
export async function listKnownNames(orm: Orm): Promise<KnownName[]> {
  const [vendors, organizations, chips, other] = await Promise.all([
    listVendors(orm),
    listOrganizations(orm),
    listChips(orm),
    listAliases(orm),
  ]);
  return [
    ...vendors
      .filter(({ level }) => level === 'company')
      .flatMap(({ vendor, name }) => spell([name, toPlain(name)], toVendorHref(vendor))),
    ...organizations.flatMap(({ organization, name }) =>
      spell([name, toPlain(name)], toOrganizationHref(organization)),
    ),
    // Models before the variants that share their short name.
    ...chips
      .toSorted((a, b) => Number(a.level === 'variant') - Number(b.level === 'variant'))
      .flatMap(({ chip, name }) =>
        spell([name, toPlain(name), toShortName(name)], toChipHref(chip)),
      ),
    ...other.flatMap(({ alias, dataset, row }) => {
      const href = findPageHref(dataset, row);
      return href ? [{ text: alias, href }] : [];
    }),
  ];
}

/** Each spelling once; what shortening left without a first word is none. */
function spell(texts: readonly string[], href: string): KnownName[] {
  return [...new Set(texts)]
    .filter((text) => /^[\p{L}\p{N}]/u.test(text))
    .map((text) => ({ text, href }));
}

/** "Amazon" for "Amazon (AWS)". */
function toPlain(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}

export interface Alias {
  readonly alias: string;
  /** The dataset of the row that is meant, and the row's key there. */
  readonly dataset: string;
  readonly row: string;
}

const table = toTable(aliases);

/** Every other name, by itself. */
export async function listAliases(orm: Orm): Promise<Alias[]> {
  const rows = await orm.select().from(table).orderBy(asc(table.alias));
  return rows.flatMap(({ alias, vendor, organization, chip, system, event }) => {
    const meant = { vendors: vendor, organizations: organization, chips: chip, systems: system };
    return Object.entries({ ...meant, events: event }).flatMap(([dataset, row]) =>
      row === null ? [] : [{ alias, dataset, row }],
    );
  });
}
