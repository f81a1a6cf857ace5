/** Asks all that the site asks: of every chart, every table and every kind of page. */
import { toEvidenceHref } from '@/address/links';
import { allPages } from '@/app/all-pages';
import { publishedCharts } from '@/catalog/published';
import { getTablePage } from '@/catalog/table-page';
import { chips } from '@/data/chips/contract';
import type { Column, Columns, Contract } from '@/data/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { datasets } from '@/data/datasets';
import { organizations } from '@/data/organizations/contract';
import { vendors } from '@/data/vendors/contract';
import type { Tracker } from '@/db/connection';
import type { Orm } from '@/db/orm';
import { listRows } from '@/db/queries/table';
import { calculators } from '@/subjects/calculators/calculators';
import { getTimeline } from '@/subjects/events/timeline';
import { getOrganizationTable } from '@/subjects/holdings/organization-table';
import { getChartView } from '@/views/chart-view';
import { chooseSome } from '@/views/choose-cover-for-tests';
import { plainAddresses, showAddress } from './show-address';

/** Of what is many of its kind. */
const SOME = 4;
/** Of one choice. */
const MOST_OPTIONS = 12;

/** Shows all pages, charts and feeds of the tracker that is published, of what is many of a kind some. */
export async function showPages({ orm }: Tracker): Promise<void> {
  const slugs = async (contract: Contract) =>
    chooseSome(await listRows(orm, contract), SOME).map((row) => String(row[contract.key[0]!]));
  const addresses = [
    ...plainAddresses.filter((address) => !APART.includes(address)),
    ...allPages.map(({ href }) => href),
    ...publishedCharts.flatMap(({ slug }) => [`/charts/${slug}`, `/download/charts/${slug}/json`]),
    ...calculators.map(({ slug }) => `/download/calculators/${slug}/json`),
    ...(await slugs(vendors)).map((slug) => `/vendors/${slug}`),
    ...(await slugs(chips)).map((slug) => `/chips/${slug}`),
    ...(await slugs(organizations)).map((slug) => `/organizations/${slug}`),
    ...(await slugs(dataCenters)).map((slug) => `/data-centers/${slug}`),
    `/chips/compare?chips=${(await slugs(chips)).join('~')}`,
    '/search?q=How many GPUs does xAI have?',
    '/search.json?q=h100',
    '/oembed?url=http://tracker.example/charts/market-share',
  ];
  for (const address of new Set(addresses)) await showAddress(address);
}

/** Shows every dataset with its files, and the evidence of a row of each. */
export async function showDatasets({ orm }: Tracker): Promise<void> {
  for (const contract of datasets as readonly Contract[]) {
    const { slug } = contract;
    const [row] = await listRows(orm, contract, { limit: 1 });
    if (row) await showAddress(toEvidenceHref(contract, row));
    for (const address of [
      `/datasets/${slug}`,
      `/download/datasets/${slug}/json?limit=3`,
      `/download/datasets/${slug}/csv`,
      `/download/datasets/${slug}/atom`,
    ]) {
      await showAddress(address);
    }
  }
}

/** Asked by another method, with what they cannot do without, or made by a build. */
const APART = [
  '/mcp',
  '/oembed',
  '/download/tracker.sqlite',
  '/embed/inter.woff2',
  '/embed/inter-basic.woff2',
];

/** Builds every chart by its choices, and the lists that have some. */
export async function buildViews(tracker: Tracker): Promise<void> {
  const { orm } = tracker;
  for (const chart of publishedCharts) {
    const { view } = await getChartView(tracker, chart);
    for (const query of listOptions(view.offered)) await getChartView(tracker, chart, query);
  }
  for (const query of listOptions((await getTimeline(orm, {})).offered)) {
    await getTimeline(orm, query);
  }
  for (const query of listOptions((await getOrganizationTable(orm, {})).offered)) {
    await getOrganizationTable(orm, { q: 'AI', ...query });
  }
}

interface Offered {
  readonly name: string;
  readonly options: readonly { readonly value: string }[];
}

const listOptions = (offered: readonly Offered[]) =>
  offered.flatMap(({ name, options }) =>
    chooseSome(options, MOST_OPTIONS).map(({ value }) => ({ [name]: value })),
  );

/** Asks for every dataset searched, sorted and filtered by each of its columns, and in pages. */
export async function askTables(orm: Orm): Promise<void> {
  for (const contract of datasets as readonly Contract[]) {
    const [row] = await listRows(orm, contract);
    const columns = Object.entries(contract.columns);
    const queries = [
      { q: 'NVIDIA a' },
      { q: '50%' },
      { page: '2' },
      {
        sort: columns
          .map(([name]) => `-${name}`)
          .slice(0, 3)
          .join('~'),
        page: '2',
      },
      ...columns.flatMap(([name, column]) => [
        { sort: name },
        { sort: `-${name}` },
        { [name]: '~' },
        { [name]: String(row?.[name] ?? '~') },
        ...listRanges(name, column),
      ]),
    ];
    // Rows are counted where a page does not tell by itself how many there are.
    for (const query of queries) {
      for (const page of ['1', '2']) await getTablePage<Columns>(orm, contract, { page, ...query });
    }
  }
}

function listRanges(name: string, { type }: Column): Readonly<Record<string, string>>[] {
  if (type === 'date') return [{ [`${name}__gte`]: '2023', [`${name}__lt`]: '2024-05-03' }];
  if (type !== 'number' && type !== 'integer') return [];
  return [{ [`${name}__gt`]: '1', [`${name}__lte`]: '2000' }];
}
