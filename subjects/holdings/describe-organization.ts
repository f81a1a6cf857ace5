/**
 * What an organization holds, in a few sentences: first what the list of whole fleets
 * says or that it does not cover it, then what the index of documented clusters has,
 * else the newest single count.
 */
import { formatRank } from '@/charts/rank';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toKindOf } from '@/views/row-kind';
import { joinSentences } from '@/views/sentences';
import { isGone } from './exclusion';
import { formatEdition, formatList, listFamilies, WHOLE_FLEETS } from './holder-lists';
import { formatAmount, formatRange, formatStated } from './holder-words';
import { findNewest } from './list-words';
import type { NamedHolding } from './queries';
import type { Holder } from './ranking';
import type { Place, Standing } from './standing';

/** `rows` are all of the organization's, newest first. */
export function describeOrganization(
  name: string,
  { fleet, documented }: Standing,
  rows: readonly NamedHolding[],
): string {
  if (rows.every(isGone)) return `No source gives a count for ${name}.`;
  const kinds = new Set(rows.map(({ family }) => family)).size;
  return joinSentences(
    fleet && describeFleet(name, fleet),
    documented?.holder
      ? describeDocumented(documented, documented.holder, Boolean(fleet?.holder))
      : fleet?.holder
        ? documented &&
          `The State of AI index (${formatEdition(documented.ranking.list)}) has nothing of it in operation; it lists publicly documented clusters, not whole fleets.`
        : describeNewest(rows),
    `${rows.length} ${rows.length === 1 ? 'figure' : 'figures'} from ${kinds} ${kinds === 1 ? 'kind' : 'kinds'} of sources.`,
  );
}

/**
 * "By Epoch AI’s model, Google holds 5.0m H100-equivalents (outer range 3.8m–6.5m),
 * delivered through 31 Dec 2025: number 1–2 of the 7 owners ranked."
 */
function describeFleet(name: string, { ranking, holder }: Place): string {
  const { list, unit, holders } = ranking;
  if (!holder) {
    return list.family === WHOLE_FLEETS
      ? `Epoch AI’s model of the largest owners does not cover ${name}.`
      : `${formatList(list)}: nothing of ${name} in operation.`;
  }
  const range = formatRange(holder, unit.unit);
  const amount = `${formatAmount(holder, unit.unit)} ${unit.unit} (${range ?? 'no range given'})`;
  const when = `delivered through ${formatDate(findNewest(holder.rows))}`;
  const place = holder.rank
    ? `: number ${formatRank(holder.rank)} of the ${holders.length} owners ranked`
    : '';
  return `${listFamilies[list.family].among}, ${name} holds ${amount}, ${when}${place}.`;
}

/**
 * "Its publicly documented clusters, not its whole fleet, have 65,152 accelerators in
 * operation, 49,152 H100 and 16,000 A100 (State of AI index, Aug 2026)."
 */
function describeDocumented(
  { ranking: { list, unit } }: Place,
  holder: Holder,
  isOfFleet: boolean,
): string {
  const chips = new Map<string, number>();
  for (const { chip_name, accelerators } of holder.rows) {
    chips.set(chip_name, (chips.get(chip_name) ?? 0) + accelerators);
  }
  const say = (count: number) => formatValue(count, 'accelerators', toKindOf(holder.rows));
  const parts = [...chips].map(([chip, count]) => `${say(count)} ${chip}`);
  const sum =
    parts.length === 1
      ? `${parts[0]} in operation`
      : `${formatAmount(holder, unit.unit)} accelerators in operation, ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  const part = isOfFleet ? ', not its whole fleet,' : '';
  return `Its publicly documented clusters${part} have ${sum} (State of AI index, ${formatEdition(list)}).`;
}

/** In operation before what is planned. */
function describeNewest(rows: readonly NamedHolding[]): string | null {
  const known = rows.filter((row) => !isGone(row));
  const newest = known.find(({ status }) => status === 'operational') ?? known[0];
  if (!newest) return null;
  return `The newest count is ${formatStated(newest)}.`;
}
