/** One organization: what it has, had and is to get, who stands around it, and its history. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { toHref } from '@/address/href';
import { toOrganizationHref } from '@/address/links';
import type { Query } from '@/address/parameters';
import { describeOrganizationPage } from '@/catalog/page-descriptions';
import { formatReading } from '@/charts/kinds/figure';
import { type ChartModel, isRanking, listEntries, toStart } from '@/charts/model';
import { listSources } from '@/db/queries/names';
import { describeWay, describeOrganization as toOrganizationNode } from '@/exports/api/schema-org';
import { listOrganizationsWithLines } from '@/subjects/holdings/histories';
import { organizationKinds } from '@/subjects/holdings/holder-choices';
import { formatAmount, formatEnds } from '@/subjects/holdings/holder-words';
import { listMachines } from '@/subjects/holdings/machines';
import { organizationHistory } from '@/subjects/holdings/organization-history';
import {
  describeOrganization,
  listNeighbors,
  type Neighbors,
  readPlaces,
} from '@/subjects/holdings/organization-places';
import { organizationsCounted } from '@/subjects/holdings/organizations-counted';
import { getOrganization, listHoldingsOfOrganization } from '@/subjects/holdings/queries';
import { readSitesOf } from '@/subjects/sites/sites';
import { formatCountry, MISSING } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { buildFixedChart } from '../../_chart-block/chart-page';
import { FiguresTable } from '../../_ui/figures-table';
import { AboutFigures, PageHeading, PageSection } from '../../_ui/headings';
import { Corrections, leaveOutUnknown } from '../../_ui/notices';
import { StructuredData } from '../../_ui/structured-data';
import { type SlugProps, toPageHead } from '../../page-head';
import { getTracker } from '../../tracker';
import { MachineTables, SourceTables } from './holding-tables';
import { SitesOf } from './site-table';

export async function generateMetadata({ params, searchParams }: SlugProps): Promise<Metadata> {
  const tracker = getTracker();
  const { orm } = tracker;
  const { slug } = await params;
  const organization = await getOrganization(orm, slug);
  if (!organization) return {};
  const history = (await listOrganizationsWithLines(orm)).has(slug)
    ? await getChartView(tracker, organizationHistory, {
        ...(await searchParams),
        organization: slug,
      })
    : null;
  return {
    title: `${organization.name}: AI chips`,
    description: await describeOrganizationPage(orm, organization),
    ...toPageHead(toOrganizationHref(slug), history?.view),
  };
}

export default async function OrganizationPage({ params, searchParams }: SlugProps) {
  const tracker = getTracker();
  const { slug } = await params;
  const organization = await getOrganization(tracker.orm, slug);
  if (!organization) notFound();
  const [rows, query] = await Promise.all([
    listHoldingsOfOrganization(tracker.orm, slug),
    searchParams,
  ]);
  const [sources, history, places, sites, { view: counted }] = await Promise.all([
    listSources(
      tracker.orm,
      rows.map(({ source }) => source),
    ),
    buildHistory(slug, query),
    readPlaces(tracker.orm, slug),
    readSitesOf(tracker.orm, slug),
    getChartView(tracker, organizationsCounted, { orgs: slug }),
  ]);
  const neighbors = listNeighbors(places, slug);
  return (
    <>
      <StructuredData
        nodes={[
          toOrganizationNode(toOrganizationHref(slug), organization),
          describeWay([
            ['Organizations', '/organizations'],
            [organization.name, toOrganizationHref(slug)],
          ]),
        ]}
      />
      <PageHeading title={organization.name}>
        {[
          organizationKinds[organization.kind],
          [organization.headquarters_city, formatCountry(organization.country)]
            .filter(Boolean)
            .join(', '),
        ]
          .filter(Boolean)
          .join(' · ')}
        {organization.homepage && (
          <>
            {' · '}
            <a href={organization.homepage}>{new URL(organization.homepage).hostname}</a>
          </>
        )}
      </PageHeading>
      <Corrections corrections={history.corrections} />
      {history.section}
      <p className="mt-6 max-w-[75ch]">
        {describeOrganization(organization.name, places, rows)}
        {organization.note && ` ${organization.note}`}
      </p>
      <EveryCount model={counted.model} />
      <MachineTables
        machines={listMachines(rows, places.documented?.ranking.list.edition ?? null)}
      />
      <SitesOf sites={sites} organization={slug} />
      {neighbors && (
        <NeighborTable neighbors={neighbors} organization={{ slug, name: organization.name }} />
      )}
      <SourceTables
        rows={rows}
        sources={new Map(sources.map((source) => [source.source, source]))}
      />
      <AboutFigures
        notes={[
          'Rows of different sources count many of the same chips. They are never added.',
          '“As last stated”: the newest published count; owners rarely say when chips are switched off.',
          'Modeled fleets (Epoch AI): chips delivered since 2022, nothing is retired; ranges are 5–95%. Named clusters: what became public.',
          'H100-equivalents weigh chips by peak 8-bit speed.',
        ]}
      />
      <p className="mt-4 text-sm text-muted">
        <a href={`/datasets/gpu-holdings?organization=${slug}`}>The figures as data</a> ·{' '}
        <a href="/organizations">All organizations</a> · <a href="/holdings">All owners</a>
      </p>
    </>
  );
}

/** The history section with its choices, where the organization has one. */
async function buildHistory(slug: string, query: Query) {
  const known = await listOrganizationsWithLines(getTracker().orm);
  if (!known.has(slug)) {
    leaveOutUnknown(toOrganizationHref(slug), query);
    return { corrections: [], section: null };
  }
  return buildFixedChart({
    chart: organizationHistory,
    fixed: { name: 'organization', value: slug },
    path: toOrganizationHref(slug),
    query,
  });
}

