/** One data center: what is known of it, how it grew, its chips, and what editions say of it. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { toChipHref, toDataCenterHref, toEvidenceHref, toOrganizationHref } from '@/address/links';
import { describeDataCenterPage } from '@/catalog/page-descriptions';
import { dataCenterChips } from '@/data/data-center-chips/contract';
import { dataCenterTimelines } from '@/data/data-center-timelines/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { nameOrigin } from '@/data/sources/origins';
import { describeWay } from '@/exports/api/schema-org';
import { dataCenterHistory } from '@/subjects/sites/data-center-history';
import { getSiteView, type SiteView } from '@/subjects/sites/site-view';
import {
  confidenceLabels,
  formatMeasure,
  formatPlace,
  OWNER_UNKNOWN,
  type Site,
  stateMeasures,
  statusLabels,
} from '@/subjects/sites/sites';
import { formatValue, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { buildFixedChart } from '../../_chart-block/chart-page';
import { FiguresTable } from '../../_ui/figures-table';
import { AboutFigures, PageHeading, PageSection } from '../../_ui/headings';
import { Corrections } from '../../_ui/notices';
import { StructuredData } from '../../_ui/structured-data';
import { type SlugProps, toPageHead } from '../../page-head';
import { getTracker } from '../../tracker';

export async function generateMetadata({ params, searchParams }: SlugProps): Promise<Metadata> {
  const tracker = getTracker();
  const { slug } = await params;
  const view = await getSiteView(tracker.orm, slug);
  if (!view) return {};
  const history = await getChartView(tracker, dataCenterHistory, {
    ...(await searchParams),
    site: slug,
  });
  return {
    title: `${view.site.name}: AI data center`,
    description: describeDataCenterPage(view),
    ...toPageHead(toDataCenterHref(slug), history.view),
  };
}

export default async function DataCenterPage({ params, searchParams }: SlugProps) {
  const { slug } = await params;
  const view = await getSiteView(getTracker().orm, slug);
  if (!view) notFound();
  const { site, chips, sources } = view;
  const history = await buildFixedChart({
    chart: dataCenterHistory,
    fixed: { name: 'site', value: slug },
    path: toDataCenterHref(slug),
    query: await searchParams,
  });
  return (
    <>
      <StructuredData
        nodes={[
          describeWay([
            ['Data centers', '/data-centers'],
            [site.name, toDataCenterHref(slug)],
          ]),
        ]}
      />
      <PageHeading title={site.name}>
        {[statusLabels[site.status], formatPlace(site)].join(' · ')}
      </PageHeading>
      <Corrections corrections={history.corrections} />
      {history.section}
      <Facts view={view} />
      {chips.length > 0 && <SiteChips chips={chips} />}
      <Editions view={view} />
      <PageSection id="sources" title="Sources">
        <ul className="mt-2 list-disc pl-5 text-sm">
          {sources.map((one) => (
            <li key={one.source}>
              {nameOrigin(one)}, {one.url ? <a href={one.url}>{one.title}</a> : one.title}
              {one.published_on && `, ${formatDate(one.published_on)}`}
            </li>
          ))}
          <li>
            <a href={toEvidenceHref(dataCenters, site)}>The row and what else is known of it</a>
          </li>
        </ul>
      </PageSection>
      <AboutFigures notes={about} />
      <p className="mt-4 text-sm">
        <a href="/data-centers#sites">All data centers</a> ·{' '}
        <a href={`/datasets/data-center-timelines?site=${slug}#rows`}>The states as data</a>
      </p>
    </>
  );
}

const about = [
  'Estimates of Epoch AI, from satellite images, permits and filings. Dates after the publisher’s copy are plans.',
  'IT power is that of servers and network; facility power adds cooling and losses. They are two measures and never one line.',
  'H100-equivalents weigh chips by peak 8-bit speed.',
  'Cost is IT power times 37.88 million dollars of 2025 per megawatt, at every site: an assumption of Epoch AI, not a measurement.',
  'Clusters and the model of owners count the same machines. They are never added.',
];

/** What the newest edition says, a row each. */
function Facts({ view: { site, now, planned } }: { view: SiteView }) {
  const last = planned.at(-1);
  const say = (name: keyof typeof stateMeasures, row: typeof now) =>
    row === null ? MISSING : formatMeasure(row[stateMeasures[name].column], stateMeasures[name]);
  const rows = [
    ['Owner', <Parties key="owner" parties={site.by ? [site.by] : []} nobody={OWNER_UNKNOWN} />],
    ['Used by', <Parties key="users" parties={site.users} nobody="Not known" />],
    ['IT power', say('it-power', now)],
    ['Facility power', say('facility-power', now)],
    ['H100-equivalents', say('h100e', now)],
    ...(last
      ? [
          [
            `Planned for ${formatDate(last.date)}`,
            `${say('it-power', last)} of IT power, ${say('h100e', last)} (projection)`,
          ] as const,
        ]
      : []),
    [
      'Capital cost, assumed',
      formatValue(site.capital_cost_usd_millions, 'USD millions', 'modeled'),
    ],
    ['Chips', site.chips ?? (site.chips_planned ? `${site.chips_planned} (planned)` : MISSING)],
  ] as const;
  return (
    <PageSection id="facts" title="What is known">
      <FiguresTable
        caption={`${site.name}: what is known`}
        columns={[
          { label: 'Fact' },
          { label: now ? `As of ${formatDate(site.edition)}` : 'Not listed any more', wraps: true },
        ]}
        rows={rows.map(([fact, value]) => ({ id: `fact-${fact}`, cells: [fact, value] }))}
      />
      {site.note && <p className="mt-2 text-sm text-muted">{site.note}</p>}
    </PageSection>
  );
}

