/** What the server in front of Next shows in place of a page that is missing. */
import type { Metadata } from 'next';
import { toDatasetHref } from '@/address/links';
import { type Named, readNames } from '@/address/names';
import { readAddress, words } from '@/address/parameters';
import { shorten } from '@/address/word-problem';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { openSnapshot } from '@/db/open-snapshot';
import type { Orm } from '@/db/orm';
import { WrongName } from '../_ui/wrong-name';
import { allPages } from '../all-pages';
import type { PageProps } from '../page-head';
import { getTracker } from '../tracker';
import { MissingWords } from './missing-words';
import { listNearest, type NamedPage } from './nearest';

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } };

export default async function MissingPage({ searchParams }: PageProps) {
  const { values } = readAddress(parameters, await searchParams);
  const [path = '', asked] = values.address.split('?');
  const snapshot = new URLSearchParams(asked).get('snapshot');
  if (snapshot && openSnapshot(snapshot) === null) {
    return (
      <MissingWords>
        We no longer have snapshot “{shorten(snapshot)}”.{' '}
        <a href={path}>Show the present figures</a>, or see{' '}
        <a href="/snapshots">the snapshots we keep</a>.
      </MissingWords>
    );
  }
  const [, folder = '', name = ''] = path.split('/');
  const near = await listNamed(getTracker().orm, path);
  const kind = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
  if (kind && name !== '') {
    const all = { href: `/${folder}`, label: `all ${folder}` };
    return (
      <MissingWords>
        <WrongName kind={kind} found={decode(name)} near={near} all={all} />
      </MissingWords>
    );
  }
  return (
    <MissingWords address={path} nearest={near.length > 0 ? near : listNearest(path, pages)} />
  );
}

const parameters = { address: words('Path and query of a page that does not exist.') };

const pages: readonly NamedPage[] = [
  ...allPages,
  ...publishedCharts.map(({ slug, name }) => ({ href: `/charts/${slug}`, label: name })),
  ...datasets.map(({ slug, title }) => ({ href: toDatasetHref(slug), label: title })),
];

/** Folders of pages of rows, by the dataset of the rows, and what a row is. */
const FOLDERS: Readonly<Record<string, string>> = {
  chips: 'chip',
  vendors: 'vendor',
  organizations: 'organization',
  'data-centers': 'data center',
};

/** What is called like the last part of an address: "/chips/nvidia-a100" is A100. */
async function listNamed(orm: Orm, path: string): Promise<readonly NamedPage[]> {
  const [, folder = '', name = folder] = path.split('/');
  const isOfRows = Object.hasOwn(FOLDERS, folder);
  if (!isOfRows && name !== folder) return [];
  const isMeant = ({ dataset }: Named) =>
    isOfRows ? dataset === folder : Object.hasOwn(FOLDERS, dataset);
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
