/**
 * The description of the API (OpenAPI 3.1), built from the declarations: datasets'
 * contracts, charts' choices, calculators' assumptions, the registry of formats.
 */

import { snapshotParameter } from '@/address/frozen-links';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { calculators, listPresets } from '@/subjects/calculators/calculators';
import { getChartView } from '@/views/chart-view';
import { oembedParameters } from '../embed/oembed';
import { toSiteOrigin } from '../site';
import { type ApiParameter, frozen, OTHERS, toQueryParameter, toQueryParameters } from './parts';
import { toCalculatorPath, toChartPath, toDatasetPath, toEmbedPath } from './paths';
import { schemas } from './schemas';

export async function buildOpenApi(tracker: Tracker) {
  const views = await Promise.all(
    publishedCharts.map(async (chart) => (await getChartView(tracker, chart)).view),
  );
  const presets = await Promise.all(calculators.map((one) => listPresets(tracker, one)));
  return {
    openapi: '3.1.0',
    info: {
      title: 'AI Hardware Tracker',
      version: tracker.snapshot.id,
      summary:
        'Charts, datasets and calculators of the AI-hardware market, in every format they are offered in.',
      description:
        'Everything is read-only, public and open to every origin. `version` is the id of the snapshot of the data. A wrong parameter is refused with an explanation, never ignored.',
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: toSiteOrigin() }],
    paths: {
      '/datasets.json': toDocument(
        'listDatasets',
        'All datasets with columns and downloads',
        'Datasets',
      ),
      '/charts.json': toDocument(
        'listCharts',
        'All charts with parameters and downloads',
        'Charts',
      ),
      '/calculators.json': toDocument(
        'listCalculators',
        'All calculators with presets, assumptions, results and downloads',
        'Calculators',
      ),
      '/datapackage.json': toDocument(
        'getDataPackage',
        'All datasets as a Data Package',
        'DataPackage',
      ),
      '/snapshots.json': toDocument(
        'listSnapshots',
        'Kept snapshots, or what changed between two',
        'Snapshots',
        [
          toQueryParameter('from', 'The earlier snapshot; needs `to`.', snapshotParameter.schema),
          toQueryParameter('to', 'The later snapshot; needs `from`.', snapshotParameter.schema),
        ],
      ),
      '/snapshots.atom': {
        get: {
          operationId: 'getFeed',
          summary: 'Changes of the data as an Atom feed',
          responses: {
            '200': {
              description: 'The feed.',
              content: { 'application/atom+xml': { schema: { type: 'string' } } },
            },
            ...OTHERS,
          },
        },
      },
      '/embed/{name}': toEmbedPath(),
      '/oembed': toDocument(
        'getEmbed',
        'How to embed a chart (oEmbed 1.0)',
        'OEmbed',
        toQueryParameters(oembedParameters),
      ),
      '/download/tracker.sqlite': {
        get: {
          operationId: 'getDatabase',
          summary: 'The whole database, every table, as a file for SQLite',
          parameters: [frozen],
          responses: {
            '200': {
              description: 'The file.',
              content: { 'application/vnd.sqlite3': { schema: { type: 'string' } } },
            },
            ...OTHERS,
          },
        },
      },
      ...Object.fromEntries(
        views.map((view) => [`/charts/${view.chart.slug}.{format}`, toChartPath(view)]),
      ),
      ...Object.fromEntries(
        datasets.map((contract) => [
          `/datasets/${contract.slug}.{format}`,
          toDatasetPath(contract),
        ]),
      ),
      ...Object.fromEntries(
        calculators.map((one, index) => [
          `/calculators/${one.slug}.{format}`,
          toCalculatorPath(one, presets[index]!),
        ]),
      ),
    },
    components: { schemas },
  };
}

function toDocument(
  operationId: string,
  summary: string,
  schema: string,
  parameters: readonly ApiParameter[] = [],
) {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
  const { 404: _, ...others } = OTHERS;
  const responses = { '200': { description: summary, content }, ...others };
  return { get: { operationId, summary, parameters, responses } };
}
