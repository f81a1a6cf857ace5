/** What the server in front of Next shows in place of a page that is missing. */
import type { Metadata } from 'next';
import { toChipHref, toDatasetHref, toOrganizationHref, toVendorHref } from '@/address/links';
import { type Query, readAddress, words } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import type { Orm } from '@/db/connection';
import { listVendors } from '@/db/queries/vendors';
import { listChips } from '@/subjects/chips/queries';
import { listOrganizations } from '@/subjects/holdings/queries';
import { allPages } from '../all-pages';
import { getTracker } from '../tracker';
import { MissingWords } from './missing-words';
import { listNearest, type NamedPage } from './nearest';

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } };

export default async function MissingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { values } = readAddress(parameters, await searchParams);
  const path = values.address.split('?')[0] ?? '';
  const nearest = listNearest(path, await listNamedPages(getTracker().orm));
  return <MissingWords address={path} nearest={nearest} />;
}

const parameters = { address: words('Path and query of a page that does not exist.') };

async function listNamedPages(orm: Orm): Promise<NamedPage[]> {
  const [chips, vendors, organizations] = await Promise.all([
    listChips(orm),
    listVendors(orm),
    listOrganizations(orm),
  ]);
  return [
    ...allPages,
    ...publishedCharts.map(({ slug, name }) => ({ href: `/charts/${slug}`, label: name })),
    ...datasets.map(({ slug, title }) => ({ href: toDatasetHref(slug), label: title })),
    ...chips.map(({ chip, name }) => ({ href: toChipHref(chip), label: name })),
    ...vendors.map(({ vendor, name }) => ({ href: toVendorHref(vendor), label: name })),
    ...organizations.map(({ organization, name }) => ({
      href: toOrganizationHref(organization),
      label: name,
    })),
  ];
}
