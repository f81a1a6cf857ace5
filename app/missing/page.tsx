/** What the server in front of Next shows in place of a page that is missing. */
import type { Metadata } from 'next';
import { type Query, readAddress, words } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { allPages } from '../all-pages';
import { MissingWords } from './missing-words';
import { listNearest } from './nearest';

export const metadata: Metadata = { title: 'Not found', robots: { index: false } };

export default async function MissingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { values } = readAddress(parameters, await searchParams);
  return <MissingWords nearest={listNearest(values.address.split('?')[0] ?? '', pages)} />;
}

const parameters = { address: words('Path and query of a page that does not exist.') };

const pages = [
  ...allPages.map(({ href }) => href),
  ...publishedCharts.map(({ slug }) => `/charts/${slug}`),
  ...datasets.map(({ slug }) => `/datasets/${slug}`),
];
