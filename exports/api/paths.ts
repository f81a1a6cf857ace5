/** The paths of charts, datasets and calculators: what can be asked of each, in which formats. */
import type { Calculator } from '@/catalog/calculators/calculators';
import { MOST_COMPARED } from '@/catalog/calculators/comparison';
import { PICTURES } from '@/catalog/calculators/pictures';
import type { Preset } from '@/catalog/calculators/preset';
import type { ChartView } from '@/catalog/view';
import type { Contract } from '@/data/contract';
import type { ExportFormat } from '../format';
import { listFormats } from '../formats';
import { MOST_ROWS } from '../paging';
import type { ExportParameter } from '../parameters';
import { frozen, type Parameter, PROBLEMS, type Schema, toQueryParameter } from './parts';

/** One path for all formats of a chart; its own choices come before what formats ask for. */
export function toChartPath({ chart, offered }: ChartView) {
  const formats = listFormats('chart');
  const own = offered.map(({ name, label, options, fallback, follows }) =>
    toQueryParameter(
      name,
      follows ? `${label}; what is on offer depends on \`${follows}\`.` : `${label}.`,
      // What depends on another choice, or joins several values, cannot be listed.
      follows || !options.some(({ value }) => value === fallback)
        ? { type: 'string' }
        : { type: 'string', default: fallback, examples: options.map(({ value }) => value) },
    ),
  );
  return toPath(`chart-${chart.slug}`, chart.question, formats, own);
}

/** Search, order, columns and pages of a dataset's rows, and a filter for each column. */
export function toDatasetPath(contract: Contract) {
  const formats = listFormats('dataset');
  const paged = formats.filter(({ comesInPages }) => comesInPages);
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
    toQueryParameter(
      'limit',
      `Rows a page, for ${paged.map(({ extension }) => extension).join(', ')}; without it, all rows.`,
      {
        type: 'integer',
        minimum: 1,
        maximum: MOST_ROWS,
      },
    ),
    toQueryParameter('page', 'Which page; only beside `limit`.', { type: 'integer', minimum: 1 }),
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
              one.schema
                ? { schema: { $ref: `#/components/schemas/${one.schema}` } }
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
  if ('values' in parameter) {
    return { type: 'string', enum: Object.keys(parameter.values), default: parameter.fallback };
  }
  if ('form' in parameter) return { type: 'string', format: 'date' };
  return { type: 'integer', minimum: parameter.min, maximum: parameter.max };
}
