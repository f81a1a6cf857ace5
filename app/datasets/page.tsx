import type { Metadata } from 'next';
import { listUnknownParameters, type Query } from '@/address/parameters';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { type DatasetState, listDatasetStates } from '@/db/queries/dataset-states';
import { toCitation } from '@/exports/citation';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { CopyButton } from '../_chart-block/citation';
import { PageHeading } from '../_ui/headings';
import { Corrections } from '../_ui/notices';
import { Card, Table, TableBody, TableHead, TableHeaderCell, TableRow } from '../_ui/tremor';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { licenseMeanings, licenseNames } from './license';

export const metadata: Metadata = {
  ...describeSitePage('/datasets'),
  ...toPageHead('/datasets'),
};

export default async function DatasetsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { orm, snapshot } = getTracker();
  const states = await listDatasetStates(orm);
  const checkCount = states.reduce((sum, { checks }) => sum + checks.length, 0);
  const lists = datasets.filter(isCited);
  const figures = datasets.filter((contract) => !isCited(contract));
  // The file that holds all of them is the one address where they stay as they are.
  const citation = toCitation({
    title: 'All datasets',
    href: '/download/tracker.sqlite',
    snapshot,
    sources: [],
  });
  return (
    <>
      <PageHeading title="What data is behind the charts?">
        {datasets.length} open datasets with {formatCount(snapshot.row_count)} rows, each figure
        with its source, last collected on {formatDate(snapshot.collected_on)}. They went online
        because every cell and {checkCount} further checks passed.
      </PageHeading>
      <Corrections corrections={listUnknownParameters(await searchParams, [])} />
      <DatasetList title="Figures" contracts={figures} states={states} />
      <DatasetList title="Lists that the figures cite" contracts={lists} states={states} />
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

function DatasetList({
  title,
  contracts,
  states,
}: {
  title: string;
  contracts: readonly Contract[];
  states: readonly DatasetState[];
}) {
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="mb-2 text-lg font-semibold tracking-tight">{title}</h2>
      <Card className="overflow-hidden p-0">
        <Table className="data-table text-sm xl:[&>table]:table-fixed">
          <caption className="sr-only">{title}</caption>
          <TableHead>
            <TableRow>
              <TableHeaderCell scope="col" className="xl:w-68">
                Dataset
              </TableHeaderCell>
              <TableHeaderCell scope="col" className="xl:w-20 text-right">
                Rows
              </TableHeaderCell>
              <TableHeaderCell scope="col">Grain</TableHeaderCell>
              <TableHeaderCell
                scope="col"
                className="xl:w-34"
                title="Publication of the newest source that a row cites"
              >
                Newest source
              </TableHeaderCell>
              <TableHeaderCell scope="col" className="xl:w-36 text-right">
                Checks passed
              </TableHeaderCell>
              <TableHeaderCell scope="col" className="xl:w-38">
                License
              </TableHeaderCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {contracts.map((contract) => (
              <DatasetRow
                key={contract.slug}
                contract={contract}
                state={states.find(({ dataset }) => dataset === contract.slug)}
              />
            ))}
          </TableBody>
        </Table>
      </Card>
    </section>
  );
}

function DatasetRow({
  contract: { slug, title, grain, license },
  state,
}: {
  contract: Contract;
  state: DatasetState | undefined;
}) {
  const newest = state?.newest_publication;
  return (
    <tr>
      <th scope="row" className="min-w-36 text-left font-normal">
        <a href={`/datasets/${slug}`}>{title}</a>
      </th>
      <td className="text-right">{state ? formatCount(state.row_count) : MISSING}</td>
      <td className="xl:whitespace-normal!">{grain.replace(/\.$/, '')}</td>
      <td title={newest ? undefined : 'Its rows cite no dated source.'}>
        {newest ? formatDate(newest) : MISSING}
      </td>
      <td className="text-right">{state?.checks.length || MISSING}</td>
      <td title={licenseMeanings[license]}>{licenseNames[license]}</td>
    </tr>
  );
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

function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
