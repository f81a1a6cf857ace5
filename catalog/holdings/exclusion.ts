/**
 * Which rows of a list stay out of its sums, and why. An accelerator is counted
 * once: with its owner where the list has the owner, else with whoever uses it.
 */
import type { NamedHolding } from '@/db/queries/holdings';

export interface LeftOut {
  readonly row: NamedHolding;
  readonly reason: string;
}

/** The rows to add and those left out, both in the order given. */
export function splitCounted(rows: readonly NamedHolding[]): {
  counted: NamedHolding[];
  leftOut: LeftOut[];
} {
  const bySlug = new Map(rows.map((row) => [row.holding, row]));
  const counted: NamedHolding[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of rows) {
    const reason = explainExclusion(row, bySlug);
    if (reason === null) counted.push(row);
    else leftOut.push({ row, reason });
  }
  return { counted, leftOut };
}

/** Null where the row belongs in a sum. */
function explainExclusion(
  row: NamedHolding,
  bySlug: ReadonlyMap<string, NamedHolding>,
): string | null {
  if (row.counts !== 'stock') return reasons[row.counts];
  const whole = row.part_of === null ? undefined : bySlug.get(row.part_of);
  // What runs today of a site that is still being built is not in the site's plan twice:
  // plan and operation are never added.
  return whole?.status === row.status ? 'part of another row that is counted' : null;
}

const reasons: Record<Exclude<NamedHolding['counts'], 'stock'>, string> = {
  use: 'a tenant’s use of machines that count with their owner',
  'yearly-purchases': 'purchases of one year, not a stock',
  'capacity-on-offer': 'a size on offer, not an installed cluster',
  programme: 'a programme whose members stand in other rows',
  'earlier-phase': 'an earlier phase, contained in a later one',
};

/** Counted rows whose owner and user differ, and with whom they count. */
export function describeLeases(counted: readonly NamedHolding[]): string[] {
  return counted.flatMap((row) => {
    const what = row.cluster ? ` (${row.cluster})` : '';
    if (row.host_name) {
      return [`${row.organization_name}${what}: owned by ${row.host_name}, counted here once`];
    }
    if (row.tenant_name) {
      return [
        `${row.organization_name}${what}: used by ${row.tenant_name}, counted with the owner`,
      ];
    }
    return [];
  });
}