function Parties({ parties, nobody }: { parties: Site['users']; nobody: string }) {
  if (parties.length === 0) return nobody;
  return parties.map(({ organization, name, confidence }, at) => (
    <span key={organization}>
      {at > 0 && ', '}
      <a href={toOrganizationHref(organization)}>{name}</a>
      {confidence ? ` (${confidenceLabels[confidence].toLowerCase()})` : ' (not said how sure)'}
    </span>
  ));
}

/** What the editions say of the same days, side by side. */
function Editions({ view: { site, editions } }: { view: SiteView }) {
  if (editions.length === 0) return null;
  return (
    <PageSection
      id="editions"
      title="What moved between editions"
      lead="The same day as each edition has it. A difference on one day is a revision; between two days of one edition it is growth."
    >
      <FiguresTable
        caption={`${site.name}: editions`}
        columns={[
          { label: 'On' },
          { label: 'Edition of' },
          ...Object.values(stateMeasures).map(({ label }) => ({ label, align: 'right' as const })),
          { label: 'State since' },
        ]}
        rows={editions.map(({ edition, day, state }) => ({
          id: `edition-${edition}-${day}`,
          cells: [
            formatDate(day),
            formatDate(edition),
            ...Object.values(stateMeasures).map(({ column, unit, kind }) =>
              state ? formatValue(state[column], unit, kind) : MISSING,
            ),
            state ? (
              <a key="since" href={toEvidenceHref(dataCenterTimelines, state)}>
                {formatDate(state.date)}
              </a>
            ) : (
              'not listed'
            ),
          ],
        }))}
      />
    </PageSection>
  );
}

/** The chips of a data center: how many run, and how many are planned. */

function SiteChips({ chips }: Pick<SiteView, 'chips'>) {
  return (
    <PageSection
      id="chips"
      title="Chips"
      lead="The newest count of each chip; earlier ones are in it."
    >
      <FiguresTable
        caption="Chips"
        columns={[
          { label: 'Chip' },
          { label: 'Number', align: 'right' },
          { label: 'H100-equivalents', align: 'right' },
          { label: 'From' },
          { label: 'How it is known', wraps: true },
        ]}
        rows={chips.map((row) => ({
          id: `chips-${row.kind}-${row.chip}`,
          cells: [
            <a key="chip" href={toChipHref(row.chip)}>
              {row.name}
            </a>,
            <a key="number" href={toEvidenceHref(dataCenterChips, row)}>
              {formatValue(row.accelerators, 'accelerators', 'modeled')}
            </a>,
            formatValue(row.h100e, 'H100-equivalents', 'modeled'),
            formatDate(row.date),
            [
              row.kind === 'projection' ? 'Planned' : 'In operation',
              `number ${row.count_basis}`,
              `chip ${row.chip_basis}`,
            ].join(', '),
          ],
        }))}
      />
    </PageSection>
  );
}
