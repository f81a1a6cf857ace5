/** How much of all AI compute the owners of the list of whole fleets have. */
import { ownerTotals } from '@/data/owner-totals/contract';
import { findRows, hasTable } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { readHoldings, readLists, toListSlug, WHOLE_FLEETS } from './holder-lists';

interface Coverage {
  readonly owners: number;
  /** Of the whole model, China and the rest of the world included; percent. */
  readonly share: number;
  /** H100-equivalents of the owners, and of the whole model. */
  readonly owned: number;
  readonly whole: number;
  readonly asOf: string;
}

/**
 * Null where the model's remainders are not known. An owner that is counted apart from the
 * model, from its sites, is in no remainder, so it is added to the whole as well.
 */
export async function readCoverage(orm: Orm): Promise<Coverage | null> {
  const isThere = (await readLists(orm)).some((one) => toListSlug(one) === WHOLE_FLEETS);
  if (!isThere || !hasTable(orm, ownerTotals)) return null;
  const [fleets, totals] = await Promise.all([
    readHoldings(orm, WHOLE_FLEETS),
    findRows(orm, ownerTotals, {}, ['as_of', 'owner', 'vendor']),
  ]);
  const asOf = totals.at(-1)?.as_of;
  if (asOf === undefined) return null;
  const newest = totals.filter((row) => row.as_of === asOf);
  const named = newest.filter(({ organization }) => organization !== null);
  const modeled = new Set(named.map(({ organization }) => organization));
  const apart = fleets.filter(({ organization }) => !modeled.has(organization));
  const owned = add(named) + add(apart);
  const whole = add(newest) + add(apart);
  return {
    owners: new Set([...modeled, ...apart.map(({ organization }) => organization)]).size,
    share: (owned / whole) * 100,
    ...{ owned, whole, asOf },
  };
}

const add = (rows: readonly { readonly h100e: number | null }[]): number =>
  rows.reduce((sum, { h100e }) => sum + (h100e ?? 0), 0);

/** "These 7 own about 80% of the AI compute in Epoch AI’s model, …" */
export function describeCoverageOf({ owners, share, owned, whole, asOf }: Coverage): string {
  const say = (value: number) => formatValue(value, 'H100-equivalents', 'modeled');
  return `These ${owners} own about ${formatPercent(share)} of the AI compute in Epoch AI’s model: ${say(owned)} of ${say(whole)} H100-equivalents on ${formatDate(asOf)}, China and the rest of the world included.`;
}

const formatPercent = (value: number) => formatValue(Math.round(value), '%');
