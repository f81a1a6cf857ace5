/** Parameters as the description of the API has them, and those of a chart, from what it offers now. */
import { snapshotParameter } from '@/address/frozen-links';
import type { Parameters, Schema } from '@/address/parameters';
import { formatPeriod } from '@/units/period';
import type { ChartView } from '@/views/chart-view';

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

/** In the order of the address: choices, then series, focus and time of a picture over time. */
export function listChartParameters({ offered, scope }: ChartView): ChartParameter[] {
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
  if (!scope) return choices;
  const whole = { default: '', depends_on: null };
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
      name: 'focus',
      label: 'Series for which the others step back',
      ...whole,
      joined_by: null,
      values: scope.series.map(({ id, label }) => ({ value: id, label })),
    },
    {
      name: 'time',
      label: 'Time',
      ...whole,
      joined_by: '..',
      values: scope.time.periods.map((value) => ({ value, label: formatPeriod(value) })),
    },
  ];
}

/** A parameter of one chart; what depends on another one is not listed. */
export function toChartParameter(parameter: ChartParameter): ApiParameter {
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
    // What depends on another choice, or joins several values, is more than what can be listed.
    depends_on || !all.includes(parameter.default)
      ? { type: 'string', ...(all.length > 0 && { examples: all.slice(0, MOST_WORDED) }) }
      : { type: 'string', enum: all, default: parameter.default },
  );
}

/** More would make a description that nobody reads; they are values all the same. */
const MOST_WORDED = 8;
