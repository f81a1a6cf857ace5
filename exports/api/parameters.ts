/** Parameters as the description of the API has them, and those of a chart, from what it offers now. */
import { snapshotParameter } from '@/address/frozen-links';
import { noteMeaning, noteSchema } from '@/address/marks';
import type { Parameters, Schema } from '@/address/parameters';
import { listNames } from '@/charts/kinds';
import { formatPeriod } from '@/units/period';
import type { ChartView } from '@/views/chart-view';
import { listNotePlaces } from '@/views/mark-model';

export interface ApiParameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

export function toQueryParameter(name: string, description: string, schema: Schema): ApiParameter {
  return { name, in: 'query', description, schema };
}

/** Declared parameters as OpenAPI describes them. */
export function toQueryParameters(declared: Parameters): ApiParameter[] {
  return Object.entries(declared).map(
    ([name, { meaning = '', schema = { type: 'string' }, required }]) => ({
      ...toQueryParameter(name, meaning, schema),
      ...(required && { required }),
    }),
  );
}

/** Every download can be asked of an earlier snapshot. */
export const frozen = toQueryParameter(
  'snapshot',
  snapshotParameter.meaning,
  snapshotParameter.schema,
);

interface ChartParameter {
  readonly name: string;
  readonly label: string;
  /** Empty: what is shown without the parameter is no single value. */
  readonly default: string;
  /** The parameter whose value decides which values are on offer. */
  readonly depends_on: string | null;
  /** What stands between several values: `~` in a list, `..` between the ends of a time. */
  readonly joined_by: '~' | '..' | null;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

/** In the order of the address: choices, series and time of a picture over time, what a reader marks. */
export function listChartParameters({ offered, scope, model }: ChartView): ChartParameter[] {
  const choices = offered.map(
    ({ name, label, options, fallback, follows }): ChartParameter => ({
      name,
      label,
      default: fallback,
      depends_on: follows,
      joined_by: null,
      values: options.map(({ value, label }) => ({ value, label })),
    }),
  );
  const whole = { default: '', depends_on: null };
  const names = listNames(model);
  const marks: ChartParameter[] = [
    {
      name: 'focus',
      label: 'What stands out while the rest steps back in gray',
      ...whole,
      joined_by: '~',
      values: names.map(({ id, label }) => ({ value: id, label })),
    },
    {
      name: 'note',
      label: noteMeaning,
      ...whole,
      joined_by: null,
      values: listNotePlaces(model)
        .slice(0, 1)
        .map(({ id, label }) => ({ value: `${id}:Words of your own`, label })),
    },
  ];
  if (!scope) return [...choices, ...marks];
  return [
    ...choices,
    {
      name: 'series',
      label: 'Series',
      ...whole,
      joined_by: '~',
      values: scope.series.map(({ id, label }) => ({ value: id, label })),
    },
    {
      name: 'time',
      label: 'Time',
      ...whole,
      joined_by: '..',
      values: scope.time.periods.map((value) => ({ value, label: formatPeriod(value) })),
    },
    ...marks,
  ];
}

/** A parameter of one chart; what depends on another one is not listed. */
export function toChartParameter(parameter: ChartParameter): ApiParameter {
  const { name, label, depends_on, joined_by, values } = parameter;
  const all = values.map(({ value }) => value);
  const [first = '', last = ''] = [all[0], all.at(-1)];
  // Which periods and rows there are depends on the other choices.
  if (name === 'note') return toQueryParameter(name, `${label} Such as \`${first}\`.`, noteSchema);
  if (name === 'focus') {
    const meaning = `${label}; some of the series or rows shown, joined by \`~\`, such as ${all.slice(0, MOST_WORDED).join(', ')}.`;
    return toQueryParameter(name, meaning, { type: 'string' });
  }
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
    // What depends on another choice, or joins several values, is more than what can be listed.
    depends_on || !all.includes(parameter.default)
      ? { type: 'string', ...(all.length > 0 && { examples: all.slice(0, MOST_WORDED) }) }
      : { type: 'string', enum: all, default: parameter.default },
  );
}

/** More would make a description that nobody reads; they are values all the same. */
const MOST_WORDED = 8;
