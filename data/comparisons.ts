/**
 * Filters of rows by more than one value: `accelerators__gte=1000`, `as_of__lt=2024-06`. No column
 * has two underscores in its name, so that one name says column and comparison.
 */
import type { Column, Columns } from './contract';

export type Comparison = 'gt' | 'gte' | 'lt' | 'lte';

/** What each asks of a number and of a date, as a sentence has it: "is at least". */
export const COMPARISONS: Readonly<Record<Comparison, { number: string; date: string }>> = {
  gt: { number: 'more than', date: 'after' },
  gte: { number: 'at least', date: 'from' },
  lt: { number: 'less than', date: 'before' },
  lte: { number: 'at most', date: 'until' },
};

/** Whether values of the column are larger and smaller than others. */
const isOrdered = ({ type }: Column): boolean =>
  type === 'integer' || type === 'number' || type === 'date';

export const toFilterName = (column: string, comparison: Comparison): string =>
  `${column}__${comparison}`;

/** Without a comparison, rows with exactly the value are meant. */
export function readFilterName(name: string): { column: string; comparison: Comparison | null } {
  const [column = name, comparison] = name.split('__');
  const isKnown = comparison !== undefined && Object.hasOwn(COMPARISONS, comparison);
  return { column, comparison: isKnown ? (comparison as Comparison) : null };
}

/** The names of all filters, in the order of the columns. */
export function listFilterNames(columns: Columns): string[] {
  const comparisons = Object.keys(COMPARISONS) as Comparison[];
  return Object.entries(columns).flatMap(([name, column]) => [
    name,
    ...(isOrdered(column) ? comparisons.map((one) => toFilterName(name, one)) : []),
  ]);
}

/** "Accelerators: at least 1000"; null asks for blanks. */
export function wordFilter(columns: Columns, name: string, value: string | number | null): string {
  const { column, comparison } = readFilterName(name);
  const found = columns[column];
  const words = comparison
    ? COMPARISONS[comparison][found?.type === 'date' ? 'date' : 'number']
    : '';
  return `${found?.label ?? column}: ${[words, value ?? 'blank'].filter((part) => part !== '').join(' ')}`;
}
