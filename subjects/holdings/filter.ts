/**
 * Which rows of a list a visitor asks for. Words choose what is shown of a ranking,
 * not what it counts, so they are asked apart from the rest.
 */

import { ALL } from '@/address/choices';
import { formatCountry } from '@/units/format-value';
import type { ChipTree } from '../chips/chip-tree';
import type { NamedHolding } from './queries';

export interface HoldingFilter {
  /** A chip or anything wider, up to the architecture. */
  readonly chip: string;
  readonly status: string;
  readonly category: string;
  readonly kind: string;
  readonly country: string;
  /** Words that must all occur in name, cluster, country or chip of one of its rows. */
  readonly q: string;
  /** Organizations that the words name in another spelling: "open ai", a ticker. */
  readonly called?: readonly string[];
}

export const NO_FILTER: HoldingFilter = {
  chip: ALL,
  status: ALL,
  category: ALL,
  kind: ALL,
  country: ALL,
  q: '',
};

export type Dimension = Exclude<keyof HoldingFilter, 'q' | 'called'>;

/** Whether a row fits but for the words. What is gone stands with what it was. */
export function fitsFilter(row: NamedHolding, filter: HoldingFilter, tree: ChipTree): boolean {
  return DIMENSIONS.every((dimension) => {
    const wanted = filter[dimension];
    return wanted === ALL || listValues(row, dimension, tree).includes(wanted);
  });
}

const DIMENSIONS = ['chip', 'status', 'category', 'kind', 'country'] as const;

/** The options a row counts for: one, but for chips all that hold its chip. */
export function listValues(
  row: NamedHolding,
  dimension: Dimension,
  tree: ChipTree,
): readonly string[] {
  if (dimension === 'chip') return tree.listWider(row.chip);
  if (dimension === 'status') return [wasBefore[row.status] ?? row.status];
  return [dimension === 'kind' ? row.organization_kind : row[dimension]];
}

const wasBefore: Readonly<Partial<Record<NamedHolding['status'], string>>> = {
  retired: 'operational',
  'given-up': 'announced',
};

/** Whether every word occurs in name, cluster, country or chip, or all of them call the holder. */
export function matchesWords(
  row: NamedHolding,
  { q, called = [] }: Pick<HoldingFilter, 'q' | 'called'>,
): boolean {
  if (q === '' || called.includes(row.organization)) return true;
  const { organization, organization_name, cluster, country, chip_name } = row;
  const text = [
    organization_name,
    cluster,
    country,
    formatCountry(country),
    chip_name,
    organization,
  ]
    .join(' ')
    .toLowerCase();
  return q
    .toLowerCase()
    .split(' ')
    .every((word) => text.includes(word));
}
