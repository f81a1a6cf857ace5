/**
 * What one organization has, had and is to get, machine by machine, with what each
 * source says of it side by side. Figures are gathered, never added: the same
 * machines recur in every edition and source.
 */

import { group } from 'd3-array';
import { formatDate } from '@/units/period';
import { isGone } from './exclusion';
import { families, formatEdition } from './holder-lists';
import type { NamedHolding } from './queries';

export type MachineState = 'has' | 'coming' | 'had' | 'other';

/** One number that one or several rows give. */
export interface StatedFigure {
  /** The newest of the rows. */
  readonly row: NamedHolding;
  /** Who gives it, newest first; editions of the index that follow each other are one. */
  readonly sayers: readonly { readonly label: string; readonly row: NamedHolding }[];
  /** Whether it was given for the same time as the first figure, which it contradicts. */
  readonly isRival: boolean;
}

export interface Machine {
  readonly key: string;
  readonly state: MachineState;
  readonly chip: string;
  readonly chip_name: string;
  /** The shortest name any source gives it; null for figures of no named machine. */
  readonly name: string | null;
  /** Different numbers, newest first. */
  readonly figures: readonly [StatedFigure, ...StatedFigure[]];
}

/**
 * Machines by state, then the largest first. `rows` are of one organization,
 * newest first; `newestEdition` is the newest edition of the index that is known as
 * a whole: what the index only listed before it, the organization had.
 */
export function listMachines(
  rows: readonly NamedHolding[],
  newestEdition: string | null,
): Machine[] {
  const found: NamedHolding[][] = [];
  for (const row of rows) {
    const same = found.find(([first]) => first !== undefined && isSame(first, row));
    if (same) same.push(row);
    else found.push([row]);
  }
  return found
    .map((own) => toMachine(own as [NamedHolding, ...NamedHolding[]], newestEdition))
    .map((machine) =>
      machine.state === 'coming' && isDone(machine.figures[0].row, rows)
        ? { ...machine, state: 'had' as const }
        : machine,
    )
    .sort(
      (a, b) =>
        states.indexOf(a.state) - states.indexOf(b.state) ||
        b.figures[0].row.accelerators - a.figures[0].row.accelerators ||
        a.key.localeCompare(b.key),
    );
}

/** Whether a later row has in operation, by the same name, all that the plan spoke of. */
function isDone(plan: NamedHolding, rows: readonly NamedHolding[]): boolean {
  return rows.some(
    (row) =>
      row.status === 'operational' &&
      row.counts === 'stock' &&
      row.as_of > plan.as_of &&
      row.chip === plan.chip &&
      row.accelerators >= plan.accelerators &&
      row.cluster !== null &&
      plan.cluster !== null &&
      isSameName(row.cluster, plan.cluster),
  );
}

const states: readonly MachineState[] = ['has', 'coming', 'had', 'other'];

/** Whether two rows speak of the same machine, or of the whole fleet in the same sense. */
function isSame(one: NamedHolding, other: NamedHolding): boolean {
  const isOfOneKind =
    one.chip === other.chip && toPhase(one) === toPhase(other) && one.counts === other.counts;
  if (!isOfOneKind) return false;
  if (one.cluster === null || other.cluster === null) {
    return one.cluster === other.cluster && toSense(one.family) === toSense(other.family);
  }
  return isSameName(one.cluster, other.cluster);
}

const toPhase = ({ status }: NamedHolding) => (status === 'operational' ? 'now' : status);

/** A count that somebody stated; models, totals and purchases count something else each. */
function toSense(family: NamedHolding['family']): string {
  const isStated = family === 'index-edition' || family === 'index-notes' || family === 'statement';
  return isStated ? STATED : family;
}

const STATED = 'stated';

/**
 * "Polaris" is "Argonne NL Polaris", and "Tesla Cortex Phase 1" is "Cortex": without its
 * phase, one name ends with all words of the other.
 */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [one, other].map(
    (name) => ` ${name.toLowerCase().replace(/\W+phase \d+$/, '')}`,
  ) as [string, string];
  return a.endsWith(b) || b.endsWith(a);
}

function toMachine(
  rows: readonly [NamedHolding, ...NamedHolding[]],
  newestEdition: string | null,
): Machine {
  const [newest] = rows;
  const byNumber = group(rows, ({ accelerators, accelerators_low, accelerators_high }) =>
    [accelerators, accelerators_low, accelerators_high].join(' '),
  );
  const [first, ...others] = [...byNumber.values()] as [NamedHolding[], ...NamedHolding[][]];
  const figures = [
    toFigure(first, false),
    ...others.map((one) => toFigure(one, isOfSameTime(first, one))),
  ] as const;
  const names = rows.flatMap(({ cluster }) => cluster ?? []);
  return {
    key: newest.holding,
    state: toState(rows, newestEdition),
    chip: newest.chip,
    chip_name: newest.chip_name,
    name: names.toSorted((a, b) => a.length - b.length)[0] ?? null,
    figures,
  };
}

/** Whether the times overlap for which two numbers were given; each newest first. */
function isOfSameTime(one: readonly NamedHolding[], other: readonly NamedHolding[]): boolean {
  const [from, to] = [one.at(-1)!.as_of, one[0]!.as_of];
  return other.at(-1)!.as_of <= to && other[0]!.as_of >= from;
}

function toState(rows: readonly NamedHolding[], newestEdition: string | null): MachineState {
  const [{ status, counts }] = rows as [NamedHolding];
  if (counts !== 'stock' && counts !== 'use' && counts !== 'earlier-phase') return 'other';
  if (isGone({ status })) return 'had';
  if (status !== 'operational') return 'coming';
  if (counts === 'earlier-phase') return 'had';
  const isOfIndex = rows.some(({ family }) => family === 'index-edition');
  const isListed = rows.some(({ edition }) => edition === newestEdition);
  const others = rows.filter(({ family }) => toSense(family) !== STATED);
  return isOfIndex && !isListed && others.length === 0 ? 'had' : 'has';
}

function toFigure(rows: readonly NamedHolding[], isRival: boolean): StatedFigure {
  const editions = rows.filter(({ family }) => family === 'index-edition');
  const [last, first] = [editions[0], editions.at(-1)];
  const sayers = [
    ...(last && first ? [{ label: toSpan(first, last), row: last }] : []),
    ...rows
      .filter(({ family }) => family !== 'index-edition')
      .map((row) => ({ label: `${families[row.family]}, ${formatDate(row.as_of)}`, row })),
  ];
  return {
    row: rows[0]!,
    sayers: sayers.sort((a, b) => b.row.as_of.localeCompare(a.row.as_of)),
    isRival,
  };
}

/** "State of AI index, Nov 2022 – Feb 2024": of one machine nothing more need be said. */
function toSpan(first: NamedHolding, last: NamedHolding): string {
  const [from, to] = [formatEdition(first), formatEdition(last)];
  return `State of AI index, ${from === to ? to : `${from} – ${to}`}`;
}
