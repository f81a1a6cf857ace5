import type { Metadata } from 'next';
import Link from 'next/link';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { NearestPages } from './_ui/nearest-pages';
import { PageHeading } from './_ui/page-heading';
import { allPages } from './all-pages';
import { navigation } from './navigation';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <>
      <PageHeading title="There is no page at this address">
        It may be misspelt, or what it showed has another name now.
      </PageHeading>
      <NearestPages pages={pages} />
      <h2 className="mt-6 mb-2 text-lg font-semibold tracking-tight">Main pages</h2>
      <ul className="grid gap-1">
        {navigation.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-6 max-w-[70ch] text-sm text-muted">
        Every figure stands in one of the <Link href="/datasets">open datasets</Link>, which can be
        searched. Figures of earlier snapshots stay available for a while;{' '}
        <Link href="/snapshots" prefetch={false}>
          the snapshots that are kept
        </Link>{' '}
        are listed.
      </p>
    </>
  );
}

// Next sends this list along with every page, so it holds addresses and no titles.
const pages = [
  ...allPages.map(({ href }) => href),
  ...publishedCharts.map(({ slug }) => `/charts/${slug}`),
  ...datasets.map(({ slug }) => `/datasets/${slug}`),
].join(' ');
