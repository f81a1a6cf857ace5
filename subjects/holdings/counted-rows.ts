/** The address of the rows behind a sum, and of no others. */

import { toEvidenceHref, toRowsHref } from '@/address/evidence-address';
import type { CellValue } from '@/data/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { NamedHolding } from './queries';

/** What tells rows apart, the most telling first; more than one list never stands in one sum. */
const COLUMNS = [
  'family',
  'edition',
  'organization',
  'status',
  'counts',
  'chip',
  'category',
  'cluster',
] as const;

/**
 * The page of the one row, else the dataset's table with the fewest filters that show
 * the counted rows. Null where no filters show them alone. `list` holds every row of
 * their list.
 */
export function toCountedHref(
  counted: readonly [NamedHolding, ...NamedHolding[]],
  list: readonly NamedHolding[],
): string | null {
  const [first, ...others] = counted;
  if (others.length === 0) return toEvidenceHref(gpuHoldings, first);
  const filters: Record<string, CellValue> = {};
  let shown = list;
  for (const column of COLUMNS) {
    if (others.some((row) => row[column] !== first[column])) continue;
    const fewer = shown.filter((row) => row[column] === first[column]);
    // The list is not part of what is compared, so its columns always stand.
    if (fewer.length === shown.length && column !== 'family' && column !== 'edition') continue;
    if (first[column] !== null || column !== 'edition') filters[column] = first[column];
    shown = fewer;
  }
  return shown.length === counted.length ? toRowsHref(gpuHoldings, filters) : null;
}
