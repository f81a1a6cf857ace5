/** What can be asked of a chart by its address, from its declaration and what it offers now. */
import type { ChartView } from '@/catalog/view';
import { formatPeriod } from '@/units/period';

export interface ChartParameter {
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

/** In the order of the address: choices, then the series and the time of a picture over time. */
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
      name: 'time',
      label: 'Time',
      ...whole,
      joined_by: '..',
      values: scope.time.periods.map((value) => ({ value, label: formatPeriod(value) })),
    },
  ];
}
