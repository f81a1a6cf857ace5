/**
 * What is published, as paths of the API: one for each of its files, `/charts/market-share.csv`,
 * with the parameters of that file alone and the type of its rows.
 */
import type { Schema } from '@/address/parameters';
import { declareFilters, declareTable } from '@/address/table-query';
import { publishedCharts } from '@/catalog/published';
import { toCellSchema } from '@/data/cell-schema';
import { type Contract, toTableColumns } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { declareShown, getCalculatorView } from '@/subjects/calculators/calculator-view';
import { type Calculator, calculators, listPresets } from '@/subjects/calculators/calculators';
import { PICTURES } from '@/subjects/calculators/pictures';
import { declareScenario } from '@/subjects/calculators/scenario';
import type { TableColumn } from '@/units/table';
import { type ChartView, getChartView } from '@/views/chart-view';
import { toCalculatorPublication } from '../calculator-publication';
import { toChartPublication } from '../chart-publication';
import { listDayColumns } from '../file-columns';
import type { ExportFormat } from '../format';
import { listFormats } from '../formats';
import { pageParameters } from '../paging';
import type { Publication } from '../publication';
import {
  type ApiParameter,
  frozen,
  listChartParameters,
  toChartParameter,
  toQueryParameter,
  toQueryParameters,
} from './parameters';

/** What is published, with what may be asked of all its files. */
interface Published {
  readonly kind: Publication['kind'];
  readonly slug: string;
  readonly title: string;
  readonly parameters: readonly ApiParameter[];
  readonly row: Schema;
  /** What else one of its formats takes. */
  readonly listMore?: (format: ExportFormat) => readonly ApiParameter[];
}

/** Paths, and the parameters, answers and schemas that they share by name. */
export async function listPublishedPaths(tracker: Tracker) {
  const published = await Promise.all([
    ...publishedCharts.map(async (chart) => ofChart((await getChartView(tracker, chart)).view)),
    ...datasets.map(ofDataset),
    ...calculators.map((calculator) => ofCalculator(tracker, calculator)),
  ]);
  const paths = published.flatMap((one) =>
    listFormats(one.kind).map((format) => {
      const { parameters, ...operation } = toOperation(one, format);
      const listed = Object.keys(parameters).map((key) => toReference('parameters', key));
      const path = `/${one.kind}s/${one.slug}.${format.extension}`;
      return { path, parameters, get: { ...operation, parameters: listed } };
    }),
  );
  return {
    paths: Object.fromEntries(paths.map(({ path, get }) => [path, { get }])),
    parameters: Object.assign({}, ...paths.map(({ parameters }) => parameters)) as Keyed,
    schemas: Object.assign({}, ...published.map(listSchemas)) as Readonly<Record<string, Schema>>,
  };
}

type Keyed = Readonly<Record<string, ApiParameter>>;

export const toReference = (of: 'parameters' | 'responses' | 'schemas', key: string) => ({
  $ref: `#/components/${of}/${key}`,
});

function ofChart(view: ChartView): Published {
  const { slug, question } = view.chart;
  const { columns } = toChartPublication(view, view.snapshot).table;
  return {
    kind: 'chart',
    slug,
    title: question,
    parameters: listChartParameters(view).map(toChartParameter),
    row: toTableRow(columns),
  };
}

/** Search, order, columns and pages of a dataset's rows, and filters of each column. */
function ofDataset(contract: Contract): Published {
  const { slug, title } = contract;
  return {
    kind: 'dataset',
    slug,
    title,
    parameters: [...listTableParameters(contract), ...toQueryParameters(declareFilters(contract))],
    row: toDatasetRow(contract),
    listMore: ({ comesInPages }) => (comesInPages ? toQueryParameters(pageParameters) : []),
  };
}

/** Preset, ways and assumptions; ranges are text, because they join two figures. */
async function ofCalculator(tracker: Tracker, calculator: Calculator): Promise<Published> {
  const { slug, question, model } = calculator;
  const presets = await listPresets(tracker, calculator);
  const { view } = await getCalculatorView(tracker, calculator);
  const picture = toQueryParameter(
    'picture',
    'Which chart: a distribution needs a range, a comparison needs `with`.',
    { type: 'string', enum: PICTURES },
  );
  return {
    kind: 'calculator',
    slug,
    title: question,
    parameters: toQueryParameters({
      ...declareScenario(model, presets),
      ...declareShown(model, presets),
    }),
    row: toTableRow(toCalculatorPublication(view).table.columns),
    listMore: ({ kind }) => (kind === 'picture' || kind === 'document' ? [picture] : []),
  };
}

/** Of every dataset; a column's name is a further one, for its exact value. */
export function listTableParameters(contract: Contract): ApiParameter[] {
  const { page: _, ...table } = declareTable(contract);
  return toQueryParameters(table);
}

