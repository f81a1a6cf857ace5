/** What an organisation has by what is newest of it, in a sentence. */
import type { NamedHolding } from '@/db/queries/holdings';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toKindOf } from '../figure-kind';
import { formatList, isAddable, statuses, toListSlug } from '../holder-lists';
import { H100_EQUIVALENT } from './conversion';
import { isGone, splitCounted } from './exclusion';

/**
 * "The newest list has 65,152 accelerators in operation, 49,152 H100 and 16,000 A100 …":
 * together where that list counts each machine once, else the newest single count.
 * `rows` are all of the organisation's, newest first.
 */
export function describeOrganization(name: string, rows: readonly NamedHolding[]): string {
  const known = rows.filter((row) => !isGone(row));
  const running = known.filter(({ status }) => status === 'operational');
  const [newest] = running.length > 0 ? running : known;
  if (!newest) return `No source gives a count for ${name}.`;
  const where = `(${formatDate(newest.as_of)}, ${formatList(newest)})`;
  const kinds = new Set(rows.map(({ family }) => family)).size;
  const all = `${rows.length} ${rows.length === 1 ? 'figure' : 'figures'} from ${kinds} ${kinds === 1 ? 'kind' : 'kinds'} of sources.`;
  const together = listTogether(newest, running);
  if (together.length > 1) return `The newest list has ${describeSum(together)} ${where}. ${all}`;
  const state = newest.status === 'operational' ? '' : `, ${statuses[newest.status].toLowerCase()}`;
  return `The newest count is ${formatCount(newest.accelerators, [newest])} ${newest.chip_name}${state} ${where}. ${all}`;
}

/** The rows that may be added to the newest; a unit of performance is no number of machines. */
function listTogether(newest: NamedHolding, running: readonly NamedHolding[]): NamedHolding[] {
  if (!isAddable(newest.family) || newest.status !== 'operational') return [];
  const own = running.filter((row) => toListSlug(row) === toListSlug(newest));
  return splitCounted(own).counted.filter(({ chip }) => chip !== H100_EQUIVALENT);
}

function describeSum(rows: readonly NamedHolding[]): string {
  const chips = new Map<string, number>();
  for (const { chip_name, accelerators } of rows) {
    chips.set(chip_name, (chips.get(chip_name) ?? 0) + accelerators);
  }
  const parts = [...chips].map(([chip, count]) => `${formatCount(count, rows)} ${chip}`);
  const [only, ...others] = parts as [string, ...string[]];
  if (others.length === 0) return `${only} in operation`;
  const total = [...chips.values()].reduce((sum, count) => sum + count, 0);
  return `${formatCount(total, rows)} accelerators in operation, ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const formatCount = (count: number, rows: readonly NamedHolding[]): string =>
  formatValue(count, 'accelerators', toKindOf(rows));
