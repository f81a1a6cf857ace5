import { toDatasetHref } from '@/address/links';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { sources } from '@/data/sources/contract';
import { oncePerSnapshot } from '@/db/orm';
import { type DatasetState, listDatasetStates } from '@/db/queries/dataset-states';
import { countSourcesByDataset, type SourceCounts } from '@/db/queries/sources';
import { describeCatalog } from '@/exports/api/schema-org';
import { toCitation } from '@/exports/citation';
import { toSiteOrigin } from '@/exports/site';
import { formatCount, MISSING } from '@/units/format-value';
import { formatDate, formatPeriod, parsePeriod } from '@/units/period';
import { type FreshSeries, listFreshSeries } from '@/views/freshness';
import { CopyButton } from '../_chart-block/citation';
import { type FiguresColumn, FiguresTable } from '../_ui/figures-table';
import { PageHeading } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { StructuredData } from '../_ui/structured-data';
import { Card } from '../_ui/tremor';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';
import { licenseMeanings, licenseNames } from './license';

export const metadata = toSiteHead('/datasets');

const countCited = oncePerSnapshot((orm) => countSourcesByDataset(orm, datasets));

export default async function DatasetsPage({ searchParams }: PageProps) {
  leaveOutUnknown('/datasets', await searchParams);
  const { orm, snapshot } = getTracker();
  const states = await listDatasetStates(orm);
  const checkCount = states.reduce((sum, { checks }) => sum + checks.length, 0);
  const [counts, series] = await Promise.all([countCited(orm, sources), listFreshSeries(orm)]);
  const endOf = ({ newest }: FreshSeries) => parsePeriod(newest)?.end ?? '';
  const listed = (datasets as readonly Contract[]).map(
    (contract): ListedDataset => ({
      contract,
      state: states.find(({ dataset }) => dataset === contract.slug),
      counts: counts.get(contract.slug),
      series: series
        .filter(({ dataset }) => dataset === contract.slug)
        .toSorted((a, b) => endOf(b).localeCompare(endOf(a))),
    }),
  );
  // The file that holds all of them is the one address where they stay as they are.
  const citation = toCitation({
    title: 'All datasets',
    href: '/download/tracker.sqlite',
    snapshot,
    sources: [],
  });
  return (
    <>
      <StructuredData nodes={[describeCatalog(datasets, snapshot.collected_on)]} />
      <link
        rel="describedby"
        type="application/ld+json"
        href={`${toSiteOrigin()}/catalog.jsonld`}
      />
      <PageHeading title="What data is behind the charts?">
        {datasets.length} open datasets with {formatCount(snapshot.row_count)} rows, each figure
        with its source, last collected on {formatDate(snapshot.collected_on)}. They went online
        because every cell and {checkCount} further checks passed.
      </PageHeading>
      <DatasetList title="Figures" listed={listed.filter(({ contract }) => !isCited(contract))} />
      <DatasetList
        title="Lists that the figures cite"
        listed={listed.filter(({ contract }) => isCited(contract))}
      />
      <section aria-labelledby="use" className="mt-10 grid max-w-[70ch] gap-3">
        <h2 id="use" className="text-lg font-semibold tracking-tight">
          How to use and cite it
        </h2>
        <p>
          Our datasets are under{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/">
            Creative Commons Attribution 4.0
          </a>
          : copy, change and publish them, but say where they come from. “Facts” marks collections
          of single figures, where only the arrangement is ours to license. Each dataset’s page
          names the credit it asks for; single figures are best cited with the{' '}
          <a href="/sources">source</a> that each row names.
        </p>
        <Card className="p-4">
          <p className="text-sm wrap-anywhere">{citation}</p>
          <p className="no-print mt-1 text-sm">
            <CopyButton label="Copy citation" copied={{ what: 'citation', text: citation }} />
          </p>
        </Card>
        <p>
          The snapshot’s name, <code>{snapshot.id}</code>, is computed from the content of all
          datasets. The same name means the same figures, wherever they are shown.{' '}
          <a href="/snapshots">Snapshots</a> lists them with what changed, and the{' '}
          <a href="/docs/api">API</a> serves all of it to programs.
        </p>
      </section>
    </>
  );
}

interface ListedDataset {
  readonly contract: Contract;
  readonly state: DatasetState | undefined;
  readonly counts: SourceCounts | undefined;
  /** Those that it holds, the newest figure first. */
  readonly series: readonly FreshSeries[];
}

function DatasetList({ title, listed }: { title: string; listed: readonly ListedDataset[] }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-lg font-semibold tracking-tight">{title}</h2>
      <FiguresTable caption={title} columns={columns} rows={listed.map(toRow)} first={ALL} />
    </section>
  );
}

const ALL = 1000;

const columns: readonly FiguresColumn[] = [
  { label: 'Dataset', width: 'w-56', wraps: true },
  { label: 'One row per', width: 'w-64', wraps: true },
  { label: 'Rows', align: 'right', width: 'w-20' },
  { label: 'Sources', align: 'right', width: 'w-20' },
  {
    label: 'Primary',
    unit: '%',
    align: 'right',
    width: 'w-20',
    title: 'Share of rows whose source is the origin’s own document or data',
  },
  { label: 'Newest figure', width: 'w-40' },
  { label: 'Checks', align: 'right', width: 'w-20', title: 'Checks passed, beyond those of cells' },
  { label: 'License', width: 'w-36' },
];

function toRow({ contract, state, counts, series: [newest] }: ListedDataset) {
  const { slug, title, grain, license } = contract;
  return {
    id: `dataset-${slug}`,
    cells: [
      <a key="title" href={toDatasetHref(slug)}>
        {title}
      </a>,
      grain.replace(/^One row per /, '').replace(/\.$/, ''),
      state ? formatCount(state.row_count) : MISSING,
      counts ? formatCount(counts.sources) : MISSING,
      counts ? Math.round((100 * counts.primaryRows) / counts.citingRows) : MISSING,
      newest ? formatPeriod(newest.newest) : <NewestSource key="newest" state={state} />,
      state?.checks.length || MISSING,
      <span key="license" title={licenseMeanings[license]}>
        {licenseNames[license]}
      </span>,
    ],
  };
}

/** Where nothing says how new the figures are: when their newest source was published. */
function NewestSource({ state }: { state: DatasetState | undefined }) {
  const day = state?.newest_publication;
  return day ? <span className="text-muted">source {formatDate(day)}</span> : MISSING;
}

/** Names and documents that several other datasets refer to. */
function isCited({ slug }: Contract): boolean {
  const citing = datasets.filter(
    (other: Contract) =>
      other.slug !== slug &&
      Object.values(other.columns).some(
        (column) => column.type === 'reference' && column.to === slug,
      ),
  );
  return citing.length > 1;
}
