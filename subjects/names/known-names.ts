/**
 * The names a reader may meet in a text: companies, holders and chips as the datasets
 * call them, with and without what stands in brackets, and a few other words for them.
 */

import { findPageHref, toChipHref, toOrganizationHref, toVendorHref } from '@/address/links';
import { listAliases } from '@/address/names';
import { aliases } from '@/data/aliases/contract';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import { listVendors } from '@/db/queries/vendors';
import { toShortName } from '../chips/chip-entries';
import { listChips } from '../chips/queries';
import { listOrganizations } from '../holdings/queries';
import { buildNameLinker, type KnownName, type NameLinker } from './link-names';

/** Vendors first, then holders, chips and aliases. */
export const listKnownNames = (orm: Orm): Promise<readonly KnownName[]> => readNames(orm, aliases);

const readNames = oncePerSnapshot(async (orm): Promise<readonly KnownName[]> => {
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
});

/** A linker for all of them. */
export const getNameLinker = (orm: Orm): Promise<NameLinker> => buildLinker(orm, aliases);

const buildLinker = oncePerSnapshot(async (orm) => buildNameLinker(await listKnownNames(orm)));

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
