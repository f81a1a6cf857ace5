/**
 * Every page in its default view, the most visited first: for search engines, and
 * for the server, which keeps the pages named here prepared.
 */
import type { MetadataRoute } from 'next';
import { calculators } from '@/catalog/calculators/calculators';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { listChips } from '@/db/queries/chips';
import { listOrganizations } from '@/db/queries/holdings';
import { navigation } from './navigation';
import { getTracker } from './tracker';

export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { orm, snapshot } = getTracker();
  const [organizations, chips] = await Promise.all([listOrganizations(orm), listChips(orm)]);
  const pages = [
    ...navigation.map(({ href }) => href),
    ...calculators.map(({ slug }) => `/calculators/${slug}`),
    '/snapshots',
    '/docs/api',
    ...publishedCharts.map(({ slug }) => `/charts/${slug}`),
    ...datasets.map(({ slug }) => `/datasets/${slug}`),
    ...chips.map(({ chip }) => `/chips/${chip}`),
    ...organizations.map(({ organization }) => `/organizations/${organization}`),
  ];
  return pages.map((page) => ({
    url: new URL(page, PUBLIC_ADDRESS).href,
    lastModified: snapshot.collected_on,
  }));
}

/** Where the site is reached from outside. */
const PUBLIC_ADDRESS = process.env.TRACKER_SITE || `http://localhost:${process.env.PORT || '3000'}`;
