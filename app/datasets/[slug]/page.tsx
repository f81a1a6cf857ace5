import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Fragment } from 'react';
import { toFrozenHref } from '@/address/frozen-links';
import { toTidyHref } from '@/address/href';
import { toDatasetHref, toEvidenceHref } from '@/address/links';
import { toTableHref } from '@/address/table-href';
import { listTicked } from '@/address/table-query';
import { listEvidenceColumns } from '@/catalog/evidence-declarations';
import { describeDatasetPage } from '@/catalog/page-descriptions';
import { publishedCharts } from '@/catalog/published';
import { getTablePage, type TablePage } from '@/catalog/table-page';
import { type Column, type Contract, toTableColumns } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { sources } from '@/data/sources/contract';
import { wordDoubtfulGrades } from '@/data/sources/origins';
import { type FilterChoice, listFilterChoices } from '@/db/filter-choices';
import { listGaps } from '@/db/open-snapshot';
import { listDatasetStates } from '@/db/queries/dataset-states';
import { listNewestSources } from '@/db/queries/sources';
import { describeDataset, describeWay } from '@/exports/api/schema-org';
import { findCsvFacts } from '@/exports/csv-facts';
import { toDatasetPublication, WHOLE } from '@/exports/dataset-publication';
import { listFormats, listOfferedFiles } from '@/exports/formats';
import { toFormatHref } from '@/exports/links';
import { formatCount } from '@/units/format-value';
import { listSeriesOf } from '@/views/freshness';
import { restsOn } from '@/views/published-chart';
import { Citation, Snippets } from '../../_chart-block/citation';
import { toCell, toColumnHead } from '../../_table/dataset-columns';
import { Pager } from '../../_table/pager';
import { RowRange } from '../../_table/row-range';
import { TableForm } from '../../_table/table-form';
import { WithCode } from '../../_table/with-code';
import { FiguresTable } from '../../_ui/figures-table';
import { PageHeading } from '../../_ui/headings';
import { Corrections, FrozenNotice, leaveOut, TooOldNotice } from '../../_ui/notices';
import { Signposts, StructuredData } from '../../_ui/structured-data';
import { toPublicationHead } from '../../citation-head';
import { asPicture, type SlugProps, toPageHead } from '../../page-head';
import { getAskedTracker } from '../../tracker';
import { CheckList, DataDictionary, DatasetFacts, NewestSources } from './about-dataset';

export async function generateMetadata({ params, searchParams }: SlugProps): Promise<Metadata> {
  const contract = findDataset((await params).slug);
  if (!contract) return {};
  const tracker = getAskedTracker(await searchParams);
  const { title, slug } = contract;
  const path = toDatasetHref(slug);
  const chart = publishedCharts.find((one) => restsOn(one, slug));
  const picture = chart && asPicture(chart);
  const { snapshot } = tracker;
  const { other, types } = toPublicationHead({ kind: 'dataset', href: path, snapshot, title });
  const feed = { href: `${path}.atom`, title: `${title}: changes` };
  // Rows that an address picks are rows of this page.
  const { alternates, ...head } = toPageHead(path, picture, feed);
  return {
    // A chart may have the same name.
    title: `${title}: dataset`,
    description: describeDatasetPage(contract),
    ...head,
    alternates: { ...alternates, types: { ...alternates?.types, ...types } },
    other,
  };
}

/** A dataset: what it promises, how it stands, and its table. */
export default async function DatasetPage({ params, searchParams }: SlugProps) {
  const contract = findDataset((await params).slug);
  if (!contract) notFound();
  const path = `/datasets/${contract.slug}`;
  const query = await searchParams;
  const tidy = toTidyHref(path, query, [listTicked(contract)]);
  if (tidy) redirect(tidy);

  const tracker = getAskedTracker(query);
  const { orm, snapshot, isFrozen } = tracker;
  const isLacking = isFrozen && listGaps(orm.$client, [contract]).includes(contract.slug);
  const states = await listDatasetStates(orm);
  const state = states.find(({ dataset }) => dataset === contract.slug);
  const { snapshot: _, ...choices } = query;
  const current = await getTablePage(orm, contract, choices);
  leaveOut(path, query, current.corrections);
  const view = isFrozen
    ? { ...current, table: { ...current.table, snapshot: snapshot.id } }
    : current;
  const { newest: cited } = await listNewestSources(orm, contract, ALL);
  const whole = await toDatasetPublication(tracker, contract, WHOLE);
  const charts = publishedCharts.filter((chart) => restsOn(chart, contract.slug));
  const publication = await toDatasetPublication(tracker, contract, view.table);
  // A large file is hashed for those who fetch its description, and holds up no page.
  const facts = view.wholeCount > MOST_HASHED ? null : await findCsvFacts(whole);
  return (
    <>
      <StructuredData
        nodes={[
          describeDataset(whole, contract, facts, listFormats('dataset')),
          describeWay([
            ['Open data', '/datasets'],
            [contract.title, path],
          ]),
        ]}
      />
      <Signposts publication={whole} />
      <PageHeading title={contract.title}>
        <WithCode text={contract.story} />
      </PageHeading>
      {isFrozen && !isLacking && <FrozenNotice snapshot={snapshot} href={path} />}
      {isLacking && <TooOldNotice snapshot={snapshot} lacking={[contract.slug]} href={path} />}
      <Corrections corrections={view.corrections} />
      <DatasetFacts
        contract={contract}
        rowCount={view.wholeCount}
        state={state}
        charts={charts}
        series={await listSeriesOf(orm, contract.slug)}
        today={snapshot.collected_on}
        snapshot={isFrozen ? snapshot.id : null}
      />
      <DatasetRows
        view={view}
        path={path}
        choices={await listFilterChoices(orm, contract)}
        grades={wordDoubtfulGrades(cited)}
      />
      <DataDictionary contract={contract} />
      <CheckList checks={state?.checks ?? []} />
      <NewestSources newest={cited.slice(0, MOST_SOURCES)} total={cited.length} />
      <section aria-labelledby="cite" className="mt-10 max-w-[70ch]">
        <h2 id="cite" className="text-lg font-semibold tracking-tight">
          How to cite and load it
        </h2>
        <div className="mt-2 text-sm">
          <Citation publication={publication} />
          <Snippets publication={publication} />
        </div>
      </section>
    </>
  );
}

