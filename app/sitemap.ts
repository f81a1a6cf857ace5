/**
 * Every page in its default view, the most visited first: for search engines, and
 * for the server, which keeps the pages named here prepared.
 */
import type { MetadataRoute } from 'next';
import {
  toChipHref,
  toDataCenterHref,
  toDatasetHref,
  toOrganizationHref,
  toVendorHref,
} from '@/address/links';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { listVendors } from '@/db/queries/vendors';
import { toSiteOrigin } from '@/exports/site';
import { listChips } from '@/subjects/chips/queries';
import { listOrganizations } from '@/subjects/holdings/queries';
import { readSites } from '@/subjects/sites/sites';
import { allPages } from './all-pages';
import { getTracker } from './tracker';

export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { orm, snapshot } = getTracker();
  const [organizations, chips, vendors, sites] = await Promise.all([
    listOrganizations(orm),
    listChips(orm),
    listVendors(orm),
    readSites(orm),
  ]);
  const pages = [
    ...allPages.map(({ href }) => href),
    ...publishedCharts.map(({ slug }) => `/charts/${slug}`),
    ...datasets.map(({ slug }) => toDatasetHref(slug)),
    ...vendors.map(({ vendor }) => toVendorHref(vendor)),
    ...chips.map(({ chip }) => toChipHref(chip)),
    ...organizations.map(({ organization }) => toOrganizationHref(organization)),
    ...sites.map(({ site }) => toDataCenterHref(site)),
  ];
  const site = toSiteOrigin();
  return pages.map((page) => ({
    url: new URL(page, site).href,
    lastModified: snapshot.collected_on,
  }));
}
