/**
 * Organizations side by side, one list after the other: the same list for all of them, or
 * nothing is said. Counts of different lists never meet. What differs is said in sentences.
 */

import type { Orm } from '@/db/orm';
import type { FigureKind } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { toKindOf } from '@/views/row-figures';
import type { ChipTree } from '../chips/chip-tree';
import { H100_EQUIVALENT } from './conversion';
import { isGone, splitCounted, toCountedHref } from './exclusion';
import { NO_FILTER } from './filter';
import {
  findList,
  formatList,
  listCompleteEditions,
  listFamilies,
  readChipTree,
  readHoldings,
  toListSlug,
  WHOLE_FLEETS,
} from './holder-lists';
import { formatAmountInRange, formatStated } from './holder-words';
import {
  type HolderList,
  listHoldingsOfOrganization,
  listOrganizations,
  type NamedHolding,
} from './queries';
import { buildRanking, type Holder } from './ranking';

export interface ComparisonView {
  readonly organizations: readonly ComparedOrganization[];
  readonly lists: readonly ListComparison[];
  /** What differs, in sentences. */
  readonly differences: readonly string[];
}

/** Organizations in the order given; first the list of whole fleets, then the newest whole edition and Epoch's clusters. */
export async function getComparison(orm: Orm, slugs: readonly string[]): Promise<ComparisonView> {
  const [all, tree, editions] = await Promise.all([
    listOrganizations(orm),
    readChipTree(orm),
    listCompleteEditions(orm),
  ]);
  const newest = editions[0] ? [toListSlug(editions[0])] : [];
  const lists = await Promise.all(
    [WHOLE_FLEETS, ...newest, 'epoch-clusters'].map(async (slug) => ({
      list: await findList(orm, slug),
      rows: await readHoldings(orm, slug),
    })),
  );
  const organizations = await Promise.all(
    slugs.map(async (slug) => ({
      slug,
      name: all.find(({ organization }) => organization === slug)?.name ?? slug,
      rows: await listHoldingsOfOrganization(orm, slug),
    })),
  );
  const compared = compareInLists(slugs, lists, tree);
  return {
    organizations,
    lists: compared,
    differences: describeDifferences(organizations, compared),
  };
}

interface ComparedChip {
  readonly chip: string;
  readonly name: string;
  /** Accelerators in operation, in the order of the organizations; null: the list has none. */
  readonly counts: readonly (number | null)[];
  /** Where the rows of each count stand. */
  readonly evidence: readonly (string | null)[];
}

interface ListComparison extends Pick<HolderList, 'family' | 'edition'> {
  readonly list: string;
  readonly label: string;
  /** The chip held most first. */
  readonly chips: readonly ComparedChip[];
  /** What `equivalents` are: as the list states them, else by 16-bit rate. */
  readonly unitName: 'h100e-stated' | 'h100e-16bit';
  /** H100-equivalents, in the order of the organizations. */
  readonly equivalents: readonly (Holder | null)[];
  readonly equivalentsEvidence: readonly (string | null)[];
  /** Announced and being built, accelerators. */
  readonly coming: readonly number[];
  readonly comingEvidence: readonly (string | null)[];
  /** Of all these counts: a list counts in one way. */
  readonly kind: FigureKind;
}

/** Compares in each list that has at least one of the organizations; others are left out. */
function compareInLists(
  organizations: readonly string[],
  lists: readonly { readonly list: HolderList; readonly rows: readonly NamedHolding[] }[],
  tree: ChipTree,
): ListComparison[] {
  return lists.flatMap(({ list, rows }) => {
    const own = rows.filter(({ organization }) => organizations.includes(organization));
    if (own.length === 0 || !listFamilies[list.family].isAddable) return [];
    // Parts are parts whoever holds the whole, so the whole list decides what counts.
    const { counted } = splitCounted(rows);
    const ours = counted.filter(({ organization }) => organizations.includes(organization));
    const unit = listFamilies[list.family].unit === 'h100e-stated' ? 'h100e-stated' : 'h100e-16bit';
    const { holders } = buildRanking({
      ...{ rows: ours, tree, addable: true, group: 'organization', unit },
      filter: { ...NO_FILTER, status: 'operational' },
      minimum: 0,
    });
    const toEvidence = ([first, ...others]: readonly NamedHolding[]) =>
      first ? toCountedHref([first, ...others], rows) : null;
    const known = organizations.map((slug) => holders.find(({ key }) => key === slug) ?? null);
    const coming = organizations.map((slug) =>
      ours.filter((row) => row.organization === slug && row.status !== 'operational'),
    );
    return [
      {
        list: toListSlug(list),
        family: list.family,
        edition: list.edition,
        label: formatList(list),
        chips: listChips(organizations, ours, toEvidence),
        unitName: unit,
        equivalents: known,
        equivalentsEvidence: known.map((holder) => toEvidence(holder?.rows ?? [])),
        coming: coming.map(sum),
        comingEvidence: coming.map(toEvidence),
        kind: toKindOf(ours),
      },
    ];
  });
}

