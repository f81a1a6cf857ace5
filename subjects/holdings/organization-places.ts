/**
 * Where an organization stands in the list that covers whole fleets and in the newest index of
 * publicly documented clusters: its figures, those around it, and both in a few sentences.
 * Pages take its figures from here, so that they are those of the rankings.
 */

import { formatRank } from '@/charts/model';
import type { Orm } from '@/db/orm';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toKindOf } from '@/views/row-figures';
import { joinSentences } from '@/views/sentences';
import type { CommonUnit } from './conversion';
import { isGone } from './exclusion';
import {
  formatEdition,
  formatList,
  listCompleteEditions,
  readDefaultList,
  toListSlug,
  WHOLE_FLEETS,
} from './holder-lists';
import { buildHolderRanking, type HolderRanking } from './holder-ranking';
import { findNewest, formatAmount, formatHolderRange, formatStated } from './holder-words';
import type { NamedHolding } from './queries';
import type { Holder } from './ranking';

interface Place {
  readonly ranking: HolderRanking;
  /** The parameter that shows the list. */
  readonly list: string;
  /** The organization's entry; null where the list has nothing of it in operation. */
  readonly holder: Holder | null;
}

interface OrganizationPlaces {
  /** In the list shown first, in its own unit; null where there is no list at all. */
  readonly fleet: Place | null;
  /** In the newest edition of the index that is known as a whole; null where there is none. */
  readonly documented: Place | null;
}

export async function readPlaces(orm: Orm, organization: string): Promise<OrganizationPlaces> {
  const [first, [edition]] = await Promise.all([readDefaultList(orm), listCompleteEditions(orm)]);
  const newest = edition ? toListSlug(edition) : '';
  const [fleet, documented] = await Promise.all([
    first === '' || first === newest ? null : readPlace(orm, first, organization),
    newest === '' ? null : readPlace(orm, newest, organization),
  ]);
  return { fleet, documented };
}

async function readPlace(orm: Orm, list: string, organization: string): Promise<Place> {
  const ranking = await buildHolderRanking(orm, { list, status: 'operational' });
  const holder = ranking.holders.find(({ key }) => key === organization) ?? null;
  return { ranking, list, holder };
}

export interface Neighbors {
  /** "Index, Aug 2026". */
  readonly label: string;
  /** The parameter that shows the whole list. */
  readonly list: string;
  readonly unit: CommonUnit;
  /** Largest first, the organization itself among them; empty where the list lacks it. */
  readonly holders: readonly (Holder & { readonly place: string; readonly isSelf: boolean })[];
}

const NEIGHBORS_EACH_WAY = 3;

/**
 * The organizations just above and below, in operation: in the list of whole fleets where
 * it is there, else in the newest index; null where there is no list.
 */
export function listNeighbors(
  { fleet, documented }: OrganizationPlaces,
  organization: string,
): Neighbors | null {
  const found = [fleet, documented].find((one) => one?.holder) ?? documented ?? fleet;
  if (!found) return null;
  const { list, ranking } = found;
  const { holders } = ranking;
  const place = holders.findIndex(({ key }) => key === organization);
  const start = Math.max(0, place - NEIGHBORS_EACH_WAY);
  const around = place < 0 ? [] : holders.slice(start, place + NEIGHBORS_EACH_WAY + 1);
  return {
    label: formatList(ranking.list),
    list,
    unit: ranking.unit,
    holders: around.map((holder) => ({
      ...holder,
      place: holder.rank ? formatRank(holder.rank) : '',
      isSelf: holder.key === organization,
    })),
  };
}

/**
 * "Epoch AI estimates 2.3m H100-equivalents (outer range 1.7m–3.1m) at Dec 31, 2025, …; named
 * clusters hold …". `rows` are all of the organization's, newest first.
 */
export function describeOrganization(
  name: string,
  { fleet, documented }: OrganizationPlaces,
  rows: readonly NamedHolding[],
): string {
  if (rows.every(isGone)) return `No source gives a count for ${name}.`;
  const isModeled = fleet?.ranking.list.family === WHOLE_FLEETS;
  return joinSentences(
    fleet?.holder && describeFleet(fleet, fleet.holder),
    documented?.holder
      ? describeDocumented(documented, documented.holder)
      : fleet?.holder
        ? documented &&
          `The State of AI index (${formatEdition(documented.ranking.list)}) has no named cluster of it in operation.`
        : describeNewest(rows),
    isModeled && !fleet.holder && `Epoch AI models no fleet of ${name}.`,
  );
}

/** What is estimated of its fleet, until when, and which place that is. */
function describeFleet({ ranking }: Place, holder: Holder): string {
  const { list, unit, holders } = ranking;
  const range = formatHolderRange(holder, unit.unit);
  const amount = `${formatAmount(holder, unit.unit)} ${unit.unit} (${range ?? 'no range given'})`;
  const place = holder.rank
    ? `, number ${formatRank(holder.rank)} of the ${holders.length} owners ranked`
    : '';
  const who = list.family === WHOLE_FLEETS ? 'Epoch AI estimates' : `${formatList(list)}:`;
  return `${who} ${amount} at ${formatDate(findNewest(holder.rows))}${place}.`;
}

/** "Named clusters hold 65,152 chips: 49,152 H100 and 16,000 A100 (State of AI index, Aug 2026)." */
function describeDocumented({ ranking: { list, unit } }: Place, holder: Holder): string {
  const chips = new Map<string, number>();
  for (const { chip_name, accelerators } of holder.rows) {
    chips.set(chip_name, (chips.get(chip_name) ?? 0) + accelerators);
  }
  const say = (count: number) => formatValue(count, 'accelerators', toKindOf(holder.rows));
  const parts = [...chips].map(([chip, count]) => `${say(count)} ${chip}`);
  const sum =
    parts.length === 1
      ? parts[0]
      : `${formatAmount(holder, unit.unit)} chips: ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `Named clusters hold ${sum} (State of AI index, ${formatEdition(list)}).`;
}

/** In operation before what is planned. */
function describeNewest(rows: readonly NamedHolding[]): string | null {
  const known = rows.filter((row) => !isGone(row));
  const newest = known.find(({ status }) => status === 'operational') ?? known[0];
  if (!newest) return null;
  return `The newest count is ${formatStated(newest)}.`;
}
