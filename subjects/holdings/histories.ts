/**
 * Organizations' figures over time, one family of sources at a time: editions of the index
 * from its complete lists, clusters as they began, every other family from its own history.
 * Whatever counts something else than before starts anew. The same lines stand behind one
 * organization and behind several.
 */

import { hasValue, type Point, type Series } from '@/charts/model';
import type { Orm } from '@/db/orm';
import { formatValue, type Unit } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { describeChange } from '@/views/sentences';
import {
  buildClusterLine,
  buildHistoryLine,
  buildIndexLine,
  buildStatedLine,
  type LineRequest,
  listSpans,
} from './history-lines';
import {
  type Family,
  listCompleteEditions,
  readHoldings,
  readLists,
  toListSlug,
} from './holder-lists';
import { listHistory, type NamedHistory, type NamedHolding } from './queries';

type LineRow = Pick<
  NamedHistory,
  | 'organization'
  | 'family'
  | 'chip'
  | 'chip_name'
  | 'chip_vendor'
  | 'as_of'
  | 'accelerators'
  | 'accelerators_low'
  | 'accelerators_high'
  | 'h100e'
  | 'h100e_low'
  | 'h100e_high'
>;

export interface Histories {
  /** The rows behind all lines. */
  readonly rows: readonly LineRow[];
  /** Oldest first; empty where the family has nothing of the organization and chip. */
  readonly build: (family: Family, request: LineRequest) => Point[];
  /** Chips of which a statement on all that an organization has precedes or follows the index. */
  readonly listStatedChips: (organization: string) => readonly string[];
  /**
   * What was publicly known at each time, oldest first: editions of the index, before and after
   * them single statements. Ends with a gap on the day of the newest edition that could list
   * it and does not.
   */
  readonly buildStated: (request: LineRequest) => Point[];
}

// A connection lives as long as its snapshot, and takes this with it.
const known = new WeakMap<Orm, Promise<Histories>>();

export function readHistories(orm: Orm): Promise<Histories> {
  const found = known.get(orm) ?? gather(orm);
  known.set(orm, found);
  return found;
}

async function gather(orm: Orm): Promise<Histories> {
  const [editions, clusters, all, stated] = await Promise.all([
    listCompleteEditions(orm).then((lists) =>
      Promise.all(lists.map((list) => readHoldings(orm, toListSlug(list)))),
    ),
    readHoldings(orm, 'epoch-clusters'),
    listHistory(orm),
    readStatements(orm),
  ]);
  const history = all.filter(({ family }) => !OF_LISTS.includes(family));
  const runs = ({ status, counts }: NamedHolding) => status === 'operational' && counts === 'stock';
  return {
    rows: [
      ...editions.flat().filter(runs),
      ...listSpans(clusters).map(({ row }) => row),
      ...history,
    ],
    build: (family, request) => {
      if (family === 'index-edition') return buildIndexLine(editions, request);
      if (family === 'epoch-clusters') return buildClusterLine(clusters, request);
      return buildHistoryLine(
        history.filter((row) => row.family === family),
        request,
      );
    },
    listStatedChips: (organization) =>
      [
        ...new Set(stated.flatMap((row) => (row.organization === organization ? row.chip : []))),
      ].filter((chip) =>
        editions.flat().some((row) => row.organization === organization && row.chip === chip),
      ),
    buildStated: (request) => buildStatedLine(editions, stated, request),
  };
}

/** Of all that an owner has of a chip, not of a cluster by name; plans are none. */
async function readStatements(orm: Orm): Promise<NamedHolding[]> {
  const isThere = (await readLists(orm)).some(({ family }) => family === 'statement');
  if (!isThere) return [];
  return (await readHoldings(orm, 'statement')).filter(
    ({ status, counts, cluster }) =>
      status === 'operational' && counts === 'stock' && cluster === null,
  );
}

/** Families whose lists themselves are the history. */
const OF_LISTS: readonly Family[] = ['index-edition', 'epoch-clusters'];

/** Families whose chips may be added: each machine counts once. */
const SUMMABLE: readonly Family[] = ['epoch-owners', ...OF_LISTS];

export function isSummable(family: Family): boolean {
  return SUMMABLE.includes(family);
}

/** Slugs of the organizations with a chip of which a family knows more than one day. */
export async function listOrganizationsWithLines(orm: Orm): Promise<ReadonlySet<string>> {
  const { rows } = await readHistories(orm);
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const { organization, family, chip, as_of } of rows) {
    const key = [organization, family, chip].join(' ');
    const day = first.get(key) ?? as_of;
    first.set(key, day);
    if (day !== as_of || !OF_LISTS.includes(family)) found.add(organization);
  }
  return found;
}

/** How to read the lines of a family. */
export function explainFamily(family: Family): string {
  return explanations[family] ?? 'Figures of different machines are not joined.';
}

const explanations: Readonly<Partial<Record<Family, string>>> = {
  'index-edition':
    'A point is an edition of the index that is known as a whole: what it lists in operation. The charts of 2022 to 2024 list A100 alone. A line breaks where an edition does not list the organization, or no longer lists a part of what the one before did.',
  'epoch-clusters':
    'Clusters in operation are added up as they began; a later phase replaces the one before. For most, the day they were switched off is not published; those known to be gone are left out.',
  'epoch-owners':
    'Epoch AI models cumulative deliveries; nothing is retired. Bars are its 5–95% ranges; summed over chips the ends are added, an outer range that is wider than the range of the sum.',
  'epoch-fleet-totals':
    'Whole fleets; figures are joined by straight lines, nothing is known in between.',
};

/**
 * "Meta rose from … to …"; of a line that starts anew nothing of the kind is said, only
 * its first and its last figure. Null when the series has no figure.
 */
export function describeLine(series: Series, unit: Unit): string | null {
  const points = series.points.filter(hasValue);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  if (!points.slice(1).some(({ startsAnew }) => startsAnew)) return describeChange(series, unit);
  const say = ({ value, period, kind }: typeof first) =>
    `${formatValue(value, unit, kind)} on ${formatDate(period.label)}`;
  return `${series.label}: ${say(first)} and ${say(last)}, counted differently.`;
}
