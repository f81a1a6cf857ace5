/**
 * Chips as a tree: a source may name an architecture, a model or a variant, and
 * whoever asks for Hopper wants the H100 rows too.
 */
import type { ChipRow } from '@/db/queries/chips';

export interface ChipTree {
  get(chip: string): ChipRow | undefined;
  /** The chip itself, then what holds it, up to its architecture's own parents. */
  listWider(chip: string): readonly string[];
  /** The variants that a model row holds, by slug. */
  listVariants(chip: string): readonly ChipRow[];
}

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
  return {
    get: (chip) => bySlug.get(chip),
    listWider: (chip) => wider.get(chip) ?? [chip],
    listVariants: (chip) =>
      chips.filter(({ parent, level }) => parent === chip && level === 'variant'),
  };
}
