/** One organization: what it has, had and is to get, who stands around it, and its history. */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { toOrganizationHref } from '@/address/links';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { describeOrganizationPage } from '@/catalog/page-descriptions';
import { listSources } from '@/db/queries/names';
import { listOrganizationsWithLines } from '@/subjects/holdings/histories';
import { organizationKinds } from '@/subjects/holdings/holder-choices';
import { listMachines } from '@/subjects/holdings/machines';
import { organizationHistory } from '@/subjects/holdings/organization-history';
import {
  describeOrganization,
  listNeighbors,
  readPlaces,
} from '@/subjects/holdings/organization-places';
import { getOrganization, listHoldingsOfOrganization } from '@/subjects/holdings/queries';
import { formatCountry } from '@/units/format-value';
import { getChartView } from '@/views/chart-view';
import { buildFixedChart } from '../../_chart-block/fixed-chart';
import { Corrections } from '../../_ui/corrections';
import { PageHeading } from '../../_ui/page-heading';
import { toPageHead } from '../../page-head';
import { getTracker } from '../../tracker';
import { MachineTables } from './machine-tables';
import { NeighborTable } from './neighbor-table';
import { SourceTables } from './source-tables';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tracker = getTracker();
  const { orm } = tracker;
  const { slug } = await params;
  const organization = await getOrganization(orm, slug);
  if (!organization) return {};
  const history = (await listOrganizationsWithLines(orm)).has(slug)
    ? await getChartView(tracker, organizationHistory, { organization: slug })
    : null;
  return {
    title: `${organization.name}: accelerators`,
    description: await describeOrganizationPage(orm, organization),
    ...toPageHead(toOrganizationHref(slug), history?.view),
  };
}

export default async function OrganizationPage({ params, searchParams }: Props) {
  const tracker = getTracker();
  const { slug } = await params;
  const organization = await getOrganization(tracker.orm, slug);
  if (!organization) notFound();
  const [rows, query] = await Promise.all([
    listHoldingsOfOrganization(tracker.orm, slug),
    searchParams,
  ]);
  const [sources, history, places] = await Promise.all([
    listSources(
      tracker.orm,
      rows.map(({ source }) => source),
    ),
    buildHistory(slug, query),
    readPlaces(tracker.orm, slug),
  ]);
  const neighbors = listNeighbors(places, slug);
  return (
    <>
      <PageHeading title={`What does ${organization.name} hold?`}>
        <p>{describeOrganization(organization.name, places, rows)}</p>
        <p className="mt-1 text-sm text-muted">
          {organizationKinds[organization.kind]} ·{' '}
          {[organization.headquarters_city, formatCountry(organization.country)]
            .filter(Boolean)
            .join(', ')}
          {organization.homepage && (
            <>
              {' · '}
              <a href={organization.homepage}>{new URL(organization.homepage).hostname}</a>
            </>
          )}
          {organization.note && ` · ${organization.note}`}
        </p>
      </PageHeading>
      <Corrections corrections={history.corrections} />
      {history.section}
      <MachineTables
        machines={listMachines(rows, places.documented?.ranking.list.edition ?? null)}
      />
      {neighbors && (
        <NeighborTable neighbors={neighbors} organization={{ slug, name: organization.name }} />
      )}
      <SourceTables
        rows={rows}
        sources={new Map(sources.map((source) => [source.source, source]))}
      />
      <p className="mt-6 text-sm text-muted">
        <a href={`/datasets/gpu-holdings?organization=${slug}`}>All of it as data</a> ·{' '}
        <a href="/holdings">All holders</a>
      </p>
    </>
  );
}

/** The history section with its choices, where the organization has one. */
async function buildHistory(slug: string, query: Query) {
  const known = await listOrganizationsWithLines(getTracker().orm);
  if (!known.has(slug)) {
    return { corrections: listUnknownParameters(query, []), section: null };
  }
  return buildFixedChart({
    chart: organizationHistory,
    fixed: { name: 'organization', value: slug },
    path: toOrganizationHref(slug),
    query,
  });
}
