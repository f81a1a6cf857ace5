/** The answer that a ranking gives, in sentences: who leads, as far as that can be said. */

import { ALL } from '@/address/choices';
import { formatRank, toStart } from '@/charts/model';
import { formatValue } from '@/units/format-value';
import { joinSentences } from '@/views/sentences';
import { H100_EQUIVALENT } from './conversion';
import { isOfPurchases, listFamilies } from './holder-lists';
import type { HolderRanking } from './holder-ranking';
import {
  formatAmount,
  formatAmountInRange,
  formatHolder,
  formatHolderRange,
  formatHoldingDate,
} from './holder-words';
import type { Holder } from './ranking';

interface Asked {
  /** The name of the chip asked for; null for all. */
  readonly chip: string | null;
  readonly status: string;
  /** Words searched for; empty: none. */
  readonly q: string;
  /** Whether no other filter is set. */
  readonly isWhole: boolean;
}

export function describeHolders(ranking: HolderRanking, asked: Asked): string {
  const { holders, addable, waiting } = ranking;
  const running = holders.filter(({ status }) => status === 'operational');
  const words = { ranking, asked };
  const absence = listFamilies[ranking.list.family].lacks;
  const sentences =
    holders.length === 0
      ? ['This list names no one that fits.']
      : !addable
        ? [describeLargest(holders[0]!, words)]
        : asked.q !== ''
          ? holders.slice(0, MOST_FOUND).map((one) => describeFound(one, words))
          : asked.status === ALL
            ? [describeLead(running, words), describePlan(holders, words)]
            : [describeLead(holders, words)];
  return joinSentences(
    ...sentences,
    addable && holders.length > 0 && absence !== undefined && `${toStart(absence)}.`,
    waiting > 0 &&
      `${waiting} more ${waiting === 1 ? 'entry is' : 'entries are'} announced or being installed.`,
  );
}

const MOST_FOUND = 2;

interface Words {
  readonly ranking: HolderRanking;
  readonly asked: Asked;
}

/** "230,000 accelerators"; the chip asked for in place of the unit. */
function formatNamed(holder: Holder, { ranking: { unit }, asked }: Words): string {
  const what =
    unit.unit === 'accelerators'
      ? ` ${asked.chip ?? 'accelerators'}`
      : unit.unit === 'H100-equivalents'
        ? ` ${unit.unit}`
        : '';
  return formatAmount(holder, unit.unit) + what;
}

/** The same with its range, where it has one. */
function formatInRange(holder: Holder, words: Words): string {
  const range = formatHolderRange(holder, words.ranking.unit.unit);
  return formatNamed(holder, words) + (range ? ` (${range})` : '');
}

function describeLargest(top: Holder, words: Words): string {
  const { ranking } = words;
  const [first] = top.rows;
  const bought = isOfPurchases(ranking.rows) ? ` bought in ${formatHoldingDate(first)}` : '';
  return `The largest figure is ${formatNamed(top, words)}${bought}: ${formatHolder(top, ranking)}.`;
}

/** Of what words found: its place among all, not among what was found. */
function describeFound(one: Holder, words: Words): string {
  const place = one.rank
    ? `is number ${formatRank(one.rank)} of ${words.asked.isWhole ? 'the list' : 'this selection'}`
    : 'is on the list';
  return `${formatHolder(one, words.ranking)} ${place} with ${formatNamed(one, words)}.`;
}

function describeLead(holders: readonly Holder[], words: Words): string | null {
  const [top, second] = holders;
  if (!top) return null;
  const { ranking } = words;
  const among = `${listFamilies[ranking.list.family].among}, `;
  const name = (holder: Holder) => formatHolder(holder, words.ranking);
  const amount = (holder: Holder) => formatNamed(holder, words);
  if (top.status !== 'operational') {
    const ahead = second ? `, ahead of ${name(second)} with ${amount(second)}` : '';
    return `${among}${second ? 'the largest is ' : ''}${name(top)}, with ${amount(top)}${ahead}.`;
  }
  if ((top.rank?.worst ?? 1) <= 1) {
    const ahead = second
      ? `, ahead of ${name(second)} with ${formatAmountInRange(second, ranking.unit.unit)}`
      : '';
    if (!second && ranking.group === 'country') {
      return `${among}all owners ranked have their seat in one country, ${name(top)}: ${formatInRange(top, words)}.`;
    }
    return `${among}${name(top)} leads with ${formatInRange(top, words)}${ahead}${describeUnranked(top, second, words)}.`;
  }
  const cut = [top, ...holders.filter((one) => one !== top && mayExceed(one, top))]
    .filter(({ missing, low, high }) => missing.length > 0 && low !== null && high === null)
    .map(name);
  return cut.length > 0
    ? `${among}who leads is open: ${name(top)} has ${amount(top)}, but of ${listFew(cut)} some machines are left out.`
    : `${among}${name(top)} may lead with ${formatInRange(top, words)}${second ? `, ahead of ${name(second)} with ${formatAmountInRange(second, ranking.unit.unit)}` : ''}; the ranges overlap${describeUnranked(top, second, words)}.`;
}

/** Whoever is stated in H100-equivalents as large as the second is named, not passed over. */
function describeUnranked(top: Holder, second: Holder | undefined, { ranking }: Words): string {
  if (ranking.group !== 'organization' || ranking.unitName !== 'count') return '';
  const apart = ranking.leftOut
    .map(({ row }) => row)
    .filter(
      ({ chip, status, accelerators }) =>
        chip === H100_EQUIVALENT && status === top.status && accelerators >= (second?.value ?? 0),
    )
    .map(
      ({ organization_name, accelerators }) =>
        `${organization_name} (${formatValue(accelerators, 'H100-equivalents')} H100-equivalents)`,
    );
  return apart.length > 0 ? `. Stated in another unit and not ranked: ${apart.join(', ')}` : '';
}

function mayExceed(one: Holder, top: Holder): boolean {
  const most = one.high ?? (one.low === null ? one.value : Number.POSITIVE_INFINITY);
  return most > (top.low ?? top.value);
}

function listFew(names: readonly string[]): string {
  const [first, second, ...rest] = names;
  if (second === undefined) return first!;
  return rest.length > 0 ? `${first}, ${second} and ${rest.length} more` : `${first} and ${second}`;
}

/** The largest of what does not run yet, which is ahead of nobody. */
function describePlan(holders: readonly Holder[], words: Words): string | null {
  const plan = holders.find(({ status }) => status !== 'operational');
  return plan
    ? `The largest plan: ${formatHolder(plan, words.ranking)}, with ${formatNamed(plan, words)}.`
    : null;
}
