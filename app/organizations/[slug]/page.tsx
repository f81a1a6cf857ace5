/** One organisation: all its figures, by source family, and its history. */
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '@tremor/react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { organizationHistory } from '@/catalog/charts/organization-history';
import { toEvidenceHref } from '@/catalog/evidence-address';
import { categories, type Family, families, formatList, statuses } from '@/catalog/holder-lists';
import { toChipHref } from '@/catalog/links';
import { listUnknownParameters, type Query } from '@/catalog/parameters';
import { getChartView } from '@/catalog/view';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import {
  getOrganization,
  listHoldingsOfOrganization,
  listOrganizationsWithHistory,
  type NamedHolding,
  type OrganizationRow,
} from '@/db/queries/holdings';
import { listSources, type SourceRow } from '@/db/queries/names';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { ChartSection } from '../../chart/chart-section';
import { parseTableState, TABLE_PARAMETERS } from '../../chart/table-state';
import { getTracker } from '../../tracker';
import { Corrections } from '../../ui/corrections';
import { PageHeading } from '../../ui/page-heading';

const kinds = {
  company: 'Company',
  'cloud-provider': 'Cloud provider',
  startup: 'Start-up',
  'national-lab': 'National laboratory',
  university: 'University',
  consortium: 'Consortium or programme',
} satisfies Record<OrganizationRow['kind'], string>;

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organization = await getOrganization(getTracker().orm, (await params).slug);
  return organization ? { title: `${organization.name}: accelerators` } : {};
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
  const sources = await listSources(
    tracker.orm,
    rows.map(({ source }) => source),
  );
  const history = await buildHistory(slug, query);
  const groups = groupByFamily(rows);
  return (
    <>
      <PageHeading title={`What does ${organization.name} hold?`}>
        <p>{describe(organization.name, rows)}</p>
        <p className="mt-1 text-sm text-muted">
          {kinds[organization.kind]} ·{' '}
          {[organization.headquarters_city, organization.country].filter(Boolean).join(', ')}
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
      {groups.map(([family, members]) => (
        <HoldingsTable key={family} family={family} rows={members} sources={sources} />
      ))}
      <p className="mt-6 text-sm text-muted">
        Never add the tables: the same machines recur in every edition and source.{' '}
        <Link href={`/datasets/gpu-holdings?organization=${slug}`}>All of it as data</Link> ·{' '}
        <Link href="/holdings">All holders</Link>
      </p>
    </>
  );
}

/** The history section with its choices, where the organisation has one. */
async function buildHistory(slug: string, query: Query) {
  const tracker = getTracker();
  const known = await listOrganizationsWithHistory(tracker.orm);
  if (!known.some(({ organization }) => organization === slug)) {
    return { corrections: listUnknownParameters(query, []), section: null };
  }
  const { view, corrections } = await getChartView(tracker, organizationHistory, {
    ...query,
    organization: slug,
  });
  const columns = new Map([[view.chart.slug, view.table.columns.map(({ id }) => id)]]);
  const table = parseTableState(query, columns);
  const { organization: _, ...parameters } = view.canonical;
  return {
    corrections: [
      ...corrections,
      ...table.corrections,
      ...listUnknownParameters(query, ['family', ...TABLE_PARAMETERS]),
    ],
    section: (
      <ChartSection
        view={{ ...view, offered: view.offered.filter(({ name }) => name !== 'organization') }}
        path={`/organizations/${slug}`}
        parameters={parameters}
        table={table.state}
      />
    ),
  };
}

/** "Meta: newest is 16,000 A100 (State of AI Compute Index, Aug 2026); 34 figures in 3 kinds of sources." */
function describe(name: string, rows: readonly NamedHolding[]): string {
  const operational = rows.filter(({ status }) => status === 'operational');
  const [newest] = operational.length > 0 ? operational : rows;
  if (!newest) return `No source gives a count for ${name}.`;
  const kinds = new Set(rows.map(({ family }) => family)).size;
  const state = newest.status === 'operational' ? '' : `, ${statuses[newest.status].toLowerCase()}`;
  return `The newest count is ${formatValue(newest.accelerators, 'accelerators')} ${newest.chip_name}${state} (${formatDate(newest.as_of)}, ${formatList(newest)}). ${rows.length} ${rows.length === 1 ? 'figure' : 'figures'} from ${kinds} ${kinds === 1 ? 'kind' : 'kinds'} of sources.`;
}

function groupByFamily(rows: readonly NamedHolding[]): [Family, NamedHolding[]][] {
  const groups = new Map<Family, NamedHolding[]>();
  for (const row of rows) groups.set(row.family, [...(groups.get(row.family) ?? []), row]);
  return [...groups];
}

function HoldingsTable({
  family,
  rows,
  sources,
}: {
  family: Family;
  rows: readonly NamedHolding[];
  sources: readonly SourceRow[];
}) {
  const bySlug = new Map(sources.map((source) => [source.source, source]));
  return (
    <section aria-labelledby={`family-${family}`} className="mt-8">
      <h2 id={`family-${family}`} className="text-lg font-semibold tracking-tight">
        {families[family]}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section aria-label={`Figures: ${families[family]}`} tabIndex={0} className="mt-2">
        <Table className="data-table text-sm">
          <TableHead>
            <TableRow>
              {[
                'Chip',
                'Accelerators',
                'As of',
                'Status',
                'Category',
                'Cluster',
                'Source',
                'Note',
              ].map((label) => (
                <TableHeaderCell
                  key={label}
                  scope="col"
                  className={label === 'Accelerators' ? 'text-right' : ''}
                >
                  {label}
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.holding}>
                <TableCell>
                  <Link href={toChipHref(row.chip)} prefetch={false}>
                    {row.chip_name}
                  </Link>
                </TableCell>
                <TableCell className="text-right">
                  <a href={toEvidenceHref(gpuHoldings, row)}>{formatCount(row)}</a>
                </TableCell>
                <TableCell title={`Precision: ${row.as_of_precision}`}>
                  {formatDate(row.as_of)}
                </TableCell>
                <TableCell>
                  {statuses[row.status]}
                  {row.counts === 'stock' ? '' : `, ${row.counts.replaceAll('-', ' ')}`}
                </TableCell>
                <TableCell>{categories[row.category]}</TableCell>
                <TableCell>{row.cluster ?? '–'}</TableCell>
                <TableCell className="wraps">
                  <SourceLink source={bySlug.get(row.source)} list={formatList(row)} />
                </TableCell>
                <TableCell className="wraps">{listRemarks(row)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </section>
    </section>
  );
}

function formatCount({ accelerators, accelerators_low, accelerators_high }: NamedHolding): string {
  const count = formatValue(accelerators, 'accelerators');
  if (accelerators_low === null || accelerators_high === null) return count;
  return `${count} (${formatValue(accelerators_low, 'accelerators')}–${formatValue(accelerators_high, 'accelerators')})`;
}

function SourceLink({ source, list }: { source: SourceRow | undefined; list: string }) {
  if (!source?.url) return list;
  return (
    <a href={source.url} title={source.title}>
      {source.publisher}
    </a>
  );
}

function listRemarks({ host, tenant, part_of, note }: NamedHolding): string {
  return (
    [
      host && `At ${host}.`,
      tenant && `Used by ${tenant}.`,
      part_of && 'Contained in another row.',
      note,
    ]
      .filter(Boolean)
      .join(' ') || '–'
  );
}
