import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toHref, toTidyHref } from '@/address/href';
import { type ParameterProblem, type Query, readAddress, words } from '@/address/parameters';
import { getComparison } from '@/subjects/holdings/comparison';
import {
  findOrganization,
  formatOrganizations,
  parseOrganizations,
} from '@/subjects/holdings/organization-choice';
import { organizationsCompared } from '@/subjects/holdings/organizations-compared';
import { listOrganizationSizes } from '@/subjects/holdings/queries';
import { getChartView } from '@/views/chart-view';
import { ChartPage } from '../_chart-block/chart-page';
import { readChartsHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { ClusterTable } from './cluster-table';
import { ListTables } from './list-tables';
import { OrganizationPicker } from './organization-picker';

const PATH = '/compare';
const parameters = { add: words('An organization to set beside the others, by its name.') };
const charts = [organizationsCompared];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: 'Compare organizations',
    description: describeSitePage('/compare'),
    ...(await readChartsHead('/compare', charts, await searchParams)),
  };
}

export default async function ComparePage({ searchParams }: Props) {
  const [tracker, query] = [getTracker(), await searchParams];
  const [{ view }, all] = await Promise.all([
    getChartView(tracker, organizationsCompared, query),
    listOrganizationSizes(tracker.orm),
  ]);
  const orgs = view.offered.find(({ name }) => name === 'orgs')?.value ?? '';
  const slugs = parseOrganizations(orgs);
  const wanted = readAddress(parameters, query).values.add;
  const added = findOrganization(wanted, all);
  if (added) {
    const together = parseOrganizations(formatOrganizations([...slugs, added.organization]));
    redirect(toHref(PATH, { orgs: formatOrganizations(together) }));
  }
  const tidy = toTidyHref(PATH, query, view.offered);
  if (tidy) redirect(tidy);
  const unclear: ParameterProblem[] = wanted
    ? [{ parameter: 'add', found: wanted, used: '', allowed: 'A name of the list.' }]
    : [];
  const comparison = await getComparison(tracker.orm, slugs);
  return (
    <ChartPage
      path={PATH}
      charts={charts}
      query={query}
      more={['add']}
      corrections={unclear}
      hidden={['orgs']}
      title="How do organizations compare?"
      lead={
        <>
          <p>Up to eight, side by side, always within one source.</p>
          <OrganizationPicker
            organizations={comparison.organizations}
            all={all}
            parameters={view.canonical}
            wanted={wanted}
          />
        </>
      }
    >
      <section aria-labelledby="differences" className="mt-10">
        <h2 id="differences" className="text-lg font-semibold tracking-tight">
          What differs
        </h2>
        <ul className="mt-2 grid max-w-[75ch] list-disc gap-1.5 pl-5">
          {comparison.differences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <ListTables comparison={comparison} />
      <ClusterTable organizations={comparison.organizations} />
    </ChartPage>
  );
}
