/**
 * Which rows of a list a visitor asks for. One dimension can be left aside, so that
 * its options can say how many organisations each would show.
 */
import type { NamedHolding } from '@/db/queries/holdings';
import type { ChipTree } from './chip-tree';
import { formatCountry } from './country';

export interface HoldingFilter {
  /** A chip or anything wider, up to the architecture. */
  readonly chip: string;
  readonly status: string;
  readonly category: string;
  readonly kind: string;
  readonly country: string;
  /** Words that must all occur in name, cluster, country or chip. */
  readonly q: string;
}

/** The value of a dimension that leaves nothing out. */
export const ALL = 'all';

export const NO_FILTER: HoldingFilter = {
  chip: ALL,
  status: ALL,
  category: ALL,
  kind: ALL,
  country: ALL,
  q: '',
};

type Dimension = Exclude<keyof HoldingFilter, 'q'>;

/** Whether a row fits, with one dimension left aside on request. */
export function fitsFilter(
  row: NamedHolding,
  filter: HoldingFilter,
  tree: ChipTree,
  aside?: Dimension,
): boolean {
  for (const dimension of DIMENSIONS) {
    const wanted = filter[dimension];
    if (dimension === aside || wanted === ALL) continue;
    if (!listValues(row, dimension, tree).includes(wanted)) return false;
  }
  return matchesWords(row, filter.q);
}

const DIMENSIONS = ['chip', 'status', 'category', 'kind', 'country'] as const;

/** The options a row counts for: one, but for chips all that hold its chip. */
function listValues(row: NamedHolding, dimension: Dimension, tree: ChipTree): readonly string[] {
  if (dimension === 'chip') return tree.listWider(row.chip);
  return [dimension === 'kind' ? row.organization_kind : row[dimension]];
}

function matchesWords(row: NamedHolding, q: string): boolean {
  if (q === '') return true;
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

/** How many organisations each option of a dimension would show, the other filters as they are. */
export function countFacet(
  rows: readonly NamedHolding[],
  filter: HoldingFilter,
  tree: ChipTree,
  dimension: Dimension,
): Map<string, number> {
  const found = new Map<string, Set<string>>();
  const add = (value: string, organization: string) => {
    const members = found.get(value) ?? new Set();
    found.set(value, members.add(organization));
  };
  for (const row of rows) {
    if (!fitsFilter(row, filter, tree, dimension)) continue;
    add(ALL, row.organization);
    for (const value of listValues(row, dimension, tree)) add(value, row.organization);
  }
  return new Map([...found].map(([value, members]) => [value, members.size]));
}
