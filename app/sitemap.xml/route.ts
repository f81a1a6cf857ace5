/**
 * Every page in its default view, the most visited first: for search engines, and
 * for the server, which keeps the pages named here prepared.
 */
import {
  toChipHref,
  toDataCenterHref,
  toDatasetHref,
  toOrganizationHref,
  toVendorHref,
} from '@/address/links';
import { listLastChanges, listNewestReadings } from '@/catalog/last-changes';
import { publishedCharts } from '@/catalog/published';
import { chips } from '@/data/chips/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { datasets } from '@/data/datasets';
import { organizations } from '@/data/organizations/contract';
import { vendors } from '@/data/vendors/contract';
import { openTracker, type Tracker } from '@/db/connection';
import { listVendors } from '@/db/queries/vendors';
import { answerSitemap, type MappedPage } from '@/exports/sitemap';
import { listChips } from '@/subjects/chips/queries';
import { listOrganizations } from '@/subjects/holdings/queries';
import { readSites } from '@/subjects/sites/sites';
import { allPages } from '../all-pages';

// By its name Next takes it for a file that is made once.
export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerSitemap(request, async () => {
    const pages = await listPages(openTracker());
    return {
      count: pages.length,
      list: async (offset, limit) => pages.slice(offset, offset + limit),
    };
  });
}

async function listPages({ orm }: Tracker): Promise<MappedPage[]> {
  const changes = await listLastChanges(orm);
  const newest = (slugs: Iterable<string>) =>
    [...slugs]
      .flatMap((slug) => changes.get(slug) ?? [])
      .sort()
      .at(-1);
  const [byOrganization, byChip, byVendor, bySite] = await Promise.all(
    [organizations, chips, vendors, dataCenters].map((list) => listNewestReadings(orm, list)),
  );
  return [
    ...allPages.map(({ href }) => ({ href, changed: newest(listShown(href)) })),
    ...publishedCharts.map((chart) => ({
      href: `/charts/${chart.slug}`,
      changed: newest(chart.datasets.map(({ slug }) => slug)),
    })),
    ...datasets.map(({ slug }) => ({ href: toDatasetHref(slug), changed: changes.get(slug) })),
    ...(await listVendors(orm)).map(({ vendor }) => ({
      href: toVendorHref(vendor),
      changed: byVendor?.get(vendor),
    })),
    ...(await listChips(orm)).map(({ chip }) => ({
      href: toChipHref(chip),
      changed: byChip?.get(chip),
    })),
    ...(await listOrganizations(orm)).map(({ organization }) => ({
      href: toOrganizationHref(organization),
      changed: byOrganization?.get(organization),
    })),
    ...(await readSites(orm)).map(({ site }) => ({
      href: toDataCenterHref(site),
      changed: bySite?.get(site),
    })),
  ];
}

/** The datasets that a page shows: those of the charts of its section, or of what it lists. */
function listShown(href: string): Set<string> {
  const charts = publishedCharts.filter(({ section }) => href === `/${section}`);
  const listed = LISTS[href] ?? [];
  return new Set([
    ...(listed === 'everything' ? datasets.map(({ slug }) => slug) : listed),
    ...charts.flatMap((chart) => chart.datasets.map(({ slug }) => slug)),
  ]);
}

/** Of pages that are no section of charts; of the others nobody knows when they changed. */
const LISTS: Readonly<Record<string, readonly string[] | 'everything'>> = {
  '/': 'everything',
  '/datasets': 'everything',
  '/snapshots': 'everything',
  '/freshness': 'everything',
  '/sources': ['sources'],
  '/corrections': ['corrections'],
  '/vendors': ['vendors'],
  '/organizations': ['organizations', 'gpu-holdings'],
  '/compare': ['gpu-holdings', 'gpu-holdings-history', 'owner-totals'],
  '/timeline/export-controls': ['export-controls', 'events'],
  '/article': ['article-claims', 'claim-answers', 'market-reactions'],
};
