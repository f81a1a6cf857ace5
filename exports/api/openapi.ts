/**
 * The description of the API (OpenAPI 3.1), built from the declarations: datasets'
 * contracts, charts' choices, calculators' assumptions, the registry of formats.
 */
import { type Calculator, calculators, listPresets } from '@/catalog/calculators/calculators';
import { MOST_COMPARED } from '@/catalog/calculators/comparison';
import { PICTURES } from '@/catalog/calculators/pictures';
import type { Preset } from '@/catalog/calculators/preset';
import { publishedCharts } from '@/catalog/published';
import { type ChartView, getChartView } from '@/catalog/view';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import type { ExportFormat } from '../format';
import { listFormats } from '../formats';
import { MOST_ROWS } from '../paging';
import type { ExportParameter } from '../parameters';
import { toSiteOrigin } from '../site';
import { schemas } from './schemas';

type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

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
          toQueryParameter('from', 'The earlier snapshot; needs `to`.', SNAPSHOT),
          toQueryParameter('to', 'The later snapshot; needs `from`.', SNAPSHOT),
        ],
      ),
      '/oembed': toDocument('getEmbed', 'How to embed a chart (oEmbed 1.0)', 'OEmbed', [
        {
          ...toQueryParameter('url', 'Address of a chart page or embed.', {
            type: 'string',
            format: 'uri',
          }),
          required: true,
        },
        toQueryParameter('format', 'json or xml.', {
          type: 'string',
          enum: ['json', 'xml'],
          default: 'json',
        }),
        toQueryParameter('maxwidth', 'Widest frame, pixels.', { type: 'integer', minimum: 1 }),
        toQueryParameter('maxheight', 'Highest frame, pixels.', { type: 'integer', minimum: 1 }),
      ]),
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
            ...PROBLEMS,
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

const SNAPSHOT = { type: 'string', pattern: '^[0-9a-f]{12}$' } as const;

const frozen = toQueryParameter(
  'snapshot',
  'Id of a kept snapshot, for the figures as they were.',
  SNAPSHOT,
);

function toQueryParameter(name: string, description: string, schema: Schema): Parameter {
  return { name, in: 'query', description, schema };
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const PROBLEMS = {
  '400': problem('A parameter makes no sense; the answer says which, and what is allowed.'),
  '404': problem('No such thing at this address, or no such snapshot.'),
};

function toDocument(
  operationId: string,
  summary: string,
  schema: string,
  parameters: readonly Parameter[] = [],
) {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
  const [ok, bad] = [{ description: summary, content }, { '400': PROBLEMS['400'] }];
  return { get: { operationId, summary, parameters, responses: { '200': ok, ...bad } } };
}

function toChartPath({ chart, offered }: ChartView) {
  const formats = listFormats('chart');
  const own = offered.map(({ name, label, options, fallback, follows, ...choice }) =>
    toQueryParameter(
      name,
      follows ? `${label}; what is on offer depends on \`${follows}\`.` : `${label}.`,
      // What depends on another choice, or joins several values, cannot be listed.
      follows || !options.some(({ value }) => value === fallback) || 'lists' in choice
        ? { type: 'string' }
        : { type: 'string', default: fallback, examples: options.map(({ value }) => value) },
    ),
  );
  return toPath(`chart-${chart.slug}`, chart.question, formats, own);
}

function toDatasetPath(contract: Contract) {
  const own = [
    toQueryParameter('q', 'Words that must all occur in a row.', {
      type: 'string',
      maxLength: 100,
    }),
    toQueryParameter('sort', 'Columns joined by `~`, `-` before those from the largest down.', {
      type: 'string',
    }),
    toQueryParameter('columns', 'Columns joined by `~`; without it, all of them.', {
      type: 'string',
    }),
    toQueryParameter('limit', 'Rows a page, for csv, json and ndjson; without it, all rows.', {
      type: 'integer',
      minimum: 1,
      maximum: MOST_ROWS,
    }),
    toQueryParameter('page', 'Which page; only beside `limit`.', { type: 'integer', minimum: 1 }),
    ...Object.entries(contract.columns).map(([name, { label }]) =>
      toQueryParameter(name, `Rows whose “${label}” is exactly this; \`~\` for blank cells.`, {
        type: 'string',
      }),
    ),
  ];
  return toPath(`dataset-${contract.slug}`, contract.title, listFormats('dataset'), own);
}

function toCalculatorPath({ slug, question, model }: Calculator, presets: readonly Preset[]) {
  const own = [
    toQueryParameter('preset', 'The scenario to start from.', {
      type: 'string',
      enum: presets.map((preset) => preset.slug),
      default: presets[0]?.slug,
    }),
    ...Object.entries(model.ways).map(([name, { label, options }]) =>
      toQueryParameter(name, `${label}; without it as the preset has it.`, {
        type: 'string',
        enum: Object.keys(options),
      }),
    ),
    ...Object.entries(model.assumptions).map(([name, { label, unit, meaning, min, max, only }]) =>
      toQueryParameter(
        name,
        `${label} (${unit}), a figure or a range from ${min} to ${max}. ${meaning}${only ? ` Only where ${only.way}=${only.is}.` : ''}`,
        { type: 'string', examples: ['8.5', '8 to 9', '8 to 9 billion'] },
      ),
    ),
    toQueryParameter('of', 'The result that pictures show.', {
      type: 'string',
      enum: Object.keys(model.results),
      default: model.headline,
    }),
    toQueryParameter(
      'with',
      'Up to three scenarios to compare with: a preset, or the address part of a scenario.',
      { type: 'array', items: { type: 'string' }, maxItems: MOST_COMPARED },
    ),
    toQueryParameter(
      'picture',
      'Which picture, for png, svg and pdf: a distribution needs a range, a comparison needs `with`.',
      { type: 'string', enum: PICTURES },
    ),
  ];
  return toPath(`calculator-${slug}`, question, listFormats('calculator'), own);
}

function toPath(
  operationId: string,
  summary: string,
  formats: readonly ExportFormat[],
  own: readonly Parameter[],
) {
  const taken = new Set(own.map(({ name }) => name));
  const parameters = new Map<string, Parameter>();
  for (const format of formats) {
    for (const parameter of format.parameters) {
      // Where a chart has a choice of that name, one parameter means both.
      if (taken.has(parameter.name) || parameters.has(parameter.name)) continue;
      const users = formats.filter((one) =>
        one.parameters.some(({ name }) => name === parameter.name),
      );
      const names = users.map(({ extension }) => extension).join(', ');
      parameters.set(
        parameter.name,
        toQueryParameter(parameter.name, `${parameter.meaning} For ${names}.`, toSchema(parameter)),
      );
    }
  }
  const extensions = formats.map(({ extension }) => extension);
  const format: Parameter = {
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
      parameters: [format, ...own, ...parameters.values(), frozen],
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
              one.extension === 'json'
                ? { schema: { $ref: '#/components/schemas/Table' } }
                : { schema: { type: 'string' } },
            ]),
          ),
        },
        ...PROBLEMS,
      },
    },
  };
}

function toSchema(parameter: ExportParameter): Schema {
  return 'values' in parameter
    ? { type: 'string', enum: Object.keys(parameter.values), default: parameter.fallback }
    : { type: 'integer', minimum: parameter.min, maximum: parameter.max };
}