function toOperation(one: Published, format: ExportFormat) {
  const { kind, slug, title, parameters, listMore } = one;
  const name = toName(one);
  const own = [...parameters, ...(listMore?.(format) ?? [])];
  const shared = [...toQueryParameters(format.parameters), frozen];
  return {
    operationId: `get${name}${toPascal(format.extension)}`,
    summary: `${title} (${format.name})`,
    description: `${format.purpose}. The page is /${kind}s/${slug}.`,
    tags: [TAGS[kind]],
    parameters: {
      ...Object.fromEntries(own.map((parameter) => [`${name}.${parameter.name}`, parameter])),
      ...Object.fromEntries(shared.map((parameter) => [parameter.name, parameter])),
    },
    responses: {
      '200':
        format.schema === 'Table'
          ? toFileAnswer(format, toReference('schemas', `${name}Table`))
          : toReference('responses', format.extension),
      ...refusals,
    },
  };
}

export const TAGS = { chart: 'Charts', dataset: 'Datasets', calculator: 'Calculators' } as const;

export const refusals = {
  '304': toReference('responses', 'unchanged'),
  '400': toReference('responses', 'wrong'),
  '404': toReference('responses', 'missing'),
  '409': toReference('responses', 'conflict'),
};

/** A file of the format; `schema` describes what is in it. */
export function toFileAnswer(
  { purpose, mediaType, schema: named }: ExportFormat,
  schema: Schema = named ? toReference('schemas', named) : toContent(mediaType),
) {
  const link =
    'license, cite-as, service-desc; describedby of a CSV; next and others where rows come in pages.';
  return {
    description: `${purpose}.`,
    headers: {
      ETag: { description: 'Names the content.', schema: { type: 'string' } },
      Link: { description: link, schema: { type: 'string' } },
    },
    content: { [mediaType.replace(/;.*/, '')]: { schema } },
  };
}

/** Text where it can be read as such, else bytes. */
function toContent(mediaType: string): Schema {
  return /^text|xml$|json$|bibtex|research/.test(mediaType)
    ? { type: 'string' }
    : { type: 'string', format: 'binary' };
}

function listSchemas(one: Published) {
  const name = toName(one);
  const rows = { type: 'array', items: toReference('schemas', `${name}Row`) };
  return {
    [`${name}Row`]: { title: `${one.title}: a row`, ...one.row },
    [`${name}Table`]: {
      description: `${one.title}: rows, with everything there is to say about them.`,
      allOf: [
        toReference('schemas', 'Table'),
        { type: 'object', required: ['rows'], properties: { rows } },
      ],
    },
  };
}

/** `MarketShareChart`: what programs call it. */
const toName = ({ kind, slug }: Published) => toPascal(slug) + toPascal(kind);

const toPascal = (name: string) =>
  name.replaceAll(/(?:^|[^a-z0-9])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** JSON Schemas of rows: those of a dataset follow from its contract, of a chart from its columns. */

/**
 * A row of a dataset. No property is required: `columns=` leaves the others out. What may not
 * be blank is never null.
 */
function toDatasetRow(contract: Contract): Schema {
  const { columns, grain } = contract;
  const properties = Object.entries(columns).map(([name, column]) => {
    const { label, meaning, optional = false } = column;
    const unit = column.type === 'integer' || column.type === 'number' ? column.unit : null;
    return [
      name,
      describe(optional ? allowNull(toCellSchema(column)) : toCellSchema(column), {
        label,
        meaning,
        unit,
      }),
    ];
  });
  const days = listDayColumns(toTableColumns(contract)).map(toProperty);
  return {
    type: 'object',
    description: grain,
    properties: Object.fromEntries([...properties, ...days]),
  };
}

/**
 * A row of a chart or of an estimate as it is shown at first. Other choices have columns of
 * other units and details, so that none is required and others may be there.
 */
function toTableRow(columns: readonly TableColumn[]): Schema {
  return {
    type: 'object',
    description: 'The columns shown at first; other choices may have others.',
    properties: Object.fromEntries(columns.map(toProperty)),
    additionalProperties: { type: ['string', 'number', 'null'] },
  };
}

function toProperty(column: TableColumn): readonly [string, Schema] {
  const value = PLAIN[column.type];
  return [column.id, describe(column.required ? value : allowNull(value), column)];
}

const PLAIN = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  day: { type: 'string', format: 'date' },
  'yes-no': { type: 'string', enum: ['yes', 'no'] },
} as const;

function allowNull(schema: Schema): Schema {
  const { type, enum: values } = schema;
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...values, null] }),
  };
}

function describe(
  schema: Schema,
  { label, meaning, unit }: Pick<TableColumn, 'label' | 'meaning' | 'unit'>,
): Schema {
  const words = meaning || label;
  return { ...schema, title: label, description: unit === null ? words : `${words} (${unit})` };
}
