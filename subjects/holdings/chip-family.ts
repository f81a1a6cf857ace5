/** Where a chip stands among the others. */
import type { Orm } from '@/db/connection';
import { type ChipRow, listChips } from '../chips/queries';

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
