/** What differs between organizations, in sentences, from the figures of one list at a time. */

import { formatValue } from '@/units/format-value';
import { toKindOf } from '@/views/row-kind';
import type { ListComparison } from './compare';
import { H100_EQUIVALENT } from './conversion';
import { isGone } from './exclusion';
import { listFamilies, WHOLE_FLEETS } from './holder-lists';
import { formatAmountInRange, formatStated } from './holder-words';
import type { NamedHolding } from './queries';
import type { Holder } from './ranking';

export interface Compared {
  readonly slug: string;
  readonly name: string;
  /** All its rows, newest first. */
  readonly rows: readonly NamedHolding[];
}

/** Sentences list by list; an organization that no list has comes last, with its newest figure. */
export function describeDifferences(
  organizations: readonly Compared[],
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
  organizations: readonly Compared[],
  { equivalents }: ListComparison,
): { name: string; holder: Holder }[] =>
  equivalents
    .flatMap((holder, index) => (holder ? [{ name: organizations[index]!.name, holder }] : []))
    .sort((a, b) => b.holder.value - a.holder.value);

/** "…: Tesla has 1.3 times the 16-bit rate of Meta." Overlapping ranges decide nothing. */
function describeSizes(organizations: readonly Compared[], list: ListComparison): string[] {
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
function describeKinds(organizations: readonly Compared[], list: ListComparison): string[] {
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

function describeComing(organizations: readonly Compared[], list: ListComparison): string[] {
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
  organizations: readonly Compared[],
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
