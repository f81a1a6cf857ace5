/**
 * Chips as a tree: a source may name an architecture, a model or a variant, and whoever
 * asks for Hopper wants the H100 rows too. And one chip's place in it.
 */

import type { Orm } from '@/db/orm';
import { type ChipRow, listChips } from './queries';

export interface ChipTree {
  get(chip: string): ChipRow | undefined;
  /** The chip itself, then what holds it, up to its architecture's own parents. */
  listWider(chip: string): readonly string[];
  /** The chip itself and everything that it holds: what is wider to them. */
  listNarrower(chip: string): readonly string[];
  /** The variants that a model row holds, by slug. */
  listVariants(chip: string): readonly ChipRow[];
  /**
   * Whether a count of the first may hold some of the second without telling how
   * many: counted together, named by something wider only, or not told apart at all.
   */
  mayInclude(counted: string, chip: string): boolean;
}

/** Chips that sources count together, besides those that their parents hold. */
export const COUNTED_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'h100-h200': ['h100', 'h200'],
  'b100-b200-b300': ['b100', 'b200', 'b300'],
  'trainium-inferentia': ['trainium1', 'trainium2', 'trainium3', 'inferentia1', 'inferentia2'],
};

/** Accelerators of whatever kind, not told apart. */
export const MIXED = 'gpu-mixed';

export function buildChipTree(chips: readonly ChipRow[]): ChipTree {
  const bySlug = new Map(chips.map((row) => [row.chip, row]));
  const wider = new Map<string, readonly string[]>();
  const climb = (chip: string, seen: Set<string>) => {
    if (seen.has(chip)) return;
    seen.add(chip);
    const row = bySlug.get(chip);
    if (row?.parent) climb(row.parent, seen);
    if (row?.architecture) climb(row.architecture, seen);
  };
  for (const { chip } of chips) {
    const seen = new Set<string>();
    climb(chip, seen);
    wider.set(chip, [...seen]);
  }
  const listWider = (chip: string) => wider.get(chip) ?? [chip];
  return {
    get: (chip) => bySlug.get(chip),
    listWider,
    listNarrower: (chip) => [...wider].flatMap(([one, held]) => (held.includes(chip) ? [one] : [])),
    listVariants: (chip) =>
      chips.filter(({ parent, level }) => parent === chip && level === 'variant'),
    mayInclude: (counted, chip) => {
      if (listWider(counted).includes(chip)) return false;
      if (counted === MIXED || listWider(chip).includes(counted)) return true;
      const together = COUNTED_TOGETHER[counted] ?? [];
      return together.some((one) => listWider(one).includes(chip));
    },
  };
}

export interface ChipFamily {
  /** The wider rows that hold the chip, nearest first. */
  readonly ancestors: readonly ChipRow[];
  /** The rows below the chip at any depth, by launch, undated ones last. */
  readonly descendants: readonly ChipRow[];
  /** Buckets of the same architecture that count the chip together with others. */
  readonly buckets: readonly ChipRow[];
  readonly predecessor: ChipRow | null;
  readonly successors: readonly ChipRow[];
}

/** A chip's family; what came before or after it is null or empty where nobody says. */
export async function getChipFamily(orm: Orm, chip: ChipRow): Promise<ChipFamily> {
  const all = await listChips(orm);
  const bySlug = new Map(all.map((row) => [row.chip, row]));
  const descendants = sortByLaunch(
    all.filter((row) => listAncestors(row, bySlug).some((above) => above.chip === chip.chip)),
  );
  const own = new Set([chip, ...descendants].map((row) => row.chip));
  return {
    ancestors: listAncestors(chip, bySlug),
    descendants,
    // A bucket's slug lists its chips: h100-h200.
    buckets: all.filter(
      (row) =>
        row.level === 'bucket' &&
        row.chip !== chip.chip &&
        row.vendor === chip.vendor &&
        chip.level === 'model' &&
        row.chip.split('-').includes(chip.chip),
    ),
    predecessor: (chip.predecessor !== null && bySlug.get(chip.predecessor)) || null,
    successors: sortByLaunch(
      all.filter(
        (row) => row.predecessor !== null && own.has(row.predecessor) && !own.has(row.chip),
      ),
    ),
  };
}

/** By parents alone; a row's architecture is not always one of them. */
function listAncestors({ parent }: ChipRow, bySlug: ReadonlyMap<string, ChipRow>): ChipRow[] {
  const above = parent === null ? undefined : bySlug.get(parent);
  return above ? [above, ...listAncestors(above, bySlug)] : [];
}

function sortByLaunch(rows: readonly ChipRow[]): ChipRow[] {
  return rows.toSorted((a, b) => (a.launch_date ?? '9').localeCompare(b.launch_date ?? '9'));
}
