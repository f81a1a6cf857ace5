/** The answer that a ranking gives, in sentences: who leads, as far as that can be said. */
import { formatRank } from '@/charts/rank';
import { formatValue } from '@/units/format-value';
import { toKindOf } from '../figure-kind';
import { joinSentences } from '../sentences';
import { ALL } from './filter';
import type { HolderRanking } from './holder-ranking';
import { formatHolder, formatWhen, isOfPurchases } from './holder-words';
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
  const sentences =
    holders.length === 0
      ? ['This list names nobody that fits.']
      : !addable
        ? [describeLargest(holders[0]!, words)]
        : asked.q !== ''
          ? holders.slice(0, MOST_FOUND).map((one) => describeFound(one, words))
          : asked.status === ALL
            ? [describeLead(running, words), describePlan(holders, words)]
            : [describeLead(holders, words)];
  return joinSentences(
    ...sentences,
    waiting > 0 &&
      `${waiting} more ${waiting === 1 ? 'entry is' : 'entries are'} announced or being installed.`,
  );
}

const MOST_FOUND = 2;

interface Words {
  readonly ranking: HolderRanking;
  readonly asked: Asked;
}

/** "230,000 accelerators"; "more than 3 TB" or "up to" where only one end is known. */
function formatAmount(
  { value, low, high, rows }: Holder,
  { ranking: { unit }, asked }: Words,
): string {
  const isLowerEnd = low !== null && high === null;
  const text = formatValue(isLowerEnd ? low : value, unit.unit, toKindOf(rows));
  const what =
    unit.unit === 'accelerators'
      ? ` ${asked.chip ?? 'accelerators'}`
      : unit.unit === 'H100-equivalents'
        ? ` ${unit.unit}`
        : '';
  const bound = isLowerEnd ? 'more than ' : low === null && high !== null ? 'up to ' : '';
  return `${bound}${text}${what}`;
}

function describeLargest(top: Holder, words: Words): string {
  const { ranking } = words;
  const [first] = top.rows;
  const bought = isOfPurchases(ranking.rows) ? ` bought in ${formatWhen(first)}` : '';
  return `The largest figure is ${formatAmount(top, words)}${bought}: ${formatHolder(top, ranking)}.`;
}

/** Of what words found: its place among all, not among what was found. */
function describeFound(one: Holder, words: Words): string {
  const place = one.rank
    ? `is number ${formatRank(one.rank)} of ${words.asked.isWhole ? 'the list' : 'this selection'}`
    : 'is on the list';
  return `${formatHolder(one, words.ranking)} ${place} with ${formatAmount(one, words)}.`;
}

function describeLead(holders: readonly Holder[], words: Words): string | null {
  const [top, second] = holders;
  if (!top) return null;
  const name = (holder: Holder) => formatHolder(holder, words.ranking);
  const amount = (holder: Holder) => formatAmount(holder, words);
  if (top.status !== 'operational') {
    const ahead = second ? `, ahead of ${name(second)} with ${amount(second)}` : '';
    return `${second ? 'The largest: ' : ''}${name(top)}, with ${amount(top)}${ahead}.`;
  }
  if ((top.rank?.worst ?? 1) <= 1) {
    const ahead = second ? `, ahead of ${name(second)} with ${amount(second)}` : '';
    return `${name(top)} leads with ${amount(top)}${ahead}.`;
  }
  const cut = [top, ...holders.filter((one) => one !== top && mayExceed(one, top))]
    .filter(({ missing, low, high }) => missing.length > 0 && low !== null && high === null)
    .map(name);
  return cut.length > 0
    ? `Who leads is open: ${name(top)} has ${amount(top)}, but of ${listFew(cut)} some machines are left out.`
    : `${name(top)} may lead with ${amount(top)}, but ranges overlap${second ? `: ${name(second)} has ${amount(second)}` : ''}.`;
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
    ? `The largest plan: ${formatHolder(plan, words.ranking)}, with ${formatAmount(plan, words)}.`
    : null;
}
