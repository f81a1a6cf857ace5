/** What the server in front of Next shows in place of a page that is missing. */
import type { Metadata } from 'next';
import { toDatasetHref } from '@/address/links';
import { type Named, readNames } from '@/address/names';
import { type Query, readAddress, words } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import type { Orm } from '@/db/connection';
import { allPages } from '../all-pages';
import { getTracker } from '../tracker';
import { MissingWords } from './missing-words';
import { listNearest, type NamedPage } from './nearest';

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } };

export default async function MissingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { values } = readAddress(parameters, await searchParams);
  const path = values.address.split('?')[0] ?? '';
  const named = await listNamed(getTracker().orm, path);
  const nearest = named.length > 0 ? named : listNearest(path, pages);
  return <MissingWords address={path} nearest={nearest} />;
}

const parameters = { address: words('Path and query of a page that does not exist.') };

const pages: readonly NamedPage[] = [
  ...allPages,
  ...publishedCharts.map(({ slug, name }) => ({ href: `/charts/${slug}`, label: name })),
  ...datasets.map(({ slug, title }) => ({ href: toDatasetHref(slug), label: title })),
];

/** Folders of pages of rows, by the dataset of the rows. */
const FOLDERS = ['chips', 'vendors', 'organizations'];

/** What is called like the last part of an address: "/chips/nvidia-a100" is A100. */
async function listNamed(orm: Orm, path: string): Promise<readonly NamedPage[]> {
  const [, folder = '', name = folder] = path.split('/');
  const isOfRows = FOLDERS.includes(folder);
  if (!isOfRows && name !== folder) return [];
  const isMeant = ({ dataset }: Named) =>
    isOfRows ? dataset === folder : FOLDERS.includes(dataset);
  const found = (await readNames(orm)).suggest(decode(name), isMeant);
  return found.map((one) => ({ href: one.href, label: one.name }));
}

/** A stray percent sign stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
