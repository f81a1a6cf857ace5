/**
 * What a list of holders is called and what must be said of it: its title, the state of
 * what it counts, what it covers, what is missing, and what its ranges are.
 */

import { formatDate } from '@/units/period';
import { ALL } from './filter';
import { listFamilies, statuses, WHOLE_FLEETS } from './holder-lists';
import type { HolderRanking } from './holder-ranking';
import { isOfPurchases } from './holder-words';
import type { NamedHolding } from './queries';

const groupWords = { organization: '', country: ' by country', category: ' by category' } as const;

/** `chip`: the one asked for; null for all. */
export function toTitle({ list, rows, group }: HolderRanking, chip: string | null): string {
  const what = chip ? `${chip} accelerators` : 'accelerators';
  const by = groupWords[group];
  if (isOfPurchases(rows)) return `${what[0]!.toUpperCase()}${what.slice(1)} bought in a year${by}`;
  if (list.family === WHOLE_FLEETS) return `Owners of ${what}${by}, as Epoch AI models them`;
  if (list.family === 'index-edition') {
    return `Publicly documented clusters: holders of ${what}${by}`;
  }
  return `Holders of ${what}${by}`;
}

/** The unit and what the figures are of: "Accelerators in operation". */
export function describeState(ranking: HolderRanking, status: string): string {
  const { unit, unitName } = ranking;
  const isPlain = unitName === 'count' || unitName === 'h100e-stated';
  const name = unitName === 'h100e-stated' ? unit.unit : unit.label;
  return `${name}${isPlain ? ' ' : ', '}${toState(ranking, status)}`;
}

function toState({ list, rows }: HolderRanking, status: string): string {
  if (isOfPurchases(rows)) return 'bought in the year named';
  if (list.family === WHOLE_FLEETS) {
    return `delivered through ${formatDate(findNewest(rows))}, nothing retired`;
  }
  return status === ALL
    ? 'in operation; lighter: being installed or announced'
    : statuses[status as keyof typeof statuses].toLowerCase();
}

/** The last day of which rows speak. */
export function findNewest(rows: readonly Pick<NamedHolding, 'as_of'>[]): string {
  return rows.map(({ as_of }) => as_of).reduce((a, b) => (a > b ? a : b), '');
}

/** A sentence or two on what the list covers; `names` are those of vendors. */
export function describeCoverage(
  { list, rows }: HolderRanking,
  names: ReadonlyMap<string, string>,
): string[] {
  const makers = [...new Set(rows.map(({ chip_vendor }) => names.get(chip_vendor) ?? chip_vendor))];
  const covered =
    list.family === WHOLE_FLEETS
      ? ` Chips of ${makers.toSorted().join(', ')}; owners’ other chips are not covered.`
      : '';
  return [listFamilies[list.family].covers + covered];
}

/**
 * A map of the world without China says so, in the picture: in a few words, then in a
 * sentence. Empty where the list has Chinese holders.
 */
export function describeChina({ list, rows }: HolderRanking): [] | [string, string] {
  const isThere = rows.some(({ country }) => country === 'CN');
  if (list.family === 'index-edition') {
    return [
      isThere ? 'China nearly absent' : 'without China',
      'The index does not chart most Chinese holders; it prints them beside its bars.',
    ];
  }
  if (isThere) return [];
  return [
    'without China',
    list.family === WHOLE_FLEETS
      ? 'China is no owner of this list: the model knows it as a remainder.'
      : 'This list names no holder in China.',
  ];
}

/** Whether ends of several ranges were added up somewhere in a ranking. */
export function hasAddedRanges({ holders }: HolderRanking): boolean {
  return holders.some(({ low, high, rows }) => low !== null && high !== null && rows.length > 1);
}

export const COUNTRIES = 'Countries are those of the holders’ seats, not of their machines.';

export const OUTER_RANGES =
  'Ranges are outer ranges: the 5% and 95% ends of single chips added up, which is wider than the 5–95% range of the sum.';
