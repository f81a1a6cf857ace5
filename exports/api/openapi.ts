/**
 * The description of the API (OpenAPI 3.1), built from the declarations: datasets'
 * contracts, charts' choices, calculators' assumptions, the registry of formats.
 */

import { snapshotParameter } from '@/address/frozen-links';
import { declareFilters, declareTable } from '@/address/table-query';
import { publishedCharts } from '@/catalog/published';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { declareShown } from '@/subjects/calculators/calculator-view';
import { type Calculator, calculators, listPresets } from '@/subjects/calculators/calculators';
import { PICTURES } from '@/subjects/calculators/pictures';
import type { Preset } from '@/subjects/calculators/preset';
import { declareScenario } from '@/subjects/calculators/scenario';
import { type ChartView, getChartView } from '@/views/chart-view';
import { embedParameters } from '../embed/code';
import { oembedParameters } from '../embed/oembed';
import type { ExportFormat } from '../format';
import { listFormats } from '../formats';
import { pageParameters } from '../paging';
import { toSiteOrigin } from '../site';
import {
  type ApiParameter,
  frozen,
  listChartParameters,
  OTHERS,
  toChartParameter,
  toQueryParameter,
  toQueryParameters,
} from './parameters';
import { schemas } from './schemas';
import { searchParameters } from './search';

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
      '/search.json': toDocument(
        'search',
        'Figures that answer a question, and everything that has a name',
        'Search',
        toQueryParameters(searchParameters),
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
      '/snapshots.atom': toPlain('getFeed', 'Changes of the data as an Atom feed', ATOM),
      '/datasets/{name}.atom': toPlain(
        'getDatasetFeed',
        'Changes of one dataset, row by row, as an Atom feed',
        ATOM,
        [toNameParameter('The dataset.', datasets)],
      ),
      '/timeline.atom': toPlain('getEventFeed', 'Events as an Atom feed', ATOM),
      '/corrections.atom': toPlain('getCorrectionFeed', 'Corrections as an Atom feed', ATOM),
      '/freshness.ics': toPlain(
        'getCalendar',
        'Days on which new figures are expected, as a calendar (RFC 5545)',
        'text/calendar',
      ),
      '/embed/{name}': toEmbedPath(),
      '/oembed': toDocument(
        'getEmbed',
        'How to embed a chart (oEmbed 1.0)',
        'OEmbed',
        toQueryParameters(oembedParameters),
      ),
      '/download/tracker.sqlite': toPlain(
        'getDatabase',
        'The whole database, every table, as a file for SQLite',
        'application/vnd.sqlite3',
        [frozen],
      ),
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

const ATOM = 'application/atom+xml';

/** The part of a path that names one of what a registry has. */
function toNameParameter(
  description: string,
  registry: readonly { readonly slug: string }[],
): ApiParameter {
  const schema = { type: 'string', enum: registry.map(({ slug }) => slug) };
  return { name: 'name', in: 'path', required: true, description, schema };
}

/** A feed, a calendar, the database: a file that no schema describes. */
function toPlain(
  operationId: string,
  summary: string,
  mediaType: string,
  parameters: object[] = [],
) {
  const content = { [mediaType]: { schema: { type: 'string' } } };
  const responses = { '200': { description: 'The file.', content }, ...OTHERS };
  return { get: { operationId, summary, parameters, responses } };
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

/** One path for all formats of a chart; its own choices come before what formats ask for. */
function toChartPath(view: ChartView) {
  const { slug, question } = view.chart;
  const own = listChartParameters(view).map(toChartParameter);
  return toPath(`chart-${slug}`, question, listFormats('chart'), own);
}

/** One path for the embeds of all charts. */
function toEmbedPath() {
  const name = toNameParameter(
    'The chart; its own parameters are those of `/charts/<name>.{format}`.',
    publishedCharts,
  );
  return {
    get: {
      operationId: 'getEmbedded',
      summary: 'A chart alone, as a page for a frame',
      parameters: [name, ...toQueryParameters(embedParameters), frozen],
      responses: {
        '200': {
          description: 'The page.',
          content: { 'text/html': { schema: { type: 'string' } } },
        },
        ...OTHERS,
      },
    },
  };
}

/** Search, order, columns and pages of a dataset's rows, and a filter for each column. */
function toDatasetPath(contract: Contract) {
  const formats = listFormats('dataset');
  const own = [...listTableParameters(contract), ...toQueryParameters(declareFilters(contract))];
  return toPath(`dataset-${contract.slug}`, contract.title, formats, own);
}

/** Preset, ways and assumptions of a calculator; ranges are text, because they join two figures. */
function toCalculatorPath({ slug, question, model }: Calculator, presets: readonly Preset[]) {
  const own = [
    ...toQueryParameters({ ...declareScenario(model, presets), ...declareShown(model, presets) }),
    toQueryParameter(
      'picture',
      'Which chart, for png, svg and pdf: a distribution needs a range, a comparison needs `with`.',
      { type: 'string', enum: PICTURES },
    ),
  ];
  return toPath(`calculator-${slug}`, question, listFormats('calculator'), own);
}

/** Of every dataset; a column's name is a further one, for its exact value. */
export function listTableParameters(contract: Contract): ApiParameter[] {
  const { page: _, ...table } = declareTable(contract);
  return toQueryParameters({ ...table, ...pageParameters });
}

/** What the formats ask for, each once, with the formats that do. */
export function listFormatParameters(some: readonly ExportFormat[]): ApiParameter[] {
  const all = Object.assign({}, ...some.map(({ parameters }) => parameters));
  return toQueryParameters(all).map((parameter) => {
    const users = some.filter(({ parameters }) => Object.hasOwn(parameters, parameter.name));
    const extensions = users.map(({ extension }) => extension).join(', ');
    return { ...parameter, description: `${parameter.description} For ${extensions}.` };
  });
}

function toPath(
  operationId: string,
  summary: string,
  formats: readonly ExportFormat[],
  own: readonly ApiParameter[],
) {
  const parameters = new Map(own.map((parameter) => [parameter.name, parameter]));
  for (const parameter of listFormatParameters(formats)) {
    const taken = parameters.get(parameter.name);
    parameters.set(parameter.name, taken ? joinMeanings(taken, parameter) : parameter);
  }
  const extensions = formats.map(({ extension }) => extension);
  const format: ApiParameter = {
    name: 'format',
    in: 'path',
    required: true,
    description: formats.map(({ extension, purpose }) => `${extension}: ${purpose}`).join('; '),
    schema: { type: 'string', enum: extensions },
  };
  return {
    get: {
      operationId,
      summary,
      parameters: [format, ...parameters.values(), frozen],
      responses: {
        '200': {
          description: 'The file.',
          headers: {
            ETag: { description: 'Names the content.', schema: { type: 'string' } },
            Link: {
              description:
                'license, cite-as, describedby; next and others where rows come in pages.',
              schema: { type: 'string' },
            },
          },
          content: Object.fromEntries(
            formats.map((one) => [
              one.mediaType.split(';')[0],
              one.schema
                ? { schema: { $ref: `#/components/schemas/${one.schema}` } }
                : { schema: { type: 'string' } },
            ]),
          ),
        },
        ...OTHERS,
      },
    },
  };
}

/** Where a chart has a choice of a format's name, one parameter means both and may stand twice. */
function joinMeanings(own: ApiParameter, ofFormat: ApiParameter): ApiParameter {
  const list = ({ schema }: ApiParameter) => [schema.enum ?? schema.examples ?? []].flat();
  const [ofChart, ofFile] = [list(own), list(ofFormat)];
  const both = `${own.name}=${ofChart[0]}&${own.name}=${ofFile.at(-1)}`;
  const description = `${own.description} And: ${ofFormat.description} Both may be in one address: \`${both}\`.`;
  const items = { type: 'string', enum: [...ofChart, ...ofFile] };
  return { ...own, description, schema: { type: 'array', items, maxItems: 2 } };
}
