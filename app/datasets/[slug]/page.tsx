import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { toTidyHref } from '@/address/href';
import { toDatasetHref } from '@/address/links';
import type { Query } from '@/address/parameters';
import { listTicked } from '@/address/table-query';
import { describeDatasetPage } from '@/catalog/page-descriptions';
import { publishedCharts } from '@/catalog/published';
import { getTablePage, listFilterChoices } from '@/catalog/table-page';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { wordDoubtfulGrades } from '@/data/sources/origins';
import { listGaps } from '@/db/open-snapshot';
import { listDatasetStates } from '@/db/queries/dataset-states';
import { listNewestSources } from '@/db/queries/sources';
import { describeDataset, describeWay } from '@/exports/api/schema-org';
import { findCsvFacts } from '@/exports/csv-facts';
import { toDatasetPublication, WHOLE } from '@/exports/dataset-publication';
import { listFormats } from '@/exports/formats';
import { listSeriesOf } from '@/views/freshness';
import { restsOn } from '@/views/published-chart';
import { Citation, Snippets } from '../../_chart-block/citation';
import { WithCode } from '../../_table/with-code';
import { PageHeading } from '../../_ui/headings';
import { Corrections, FrozenNotice, leaveOut, TooOldNotice } from '../../_ui/notices';
import { Signposts, StructuredData } from '../../_ui/structured-data';
import { toPublicationHead } from '../../citation-head';
import { asPicture, toPageHead } from '../../page-head';
import { getAskedTracker } from '../../tracker';
import { CheckList, DataDictionary, DatasetFacts, NewestSources } from './about-dataset';
import { DatasetRows } from './dataset-rows';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
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
export default async function DatasetPage({ params, searchParams }: Props) {
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
  return (
    <>
      <StructuredData
        nodes={[
          describeDataset(whole, contract, await findCsvFacts(whole), listFormats('dataset')),
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
const ALL = -1;

function findDataset(slug: string): Contract | null {
  return datasets.find((contract) => contract.slug === slug) ?? null;
}
