/**
 * What there is, for programs: `/datasets.json`, `/charts.json`, `/calculators.json`,
 * `/datapackage.json`, `/snapshots.json`.
 */

import { toHref } from '@/address/href';
import { named, type Query, readAddress } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import { compareSnapshots, listSnapshots } from '@/catalog/snapshots';
import { type Contract, toTableColumns } from '@/data/contract';
import { buildDataPackage } from '@/data/data-package';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import type { KeptSnapshot } from '@/db/kept-snapshots';
import { listDatasetStates } from '@/db/queries/dataset-states';
import { calculators, listPresets } from '@/subjects/calculators/calculators';
import { getChartView } from '@/views/chart-view';
import { listFreshSeries } from '@/views/freshness';
import { answerWrongParameters, toJsonText } from '../answer';
import { findCsvFacts } from '../csv-facts';
import { toDatasetPublication, WHOLE } from '../dataset-publication';
import { listDayColumns, listFileColumns } from '../file-columns';
import { listFormats } from '../formats';
import { toFormatUrl } from '../links';
import { LICENSE, toColumnMetadata, toField, toFreshnessMetadata } from '../metadata';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';
import { listChartParameters } from './parameters';

export async function writeDatasets({ orm, snapshot }: Tracker): Promise<string> {
  const [states, series] = await Promise.all([listDatasetStates(orm), listFreshSeries(orm)]);
  return toJsonText({
    snapshot,
    licence: LICENSE,
    datasets: datasets.map((contract) => {
      const { slug, title, story, grain, key, credit } = contract;
      const state = states.find(({ dataset }) => dataset === slug);
      return {
        name: slug,
        title,
        description: `${story} ${grain}`,
        address: `${toSiteOrigin()}/datasets/${slug}`,
        rows: state?.row_count ?? 0,
        key,
        credit,
        collected_on: state?.collected_on ?? snapshot.collected_on,
        newest_publication: state?.newest_publication ?? null,
        freshness: series.filter(({ dataset }) => dataset === slug).map(toFreshnessMetadata),
        columns: listFileColumns(contract).map(toColumnMetadata),
        downloads: toDownloads('dataset', slug),
      };
    }),
  });
}

export async function writeCharts(tracker: Tracker): Promise<string> {
  const charts = await Promise.all(
    publishedCharts.map(async (chart) => {
      const { view } = await getChartView(tracker, chart);
      return {
        name: chart.slug,
        title: chart.name,
        question: chart.question,
        summary: view.summary,
        as_of: view.asOf || null,
        freshness: view.freshness.map(toFreshnessMetadata),
        address: `${toSiteOrigin()}${toHref(`/charts/${chart.slug}`, view.canonical)}`,
        embed: `${toSiteOrigin()}/embed/${chart.slug}`,
        datasets: chart.datasets.map(({ slug }) => slug),
        parameters: listChartParameters(view),
        downloads: toDownloads('chart', chart.slug),
      };
    }),
  );
  return toJsonText({ snapshot: tracker.snapshot, licence: LICENSE, charts });
}

export async function writeCalculators(tracker: Tracker): Promise<string> {
  const listed = await Promise.all(
    calculators.map(async (calculator) => {
      const { slug, name, question, outline, model } = calculator;
      const presets = await listPresets(tracker, calculator);
      return {
        name: slug,
        title: name,
        question,
        summary: outline,
        address: `${toSiteOrigin()}/calculators/${slug}`,
        datasets: calculator.datasets.map(({ slug }) => slug),
        presets: presets.map((preset) => ({
          name: preset.slug,
          title: preset.name,
          address: `${toSiteOrigin()}/calculators/${slug}?preset=${preset.slug}`,
        })),
        assumptions: Object.entries(model.assumptions).map(([name, { only, ...assumption }]) => ({
          name,
          ...assumption,
          only_where: only ? `${only.way}=${only.is}` : null,
        })),
        choices: Object.entries(model.ways).map(([name, { label, options }]) => ({
          name,
          label,
          values: Object.entries(options).map(([value, label]) => ({ value, label })),
        })),
        results: Object.entries(model.results).map(([name, result]) => ({ name, ...result })),
        downloads: toDownloads('calculator', slug),
      };
    }),
  );
  return toJsonText({ snapshot: tracker.snapshot, licence: LICENSE, calculators: listed });
}

/** The Data Package of the repository with the addresses of this site. */
export async function writeDataPackage(tracker: Tracker): Promise<string> {
  const { orm, snapshot } = tracker;
  const [states, series] = await Promise.all([listDatasetStates(orm), listFreshSeries(orm)]);
  const described = buildDataPackage(datasets, {
    newest: snapshot.collected_on,
    byDataset: new Map(states.map(({ dataset, collected_on }) => [dataset, collected_on])),
  });
  return toJsonText({
    ...described,
    homepage: toSiteOrigin(),
    snapshot: snapshot.id,
    resources: await Promise.all(
      datasets.map(async (contract: Contract, index) => {
        const { slug } = contract;
        const publication = await toDatasetPublication(tracker, contract, WHOLE);
        const { bytes, sha256 } = await findCsvFacts(publication);
        const { schema, ...resource } = described.resources[index]!;
        const days = listDayColumns(toTableColumns(contract)).map(toField);
        return {
          ...resource,
          path: toFormatUrl(publication, 'csv'),
          bytes,
          hash: `sha256:${sha256}`,
          freshness: series.filter(({ dataset }) => dataset === slug).map(toFreshnessMetadata),
          // Files have columns that the repository's CSVs do without.
          schema: { ...schema, fields: [...schema.fields, ...days] },
        };
      }),
    ),
  });
}

function toDownloads(kind: Publication['kind'], slug: string) {
  return listFormats(kind).map(({ extension, name, mediaType }) => ({
    format: name,
    media_type: mediaType,
    address: `${toSiteOrigin()}/${kind}s/${slug}.${extension}`,
  }));
}

/**
 * The kept snapshots; with `from` or `to`, what changed between two: `to` is the newest where it
 * is left out, `from` the one before.
 */
export function writeSnapshots(query: Query): string | Response {
  const snapshots = listSnapshots();
  if (query.from === undefined && query.to === undefined) {
    return toJsonText({ snapshots: snapshots.map(toEntry) });
  }
  const kept = named(snapshots, ({ id }) => id, undefined);
  const { values, problems } = readAddress({ from: kept, to: kept }, query);
  if (problems.length > 0) return answerWrongParameters(problems);
  const [newest] = snapshots;
  const to = values.to ?? newest;
  const from = values.from ?? snapshots[to ? snapshots.indexOf(to) + 1 : 0] ?? to;
  if (!from || !to) return toJsonText({ snapshots: [] });
  const { older, newer, changes } = compareSnapshots(from, to);
  return toJsonText({
    from: toEntry(older),
    to: toEntry(newer),
    datasets: changes.map((change) => ({
      ...change,
      rows_listed: change.rows.length,
    })),
  });
}

function toEntry({ id, published_at, collected_on, row_count, accepted }: KeptSnapshot) {
  return { id, published_at, collected_on, row_count, accepted };
}
