/**
 * The names a reader may meet in a text: companies, holders and chips as the datasets
 * call them, with and without what stands in brackets, and a few other words for them.
 */
import { datasets } from '@/data/datasets';
import type { Orm } from '@/db/connection';
import { listChips } from '@/db/queries/chips';
import { listOrganizations } from '@/db/queries/holdings';
import { getRowNames } from '@/db/queries/row-names';
import { listVendors } from '@/db/queries/vendors';
import { toShortName } from '../chip-entries';
import { findPageHref, toChipHref, toOrganizationHref, toVendorHref } from '../links';
import type { KnownName } from './link-names';

/** Other words for rows of the datasets, and for what their names do not say alone. */
export const aliases: readonly {
  readonly text: string;
  readonly dataset: string;
  readonly key: string;
}[] = [
  { text: 'AWS', dataset: 'vendors', key: 'aws' },
  { text: 'Amazon Web Services', dataset: 'organizations', key: 'amazon' },
  { text: 'Google Cloud', dataset: 'organizations', key: 'google' },
  { text: 'Lambda Labs', dataset: 'organizations', key: 'lambda' },
  { text: 'Microsoft Azure', dataset: 'organizations', key: 'microsoft' },
  { text: 'Oracle Cloud', dataset: 'organizations', key: 'oracle' },
  { text: 'Bing', dataset: 'organizations', key: 'microsoft' },
  { text: 'DGX A100', dataset: 'systems', key: 'dgx-a100-320gb' },
  { text: 'Stable Diffusion', dataset: 'events', key: 'stable-diffusion-released' },
  { text: 'ChatGPT', dataset: 'events', key: 'chatgpt-launched' },
  { text: 'fourth fiscal quarter', dataset: 'events', key: 'q4-fy2023-results' },
  {
    text: 'licence requirement',
    dataset: 'events',
    key: 'nvidia-discloses-the-licence-requirement',
  },
  {
    text: 'need a licence',
    dataset: 'events',
    key: 'licence-needed-for-a100-and-h100-to-china-and-russia',
  },
];

/** Vendors first, then holders, chips and aliases; an alias whose row is gone is left out. */
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
    ...other,
  ];
}

async function listAliases(orm: Orm): Promise<KnownName[]> {
  const found = await Promise.all(
    aliases.map(async ({ text, dataset, key }) => {
      const contract = datasets.find(({ slug }) => slug === dataset);
      const href = findPageHref(dataset, key);
      if (!contract || !href) return [];
      return (await getRowNames(orm, contract, [key])).size > 0 ? [{ text, href }] : [];
    }),
  );
  return found.flat();
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