const MOST_SOURCES = 6;
/** Rows. */
const MOST_HASHED = 20_000;
const ALL = -1;

function findDataset(slug: string): Contract | null {
  return datasets.find((contract) => contract.slug === slug) ?? null;
}

/** The dataset's own rows: searched, filtered, sorted and paged by address. */

function DatasetRows({
  view,
  path,
  choices,
  grades,
}: {
  view: TablePage;
  path: string;
  choices: readonly FilterChoice[];
  /** Source → its grade in words, of those that are marked. */
  grades: ReadonlyMap<string, string>;
}) {
  const { contract, rows } = view;
  const snapshot = view.table.snapshot ?? null;
  const columns = toTableColumns(contract, view.table.columns);
  const evident = new Set(listEvidenceColumns(contract));
  return (
    <section id="rows" aria-labelledby="rows-heading" className="mt-10 scroll-mt-4">
      <h2 id="rows-heading" className="mb-3 text-lg font-semibold tracking-tight">
        The table
      </h2>
      <TableForm view={view} path={path} choices={choices} hint="Words of any column" hasColumns />
      <RowRange view={view} path={path} />
      {rows.length > 0 ? (
        <FiguresTable
          caption={`${contract.title}. ${contract.grain}`}
          columns={columns.map((column) => toColumnHead(view, path, column))}
          rows={rows.map((row) => ({
            id: `line-${row.line}`,
            cells: columns.map(({ id, read }) => {
              const column = contract.columns[id]!;
              const value = read(row);
              const cell = toCell(column, value, snapshot);
              const grade = isSource(column) && grades.get(String(value));
              if (grade) {
                return (
                  <Fragment key={id}>
                    {cell} <small>{grade}</small>
                  </Fragment>
                );
              }
              if (!evident.has(id) || value === null) return cell;
              return (
                <a key={id} href={toFrozenHref(toEvidenceHref(contract, row), snapshot)}>
                  {cell}
                </a>
              );
            }),
          }))}
          box="whole"
        />
      ) : (
        <p className="text-sm">
          Try fewer or shorter words, or{' '}
          <a
            href={`${toTableHref(path, contract, { search: '', filters: {}, sort: [], page: 1, snapshot: view.table.snapshot })}#rows`}
          >
            clear search and filters
          </a>
          .
        </p>
      )}
      <Pager view={view} path={path} />
      <SelectionFiles view={view} />
      <p className="mt-2 text-xs text-muted">
        Values as in <code>{`data/${contract.slug}/${contract.slug}.csv`}</code>; “–” means unknown,
        never zero.{' '}
        {evident.size > 0 && 'A linked figure or name leads to all that is known of its row. '}A
        click on a header sorts; a second column settles ties.
      </p>
    </section>
  );
}

const isSource = (column: Column): boolean =>
  column.type === 'reference' && column.to === sources.slug;

/** The rows that the table's address selects, all of its pages, in every format. */
function SelectionFiles({ view: { contract, table, foundCount } }: { view: TablePage }) {
  if (foundCount === 0) return null;
  const href = toTableHref(`/datasets/${contract.slug}`, contract, { ...table, page: 1 });
  return (
    <p className="no-print mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">
        {foundCount === 1 ? 'Download the row' : `Download all ${formatCount(foundCount)} rows`} as
      </span>
      {listOfferedFiles('dataset', ['data', 'bundle', 'citation']).map((file) => (
        <a
          key={file.name}
          href={toFormatHref({ href }, file.extension, file.values)}
          title={file.purpose}
          download=""
        >
          {file.name}
        </a>
      ))}
    </p>
  );
}
