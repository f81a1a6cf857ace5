/** The paths of charts, datasets and calculators: what can be asked of each, in which formats. */

import type { Calculator } from '@/catalog/calculators/calculators';
import { MOST_COMPARED } from '@/catalog/calculators/comparison';
import { PICTURES } from '@/catalog/calculators/pictures';
import type { Preset } from '@/catalog/calculators/preset';
import { publishedCharts } from '@/catalog/published';
import type { ChartView } from '@/catalog/view';
import type { Contract } from '@/data/contract';
import type { ExportFormat } from '../format';
import { listFormats } from '../formats';
import { listChartParameters } from './chart-parameters';
import { frozen, OTHERS, type Parameter, toQueryParameter } from './parts';
import {
  embedParameters,
  listFormatParameters,
  tableParameters,
  toChartParameter,
} from './query-parameters';

/** One path for all formats of a chart; its own choices come before what formats ask for. */
export function toChartPath(view: ChartView) {
  const { slug, question } = view.chart;
  const own = listChartParameters(view).map(toChartParameter);
  return toPath(`chart-${slug}`, question, listFormats('chart'), own);
}

/** One path for the embeds of all charts. */
export function toEmbedPath() {
  const name: Parameter = {
    name: 'name',
    in: 'path',
    required: true,
    description: 'The chart; its own parameters are those of `/charts/<name>.{format}`.',
    schema: { type: 'string', enum: publishedCharts.map(({ slug }) => slug) },
  };
  return {
    get: {
      operationId: 'getEmbedded',
      summary: 'A chart alone, as a page for a frame',
      parameters: [name, ...embedParameters],
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
export function toDatasetPath(contract: Contract) {
  const formats = listFormats('dataset');
  const own = [
    ...tableParameters,
    ...Object.entries(contract.columns).map(([name, { label }]) =>
      toQueryParameter(name, `Rows whose “${label}” is exactly this; \`~\` for blank cells.`, {
        type: 'string',
      }),
    ),
  ];
  return toPath(`dataset-${contract.slug}`, contract.title, formats, own);
}

/** Preset, ways and assumptions of a calculator; ranges are text, because they join two figures. */
export function toCalculatorPath(
  { slug, question, model }: Calculator,
  presets: readonly Preset[],
) {
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
  const parameters = new Map(own.map((parameter) => [parameter.name, parameter]));
  for (const parameter of listFormatParameters(formats)) {
    const taken = parameters.get(parameter.name);
    parameters.set(parameter.name, taken ? joinMeanings(taken, parameter) : parameter);
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
function joinMeanings(own: Parameter, ofFormat: Parameter): Parameter {
  const list = ({ schema }: Parameter) => [schema.enum ?? schema.examples ?? []].flat();
  const [ofChart, ofFile] = [list(own), list(ofFormat)];
  const both = `${own.name}=${ofChart[0]}&${own.name}=${ofFile.at(-1)}`;
  const description = `${own.description} And: ${ofFormat.description} Both may stand in one address: \`${both}\`.`;
  const items = { type: 'string', enum: [...ofChart, ...ofFile] };
  return { ...own, description, schema: { type: 'array', items, maxItems: 2 } };
}
