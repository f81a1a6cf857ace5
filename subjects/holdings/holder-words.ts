/** How an entry of a ranking is named, in drawings, tables and sentences alike. */

import { formatValue, type Unit } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toFigureKind, toKindOf } from '@/views/row-kind';
import { H100_EQUIVALENT } from './conversion';
import { formatCountry } from './country';
import { categories, formatList, statuses } from './holder-lists';
import type { NamedHolding } from './queries';
import type { Grouping, Holder } from './ranking';

interface Words {
  readonly group: Grouping;
  readonly addable: boolean;
  /** Every row of the list. */
  readonly rows: readonly NamedHolding[];
}

/**
 * The name of an organization, country or category, and what is not in operation yet;
 * where rows stand alone also the machine, the day, and the chip of those that would
 * else be called the same.
 */
export function formatHolder(holder: Holder, { group, addable, rows }: Words): string {
  const { status, rows: own } = holder;
  const [first] = own;
  const name = addable ? toName(first, group) : toRowName(first, rows);
  const isProgram = own.every(({ counts }) => counts === 'programme');
  return [
    name,
    ...(status === 'operational' ? [] : [statuses[status].toLowerCase()]),
    ...(isProgram ? ['program'] : []),
  ].join(', ');
}

function toName(row: NamedHolding, group: Grouping): string {
  if (group === 'country') return formatCountry(row.country);
  return group === 'category' ? categories[row.category] : row.organization_name;
}

function toRowName(row: NamedHolding, rows: readonly NamedHolding[]): string {
  const isAlone = rows.every(
    (other) =>
      other === row ||
      other.organization !== row.organization ||
      other.cluster !== row.cluster ||
      other.chip === row.chip,
  );
  const parts = [row.cluster, isAlone ? null : row.chip_name, formatWhen(row)];
  return `${row.organization_name} · ${parts.filter(Boolean).join(', ')}`;
}

/** The day; of purchases the year in which they were made. */
export function formatWhen({ counts, as_of }: NamedHolding): string {
  return counts === 'yearly-purchases' ? as_of.slice(0, 4) : formatDate(as_of);
}

/** Whether a list counts what was bought in a year, not what stands there. */
export function isOfPurchases(rows: readonly NamedHolding[]): boolean {
  return rows.length > 0 && rows.every(({ counts }) => counts === 'yearly-purchases');
}

/** "5,408 A100, announced (…, Feb 2024)": a figure with what it is of and who says so. */
export function formatStated(row: NamedHolding): string {
  const { accelerators, chip, chip_name, status, counts, kind, as_of, edition } = row;
  const what = chip === H100_EQUIVALENT ? 'H100-equivalents' : chip_name;
  const state = status === 'operational' ? '' : `, ${statuses[status].toLowerCase()}`;
  const use = counts === 'use' ? ' in use, not owned' : '';
  const who = formatList(row) + (edition === null ? `, ${formatDate(as_of)}` : '');
  return `${formatValue(accelerators, 'accelerators', toFigureKind(kind))} ${what}${use}${state} (${who})`;
}

type Amount = Pick<Holder, 'value' | 'low' | 'high' | 'rows'>;

/** "230,000"; "more than 3 TB" or "up to" where only one end is known. */
export function formatAmount({ value, low, high, rows }: Amount, unit: Unit): string {
  const isLowerEnd = low !== null && high === null;
  const text = formatValue(isLowerEnd ? low : value, unit, toKindOf(rows));
  const bound = isLowerEnd ? 'more than ' : low === null && high !== null ? 'up to ' : '';
  return bound + text;
}

/**
 * "outer range 3.8m–6.4m": what the ends are is said, because sums of ends are wider
 * than the range of the sum. Null where only one end is known, or none.
 */
export function formatRange(holder: Amount, unit: Unit): string | null {
  const ends = formatEnds(holder, unit);
  return ends && `${holder.rows.length > 1 ? 'outer range' : 'range'} ${ends}`;
}

/** "3.8m–6.4m": for a column whose header says what they are. Null as above. */
export function formatEnds({ low, high, rows }: Amount, unit: Unit): string | null {
  if (low === null || high === null) return null;
  const say = (end: number) => formatValue(end, unit, toKindOf(rows));
  return `${say(low)}–${say(high)}`;
}

/** "5.0m (outer range 3.8m–6.4m)": the amount with its range, where it has one. */
export function formatAmountInRange(holder: Amount, unit: Unit): string {
  const range = formatRange(holder, unit);
  return formatAmount(holder, unit) + (range ? ` (${range})` : '');
}
