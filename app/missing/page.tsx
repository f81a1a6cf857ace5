/** What the server in front of Next shows in place of a page that is missing. */
import type { Metadata } from 'next';
import { first, type Query } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { allPages } from '../all-pages';
import { MissingWords } from './missing-words';
import { listNearest } from './nearest';

export const metadata: Metadata = { title: 'Not found', robots: { index: false } };

export default async function MissingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const address = first((await searchParams).address) ?? '';
  return <MissingWords nearest={listNearest(address.replace(/\?.*/s, ''), pages)} />;
}

const pages = [
  ...allPages.map(({ href }) => href),
  ...publishedCharts.map(({ slug }) => `/charts/${slug}`),
  ...datasets.map(({ slug }) => `/datasets/${slug}`),
];