/** The organizations just above and below in the ranking that has it. */
function NeighborTable({
  neighbors: { label, list, unit, holders },
  organization,
}: {
  neighbors: Neighbors;
  organization: { readonly slug: string; readonly name: string };
}) {
  const ranged = holders.some((holder) => formatEnds(holder, unit.unit) !== null);
  const self = holders.find(({ isSelf }) => isSelf);
  const others = holders.filter(({ isSelf }) => !isSelf).slice(0, 3);
  return (
    <PageSection
      id="neighbors"
      title="In the ranking"
      folded={self ? `place ${self.place}` : label}
    >
      {holders.length === 0 ? (
        <p className="mt-1 text-sm text-muted">
          {organization.name} has nothing in operation on{' '}
          <a href={toHref('/holdings', { list })}>{label}</a>, the newest edition that is known as a
          whole.
        </p>
      ) : (
        <>
          <p className="mt-1 text-sm text-muted">
            {unit.label}, <a href={toHref('/holdings', { list })}>{label}</a>
            {' · '}
            <a
              href={toHref('/compare', {
                orgs: [organization.slug, ...others.map(({ key }) => key)].join('~'),
              })}
            >
              compare them
            </a>
          </p>
          <FiguresTable
            caption="Neighbors in the ranking"
            columns={[
              { label: 'Organization' },
              { label: 'Rank', align: 'right' },
              { label: toStart(unit.unit), align: 'right' },
              ...(ranged ? [{ label: 'Outer range', align: 'right' as const }] : []),
            ]}
            rows={holders.map((holder) => {
              const {
                key,
                place,
                rows: [first],
                isSelf,
              } = holder;
              return {
                id: `neighbor-${key}`,
                cells: [
                  isSelf ? (
                    <strong key="name">{first.organization_name}</strong>
                  ) : (
                    <a key="name" href={toOrganizationHref(key)}>
                      {first.organization_name}
                    </a>
                  ),
                  place,
                  formatAmount(holder, unit.unit),
                  ...(ranged ? [formatEnds(holder, unit.unit) ?? MISSING] : []),
                ],
              };
            })}
          />
        </>
      )}
    </PageSection>
  );
}

/** One organization by every count that there is of it, side by side. */

/** The newest figure of each way to count it; the same machines, so nothing is added. */
function EveryCount({ model }: { model: ChartModel }) {
  const [entry] = listEntries(model);
  if (!isRanking(model) || !entry) return null;
  const { valueLabel, unit, counts = [] } = model;
  const fleet = { ...entry, label: valueLabel, meaning: MODELED, asOf: entry.date ?? '' };
  const others = counts.flatMap((kind, at) => {
    const one = entry.counts?.[at];
    return one ? [{ ...one, label: kind.label, meaning: kind.meaning }] : [];
  });
  const rows = [fleet, ...others].filter(({ value }) => value !== null);
  if (rows.length < 2) return null;
  return (
    <section className="mt-8">
      <h2 id="counts" className="text-lg font-semibold tracking-tight">
        By every count
      </h2>
      <p className="mt-1 text-sm text-muted">
        {toStart(unit)}. The same machines, counted in different ways and on different days: never
        added. <a href={toHref('/compare', { orgs: entry.id })}>Compare with others</a>
      </p>
      <FiguresTable
        caption="By every count"
        columns={[
          { label: 'Count' },
          { label: toStart(unit), align: 'right' },
          { label: 'As of' },
          { label: 'What it counts', wraps: true },
        ]}
        rows={rows.map((row) => ({
          id: `count-${row.label.replaceAll(/[^a-zA-Z]+/g, '-').toLowerCase()}`,
          cells: [
            row.label,
            row.evidence ? (
              <a key="value" href={row.evidence}>
                {formatReading(row, unit)}
              </a>
            ) : (
              formatReading(row, unit)
            ),
            formatPeriod(row.asOf),
            row.meaning,
          ],
        }))}
      />
    </section>
  );
}

const MODELED = 'Chips delivered to it since 2022 by Epoch AI’s model; nothing is retired.';
