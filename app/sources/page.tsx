import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toTidyHref } from '@/address/href';
import type { Query } from '@/address/parameters';
import { listTicked } from '@/address/table-query';
import { getSourceView } from '@/catalog/source-view';
import { sources } from '@/data/sources/contract';
import { Pager } from '../_table/pager';
import { RowRange } from '../_table/row-range';
import { TableForm } from '../_table/table-form';
import { Corrections } from '../_ui/corrections';
import { PageHeading } from '../_ui/page-heading';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { KindLinks } from './kind-links';
import { SourceTable } from './source-table';

export const metadata: Metadata = {
  title: 'Sources',
  description: describeSitePage('/sources'),
  ...toPageHead('/sources'),
};

const PATH = '/sources';

export default async function SourcesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const tidy = toTidyHref(PATH, query, [listTicked(sources)]);
  if (tidy) redirect(tidy);
  const { orm } = getTracker();
  const { view, citations, kinds } = await getSourceView(orm, query);
  return (
    <>
      <PageHeading title="Where do the figures come from?">
        From {view.wholeCount.toLocaleString('en-US')} documents: filings, press releases, reports,
        datasets, news and blogs. Each is listed once, with the figures that rest on it. The
        publisher is the one that was read, also where it relays somebody else’s figure.
      </PageHeading>
      <Corrections corrections={view.corrections} />
      <section id="rows" aria-label="Sources" className="scroll-mt-4">
        <KindLinks view={view} kinds={kinds} path={PATH} />
        <TableForm view={view} path={PATH} hint="Publisher, title, note, address" />
        <RowRange view={view} path={PATH} rowName="sources" />
        {view.rows.length > 0 && <SourceTable view={view} citations={citations} path={PATH} />}
        <Pager view={view} path={PATH} />
      </section>
    </>
  );
}