function listChips(
  organizations: readonly string[],
  rows: readonly NamedHolding[],
  toEvidence: (rows: readonly NamedHolding[]) => string | null,
): ComparedChip[] {
  const running = rows.filter(({ status }) => status === 'operational');
  const chips = new Map(running.map(({ chip, chip_name }) => [chip, chip_name]));
  return [...chips]
    .map(([chip, name]) => {
      const own = organizations.map((slug) =>
        running.filter((row) => row.chip === chip && row.organization === slug),
      );
      return {
        ...{ chip, name },
        counts: own.map((some) => (some.length > 0 ? sum(some) : null)),
        evidence: own.map(toEvidence),
      };
    })
    .sort((a, b) => Math.max(...b.counts.map(Number)) - Math.max(...a.counts.map(Number)));
}

const sum = (rows: readonly NamedHolding[]): number =>
  rows.reduce((total, { accelerators }) => total + accelerators, 0);

export interface ComparedOrganization {
  readonly slug: string;
  readonly name: string;
  /** All its rows, newest first. */
  readonly rows: readonly NamedHolding[];
}

/** Sentences list by list; an organization that no list has comes last, with its newest figure. */
function describeDifferences(
  organizations: readonly ComparedOrganization[],
  lists: readonly ListComparison[],
): string[] {
  return [
    ...lists.flatMap((list) => [
      ...describeSizes(organizations, list),
      ...describeKinds(organizations, list),
      ...describeComing(organizations, list),
    ]),
    ...describeAbsent(organizations, lists),
  ];
}

const known = (
  organizations: readonly ComparedOrganization[],
  { equivalents }: ListComparison,
): { name: string; holder: Holder }[] =>
  equivalents
    .flatMap((holder, index) => (holder ? [{ name: organizations[index]!.name, holder }] : []))
    .sort((a, b) => b.holder.value - a.holder.value);

/** "…: Tesla has 1.3 times the 16-bit rate of Meta." Overlapping ranges decide nothing. */
function describeSizes(
  organizations: readonly ComparedOrganization[],
  list: ListComparison,
): string[] {
  const [first, second, ...rest] = known(organizations, list);
  if (!first || !second) return [];
  const amount = ({ holder }: { holder: Holder }) =>
    formatAmountInRange(holder, 'H100-equivalents');
  const others = rest.map((one) => `${one.name} ${amount(one)}`).join(', ');
  const end = others ? `; then ${others}` : '';
  const isOpen = (first.holder.rank?.worst ?? 1) > 1;
  const both = `${first.name} ${amount(first)} and ${second.name} ${amount(second)} ${list.unitName === 'h100e-16bit' ? 'H100-equivalents (16-bit)' : 'H100-equivalents'} ${toState(list)}`;
  if (isOpen) {
    return [
      `${toName(list)}: ${both}, but their ranges overlap, so it is open who has more${end}.`,
    ];
  }
  const times = formatValue(
    first.holder.value / second.holder.value,
    'times',
    toKindOf([...first.holder.rows, ...second.holder.rows]),
  );
  return [`${toName(list)}: ${both}, ${times} as much${end}.`];
}

/** The list and, of one without whole fleets, what it lacks. */
const toName = ({ label, family }: ListComparison): string => {
  const absence = family === WHOLE_FLEETS ? undefined : listFamilies[family].lacks;
  return absence ? `${label} (${absence})` : label;
};

const toState = ({ family }: ListComparison): string =>
  family === WHOLE_FLEETS ? 'delivered so far' : 'in operation';

/** Chips that only one of them has. */
function describeKinds(
  organizations: readonly ComparedOrganization[],
  list: ListComparison,
): string[] {
  if (known(organizations, list).length < 2) return [];
  const alone = new Map<string, string[]>();
  for (const { chip, name, counts } of list.chips) {
    if (chip === H100_EQUIVALENT) continue;
    const holders = counts.flatMap((count, index) => (count === null ? [] : [index]));
    const [only] = holders;
    if (holders.length !== 1 || only === undefined) continue;
    const owner = organizations[only]!.name;
    alone.set(owner, [...(alone.get(owner) ?? []), name]);
  }
  const parts = [...alone].map(([owner, chips]) => `${owner} has ${chips.join(', ')}`);
  return parts.length > 0 ? [`${list.label}: alone among them, ${parts.join('; ')}.`] : [];
}

function describeComing(
  organizations: readonly ComparedOrganization[],
  list: ListComparison,
): string[] {
  const parts = list.coming.flatMap((count, index) =>
    count > 0
      ? [`${organizations[index]!.name} ${formatValue(count, 'accelerators', list.kind)}`]
      : [],
  );
  return parts.length > 0
    ? [`${list.label}: announced or being installed, and not counted above: ${parts.join(', ')}.`]
    : [];
}

/** Whoever is missing from a list, with the newest figure there is. */
function describeAbsent(
  organizations: readonly ComparedOrganization[],
  lists: readonly ListComparison[],
): string[] {
  return organizations.flatMap(({ name, rows }, index) => {
    const absent = lists.filter(({ equivalents }) => equivalents[index] === null);
    const known = rows.filter((row) => !isGone(row));
    const newest = known.find(({ status }) => status === 'operational') ?? known[0];
    if (!newest) return [`No source gives a count for ${name}.`];
    if (absent.length === 0) return [];
    return [
      `${name} has nothing in operation in ${absent.map(({ label }) => label).join(' and ')}. Its newest figure: ${formatStated(newest)}.`,
    ];
  });
}
