/**
 * How rankings are worded, in drawings, tables and sentences alike: the name and amount of an
 * entry; a list's title, the state of what it counts, what it covers and what is missing.
 */

import { ALL } from '@/address/choices';
import type { VendorLook } from '@/db/queries/names';
import { formatCountry, formatValue, type Unit } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toFigureKind, toKindOf } from '@/views/row-figures';
import { H100_EQUIVALENT } from './conversion';
import {
  categories,
  formatList,
  isOfPurchases,
  listFamilies,
  statuses,
  WHOLE_FLEETS,
} from './holder-lists';
import type { HolderRanking } from './holder-ranking';
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
  const parts = [row.cluster, isAlone ? null : row.chip_name, formatHoldingDate(row)];
  return `${row.organization_name} · ${parts.filter(Boolean).join(', ')}`;
}

/** The day; of purchases the year in which they were made. */
export function formatHoldingDate({ counts, as_of }: NamedHolding): string {
  return counts === 'yearly-purchases' ? as_of.slice(0, 4) : formatDate(as_of);
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
export function formatHolderRange(holder: Amount, unit: Unit): string | null {
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
  const range = formatHolderRange(holder, unit);
  return formatAmount(holder, unit) + (range ? ` (${range})` : '');
}

const groupWords = { organization: '', country: ' by country', category: ' by category' } as const;

/** `chip`: the one asked for; null for all. */
export function toTitle({ list, rows, group }: HolderRanking, chip: string | null): string {
  const what = chip ? `${chip} accelerators` : 'accelerators';
  const by = groupWords[group];
  if (isOfPurchases(rows)) return `${what[0]!.toUpperCase()}${what.slice(1)} bought in a year${by}`;
  if (list.family === WHOLE_FLEETS) return `Owners of ${what}${by}, as Epoch AI models them`;
  if (list.family === 'index-edition') {
    return `Publicly documented clusters: owners of ${what}${by}`;
  }
  return `Owners of ${what}${by}`;
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

/** A sentence or two on what the list covers; `lookOf` knows the vendors. */
export function describeCoverage(
  { list, rows }: HolderRanking,
  lookOf: (vendor: string) => VendorLook,
): string[] {
  const makers = [...new Set(rows.map(({ chip_vendor }) => lookOf(chip_vendor).label))];
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
      'The index does not chart most Chinese owners; it prints them next to its bars.',
    ];
  }
  if (isThere) return [];
  return [
    'without China',
    list.family === WHOLE_FLEETS
      ? 'China is no owner of this list: the model knows it as a remainder.'
      : 'Most clusters in China are not named, so China is missing from this ranking.',
  ];
}

/** Whether ends of several ranges were added up somewhere in a ranking. */
export function hasAddedRanges({ holders }: HolderRanking): boolean {
  return holders.some(({ low, high, rows }) => low !== null && high !== null && rows.length > 1);
}

export const COUNTRIES = 'Countries are those of the owners’ seats, not of their machines.';

export const OUTER_RANGES =
  'Ranges are outer ranges: the 5% and 95% ends of single chips added up, which is wider than the 5–95% range of the sum.';

/** What holds for all counts of owners, said at the end of pages of them. */
export const aboutOwners = [
  'Modeled fleets (Epoch AI, owners): chips delivered to the largest owners, from revenue and purchase data. Nothing is retired. Medians with 90% intervals.',
  'Named clusters (State of AI Compute Index; Epoch AI, clusters): what became public. Google and Amazon publish no totals and are mostly missing, and so are most clusters in China.',
  'Data centers (Epoch AI): large sites, from satellite images, permits and filings.',
  'These count many of the same chips, so they are never added.',
  'H100-equivalents weigh chips by peak speed. Memory and networking are left out.',
  'An owner may rent its chips out: Anthropic uses chips of Amazon, Google and xAI.',
];
