/**
 * Lists of holders: an edition of the index, or another family of sources. One
 * list at a time; what may be added within it, and what must not.
 */
import type { HoldingRow } from '@/db/queries/holdings';
import { formatDate } from '@/units/period';

export type Family = HoldingRow['family'];

export const families = {
  'index-edition': 'State of AI Compute Index',
  'index-notes': 'Notes of the index',
  'epoch-clusters': 'Epoch AI, clusters',
  'epoch-owners': 'Epoch AI, model of owners',
  'epoch-fleet-totals': 'Epoch AI, fleet totals',
  'omdia-purchases': 'Omdia, purchases of a year',
  'gpus-per-student': 'GPUs per student',
  statement: 'Statements',
} satisfies Record<Family, string>;

export const statuses = {
  operational: 'In operation',
  'under-construction': 'Being installed',
  announced: 'Announced',
  retired: 'Retired',
  'given-up': 'Plan given up',
} satisfies Record<HoldingRow['status'], string>;

export const categories = {
  'public-cloud': 'Public cloud',
  'private-cloud': 'Private cloud',
  'national-hpc': 'National HPC',
  university: 'University',
  unknown: 'Unknown',
} satisfies Record<HoldingRow['category'], string>;

/**
 * The parameter value of a list: the edition's slug, or the family's. What an
 * edition prints beside its bars is a list of its own.
 */
export function toListSlug({
  family,
  edition,
}: {
  family: Family;
  edition: string | null;
}): string {
  if (edition === null) return family;
  return family === 'index-edition' ? edition : `${edition}-notes`;
}

/** "Index, Aug 2026" or the family's name. */
export function formatList({
  family,
  edition,
}: {
  family: Family;
  edition: string | null;
}): string {
  if (edition === null) return families[family];
  const parts = /^soai-(\d{4}-\d{2}(?:-\d{2})?)(-v0)?$/.exec(edition);
  const suffix = family === 'index-edition' ? '' : ', notes beside the bars';
  return parts
    ? `Index, ${formatDate(parts[1]!)}${parts[2] ? ', first chart' : ''}${suffix}`
    : edition + suffix;
}

/**
 * Only these families count machines once, so that an organisation's rows may be
 * added: an edition's bars, Epoch's clusters without their earlier phases, and its
 * model, which splits each owner's deliveries by chip.
 */
export function isAddable(family: Family): boolean {
  return family === 'index-edition' || family === 'epoch-clusters' || family === 'epoch-owners';
}
