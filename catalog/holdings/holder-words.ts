/** How an entry of a ranking is named, in drawings, tables and sentences alike. */
import type { NamedHolding } from '@/db/queries/holdings';
import { formatDate } from '@/units/period';
import { categories, statuses } from '../holder-lists';
import { formatCountry } from './country';
import type { Grouping, Holder } from './ranking';

interface Words {
  readonly group: Grouping;
  readonly addable: boolean;
  /** Every row of the list. */
  readonly rows: readonly NamedHolding[];
}

/**
 * The name of an organisation, country or category, and what is not in operation yet;
 * where rows stand alone also the machine, the day, and the chip of those that would
 * else be called the same.
 */
export function formatHolder(holder: Holder, { group, addable, rows }: Words): string {
  const { status, rows: own } = holder;
  const [first] = own;
  const name = addable ? toName(first, group) : toRowName(first, rows);
  const isProgramme = own.every(({ counts }) => counts === 'programme');
  return [
    name,
    ...(status === 'operational' ? [] : [statuses[status].toLowerCase()]),
    ...(isProgramme ? ['programme'] : []),
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
