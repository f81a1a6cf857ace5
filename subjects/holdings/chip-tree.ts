/**
 * Chips as a tree: a source may name an architecture, a model or a variant, and
 * whoever asks for Hopper wants the H100 rows too.
 */
import type { ChipRow } from '../chips/queries';

export interface ChipTree {
  get(chip: string): ChipRow | undefined;
  /** The chip itself, then what holds it, up to its architecture's own parents. */
  listWider(chip: string): readonly string[];
  /** The variants that a model row holds, by slug. */
  listVariants(chip: string): readonly ChipRow[];
  /**
   * Whether a count of the first may hold some of the second without telling how
   * many: counted together, named by something wider only, or not told apart at all.
   */
  mayInclude(counted: string, chip: string): boolean;
}

/** Chips that sources count together, beside those that their parents hold. */
export const COUNTED_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'h100-h200': ['h100', 'h200'],
  'b100-b200-b300': ['b100', 'b200', 'b300'],
  'trainium-inferentia': ['trainium1', 'trainium2', 'trainium3', 'inferentia1', 'inferentia2'],
};

/** Accelerators of whatever kind, not told apart. */
const MIXED = 'gpu-mixed';

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
