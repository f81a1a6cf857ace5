/** The parameters of addresses, described once: for OpenAPI and for the page about the API. */
import { LONGEST_SEARCH } from '@/address/table-query';
import { themes } from '../embed/code';
import type { ExportFormat } from '../format';
import { formats } from '../formats';
import { MOST_ROWS } from '../paging';
import type { ExportParameter } from '../parameters';
import type { ChartParameter } from './chart-parameters';
import { frozen, type Parameter, type Schema, toQueryParameter } from './parts';

const paged = formats.filter(({ comesInPages }) => comesInPages);

/** Of every dataset; a column's name is a further one, for its exact value. */
export const tableParameters: readonly Parameter[] = [
  toQueryParameter('q', 'Words that must all occur in a row.', {
    type: 'string',
    maxLength: LONGEST_SEARCH,
  }),
  toQueryParameter(
    'sort',
    'Columns joined by `~`, with `-` before those from the largest down: `-launch_date~name` of chips.',
    {
      type: 'string',
    },
  ),
  toQueryParameter(
    'columns',
    'Columns joined by `~`: `chip~vendor` of chips. Without it, all of them.',
    {
      type: 'string',
    },
  ),
  toQueryParameter(
    'limit',
    `Rows a page, for ${paged.map(({ extension }) => extension).join(', ')}; without it, all rows.`,
    { type: 'integer', minimum: 1, maximum: MOST_ROWS },
  ),
  toQueryParameter('page', 'Which page; only beside `limit`.', { type: 'integer', minimum: 1 }),
];

export const embedParameters: readonly Parameter[] = [
  toQueryParameter('theme', 'Colours; `auto` follows the reader’s system.', {
    type: 'string',
    enum: themes,
    default: 'auto',
  }),
  frozen,
];

export const oembedParameters: readonly Parameter[] = [
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
];

/** What the formats ask for, each once, with the formats that do. */
export function listFormatParameters(some: readonly ExportFormat[]): Parameter[] {
  const names = new Set(some.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  return [...names].map((name) => {
    const find = ({ parameters }: ExportFormat) => parameters.find((one) => one.name === name);
    const users = some.filter(find);
    const parameter = find(users[0]!)!;
    const extensions = users.map(({ extension }) => extension).join(', ');
    return toQueryParameter(name, `${parameter.meaning} For ${extensions}.`, toSchema(parameter));
  });
}

function toSchema(parameter: ExportParameter): Schema {
  if ('values' in parameter) {
    return { type: 'string', enum: Object.keys(parameter.values), default: parameter.fallback };
  }
  if ('form' in parameter) return { type: 'string', format: 'date' };
  return { type: 'integer', minimum: parameter.min, maximum: parameter.max };
}

/** A parameter of one chart; what depends on another one is not listed. */
export function toChartParameter(parameter: ChartParameter): Parameter {
  const { name, label, depends_on, joined_by, values } = parameter;
  const all = values.map(({ value }) => value);
  const [first = '', last = ''] = [all[0], all.at(-1)];
  if (joined_by === '~') {
    const meaning = `${label}; some of ${all.join(', ')}, joined by \`~\`. Without it, all.`;
    return toQueryParameter(name, meaning, { type: 'string', examples: [first, all.join('~')] });
  }
  if (joined_by === '..') {
    const meaning = `${label}; the first and the last period, joined by \`..\`, where either may be left open. Without it, all of ${first}..${last}.`;
    const examples = [`${first}..${last}`, `${first}..`, `..${last}`];
    return toQueryParameter(name, meaning, { type: 'string', examples });
  }
  const words =
    values.length <= MOST_WORDED
      ? `: ${values.map(({ value, label }) => `${value} (${label})`).join(', ')}`
      : '';
  return toQueryParameter(
    name,
    depends_on ? `${label}; what is on offer depends on \`${depends_on}\`.` : `${label}${words}.`,
    // What depends on another choice, or joins several values, cannot be listed.
    depends_on || !all.includes(parameter.default)
      ? { type: 'string' }
      : { type: 'string', default: parameter.default, examples: all },
  );
}

/** More would make a description that nobody reads; they are values all the same. */
const MOST_WORDED = 8;
