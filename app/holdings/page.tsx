import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toTidyHref } from '@/address/href';
import type { Query } from '@/address/parameters';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { getEditionView } from '@/subjects/holdings/edition-changes';
import { buildHolderRanking, toFilter } from '@/subjects/holdings/holder-choices';
import { getChartView } from '@/views/chart-view';
import { ChartPage } from '../_chart-block/chart-page';
import { readChartsHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { EditionChanges } from './edition-changes';
import { Factors } from './factors';
import { LeftOutRows } from './left-out-rows';
import { OrganizationList } from './organization-list';

const PATH = '/holdings';
const charts = [acceleratorHolders];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: 'Holdings',
    description: describeSitePage('/holdings'),
    ...(await readChartsHead('/holdings', charts, await searchParams)),
  };
}

export default async function HoldingsPage({ searchParams }: Props) {
  const [tracker, query] = [getTracker(), await searchParams];
  const { view } = await getChartView(tracker, acceleratorHolders, query);
  const values = Object.fromEntries(view.offered.map(({ name, value }) => [name, value]));
  const [ranking, changes] = await Promise.all([
    buildHolderRanking(tracker.orm, values),
    getEditionView(tracker.orm, values.list ?? '', query, toFilter(values)),
  ]);
  const from = { name: 'from', fallback: changes.view?.options[0]?.value ?? '' };
  const tidy = toTidyHref(PATH, query, [...view.offered, from]);
  if (tidy) redirect(tidy);
  return (
    <ChartPage
      path={PATH}
      charts={charts}
      query={query}
      more={['from']}
      corrections={changes.corrections}
      title="Who holds how many accelerators?"
      lead="Whole fleets as Epoch AI models them, clusters that became public, and single announcements. One list at a time, each machine once; what a list leaves out is named."
    >
      <Factors ranking={ranking} />
      <LeftOutRows leftOut={ranking.leftOut} />
      {changes.view && <EditionChanges view={changes.view} parameters={view.canonical} />}
      <OrganizationList search={values.q ?? ''} />
    </ChartPage>
  );
}
