/**
 * Lists of holders: an edition of the index, or another family of sources. One
 * list at a time; what may be added within it, and what must not.
 */
import { toLabels } from '@/data/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { HoldingRow } from '@/db/queries/holdings';
import { formatDate } from '@/units/period';

export type Family = HoldingRow['family'];

export const families = toLabels(gpuHoldings.columns.family);

/**
 * The family that answers who holds the most, chosen by what it covers: it alone counts
 * the whole fleets of the largest owners, each machine once and in one unit. However
 * new an edition of another list is, it does not take its place.
 */
export const WHOLE_FLEETS = 'epoch-owners' satisfies Family;

/** Sorts the family of whole fleets before all others, which it leaves as they are. */
export const byCoverage = (a: Family, b: Family): number =>
  Number(b === WHOLE_FLEETS) - Number(a === WHOLE_FLEETS);

/** What a list covers and what it leaves out: said wherever it is ranked. */
export const coverage = {
  'index-edition':
    'Clusters that became public, as Air Street Capital’s State of AI index counts them. Clouds’ own totals are not in it, so the largest fleets stand far too low or not at all.',
  'index-notes':
    'What the State of AI index prints beside its bars: tenants, and Chinese holders that it does not chart.',
  'epoch-clusters': 'Single clusters that became known to Epoch AI; whole fleets are larger.',
  'epoch-owners':
    'Epoch AI models deliveries to the largest owners; nothing is retired. The rest of the world stands in its remainders “Other” and “China”, which are no organizations and are not ranked; CoreWeave and xAI are parts of “Other”.',
  'epoch-fleet-totals':
    'Whole fleets, rounded by the press and in Epoch AI’s analyses. What tenants use counts machines of their hosts again.',
  'omdia-purchases': 'What Omdia estimates was bought in one year, not what stands there.',
  'gpus-per-student': 'University clusters that GPUsPerStudent collected.',
  statement: 'Single statements of owners and of the press.',
} satisfies Record<Family, string>;

/** What a list lacks most, in a few words for subtitles and sentences. */
export const absences: Readonly<Partial<Record<Family, string>>> = {
  'index-edition': 'clouds’ own totals not included',
  'epoch-clusters': 'whole fleets not included',
  'epoch-owners': 'rest of the world not ranked',
};

export const statuses = toLabels(gpuHoldings.columns.status);

export const categories = toLabels(gpuHoldings.columns.category);

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

interface Named {
  readonly family: Family;
  readonly edition: string | null;
}

/** "State of AI index of publicly documented clusters, Aug 2026", or the family's name. */
export function formatList(list: Named): string {
  const name = families[list.family];
  return list.edition === null ? name : `${name}, ${formatEdition(list)}`;
}

/** "Aug 2026": an edition where the list is named beside it. */
export function formatEdition({ edition }: Named): string {
  const parts = /^soai-(\d{4}-\d{2}(?:-\d{2})?)(-v0)?$/.exec(edition ?? '');
  return parts ? `${formatDate(parts[1]!)}${parts[2] ? ', first chart' : ''}` : (edition ?? '');
}

/** How a sentence begins that speaks of a list: "By Epoch AI’s model, Google …". */
export function formatAmong({ family }: Named): string {
  return among[family] ?? 'On this list';
}

const among: Readonly<Partial<Record<Family, string>>> = {
  'index-edition': 'Among publicly documented clusters',
  'epoch-clusters': 'Among single clusters that Epoch AI knows',
  'epoch-owners': 'By Epoch AI’s model',
};

/**
 * Only these families count machines once, so that an organization's rows may be
 * added: an edition's bars, Epoch's clusters without their earlier phases, and its
 * model, which splits each owner's deliveries by chip.
 */
export function isAddable(family: Family): boolean {
  return family === 'index-edition' || family === 'epoch-clusters' || family === 'epoch-owners';
}

/** The unit in which a list is shown unless another is asked for. */
export function toOwnUnit(family: Family): 'count' | 'h100e-stated' {
  return family === 'epoch-owners' || family === 'epoch-fleet-totals' ? 'h100e-stated' : 'count';
}
