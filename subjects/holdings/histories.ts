/**
 * Organizations' figures over time, one family of sources at a time: editions of the index
 * from its complete lists, clusters as they began, every other family from its own history.
 * Whatever counts something else than before starts anew. The same lines stand behind one
 * organization and behind several.
 */

import { ALL } from '@/address/choices';
import { toEvidenceHref, toRowsHref } from '@/address/links';
import { hasValue, type Point, type Series } from '@/charts/model';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import type { Orm } from '@/db/connection';
import { formatValue, type Unit } from '@/units/format-value';
import { formatDate, parsePeriod } from '@/units/period';
import { toFigureKind } from '@/views/row-figures';
import { describeChange } from '@/views/sentences';
import type { Measure, Measured } from './conversion';
import { isGone, splitCounted, toCountedHref } from './exclusion';
import {
  categories,
  type Family,
  listCompleteEditions,
  readHoldings,
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
}

// A connection lives as long as its snapshot, and takes this with it.
const known = new WeakMap<Orm, Promise<Histories>>();

export function readHistories(orm: Orm): Promise<Histories> {
  const found = known.get(orm) ?? gather(orm);
  known.set(orm, found);
  return found;
}

async function gather(orm: Orm): Promise<Histories> {
  const [editions, clusters, all] = await Promise.all([
    listCompleteEditions(orm).then((lists) =>
      Promise.all(lists.map((list) => readHoldings(orm, toListSlug(list)))),
    ),
    readHoldings(orm, 'epoch-clusters'),
    listHistory(orm),
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
  };
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

interface LineRequest {
  readonly organization: string;
  /** A chip, or `all` for their sum. */
  readonly chip: string;
  /** Whether figures are shown as their source states them, not converted. */
  readonly isStated: boolean;
  readonly measure: Measure;
}

/**
 * What runs by each edition, oldest first; an edition without the organization is
 * a gap between two with it. All chips together are asked only of editions that list more than one. A
 * point starts anew where a part that the edition before listed is gone: nobody
 * says whether machines went or the list counts otherwise.
 */
export function buildIndexLine(
  editions: readonly (readonly NamedHolding[])[],
  request: LineRequest,
): Point[] {
  let before: NamedHolding[] = [];
  const points = editions
    .filter((rows) => request.chip !== ALL || new Set(rows.map((row) => row.chip)).size > 1)
    .toSorted((a, b) => a[0]!.as_of.localeCompare(b[0]!.as_of))
    .map((rows): Point => {
      const own = splitCounted(rows).counted.filter(
        (row) => row.status === 'operational' && isAsked(row, request),
      );
      const parts = own.map(toPart);
      const startsAnew = before.some((row) => !parts.includes(toPart(row)));
      if (own.length > 0) before = own;
      return toPoint(rows[0]!.as_of, own, { request, rows, startsAnew });
    });
  // Before its first figure and after its last there is nothing to break.
  return points.slice(points.findIndex(hasValue), points.findLastIndex(hasValue) + 1);
}

/** Not the host: of one part not every edition names it. */
const toPart = ({ category, cluster, chip }: NamedHolding): string =>
  [category, cluster, chip].join(' ');

/**
 * What runs of the clusters, oldest first, added up as they began; a later phase takes
 * the place of the one before. The last sum is that of the list.
 */
export function buildClusterLine(list: readonly NamedHolding[], request: LineRequest): Point[] {
  const spans = listSpans(list).filter(({ row }) => isAsked(row, request));
  const days = [...new Set(spans.flatMap(({ row, end }) => [row.as_of, ...(end ? [end] : [])]))];
  return days.sort().map((day) => {
    const running = spans.filter(({ row, end }) => row.as_of <= day && (end === null || end > day));
    return toPoint(
      day,
      running.map(({ row }) => row),
      { request, rows: list, startsAnew: false },
    );
  });
}

interface Span {
  readonly row: NamedHolding;
  /** The day on which a later phase takes its place; null: none does. */
  readonly end: string | null;
}

/** Every row that counted at some time; a phase that is not known to be followed never does. */
function listSpans(list: readonly NamedHolding[]): Span[] {
  const bySlug = new Map(list.map((row) => [row.holding, row]));
  const { counted } = splitCounted(list);
  return list.flatMap((row): Span[] => {
    if (row.status !== 'operational' || isGone(row)) return [];
    if (counted.includes(row)) return [{ row, end: null }];
    if (row.counts !== 'earlier-phase') return [];
    // Of a phase with several chips one row alone may name what follows.
    const follows = list
      .filter((one) => one.organization === row.organization && one.cluster === row.cluster)
      .flatMap(({ part_of }) => (part_of ? (bySlug.get(part_of) ?? []) : []))[0];
    return follows ? [{ row, end: follows.as_of }] : [];
  });
}

function isAsked(row: NamedHolding, { organization, chip, measure }: LineRequest): boolean {
  return (
    row.organization === organization &&
    (chip === ALL || row.chip === chip) &&
    measure(row) !== null
  );
}

/** The sum of an organization's rows on a day; no rows are a gap. */
function toPoint(
  day: string,
  own: readonly NamedHolding[],
  {
    request: { measure, isStated },
    rows,
    startsAnew,
  }: { request: LineRequest; rows: readonly NamedHolding[]; startsAnew: boolean },
): Point {
  const [first, ...others] = own;
  const period = parsePeriod(day)!;
  if (!first) return { period, value: null, kind: 'estimate', source: null };
  const isRow = isStated && others.length === 0;
  const parts = own.map(
    (row) =>
      `${formatValue(row.accelerators, 'accelerators')} ${row.cluster ?? categories[row.category]}`,
  );
  return {
    period,
    value: sum(own, measure, ({ value }) => value),
    kind: 'estimate',
    ...(startsAnew ? { startsAnew } : {}),
    source: first.source,
    note: isRow
      ? [first.cluster, first.note].filter(Boolean).join('; ') || null
      : `${isStated ? 'Added up' : 'Computed'}: ${parts.join(' + ')}.`,
    evidence: toCountedHref([first, ...others], rows),
  };
}

/** Families whose rows of one organization and chip count the same thing at each date. */
const CONTINUOUS: readonly Family[] = ['epoch-owners', 'epoch-fleet-totals'];

/**
 * Figures of a history, oldest first. Summed over chips, a chip keeps its last
 * figure, because the only family that may be summed retires nothing. Single
 * statements speak of whatever they speak of, so each starts anew.
 */
function buildHistoryLine(
  history: readonly NamedHistory[],
  { organization, chip, isStated, measure }: LineRequest,
): Point[] {
  const own = history.filter(
    (row) =>
      row.organization === organization &&
      (chip === ALL || row.chip === chip) &&
      measure(row) !== null,
  );
  const days = [...new Set(own.map(({ as_of }) => as_of))].sort();
  return days.map((day): Point => {
    const newest = new Map<string, NamedHistory>();
    for (const row of own) {
      const known = newest.get(row.chip);
      if (row.as_of <= day && (!known || known.as_of <= row.as_of)) newest.set(row.chip, row);
    }
    const rows = [...newest.values()];
    const [first, ...others] = rows as [NamedHistory, ...NamedHistory[]];
    const ranged = rows.some((row) => measure(row)?.low != null);
    const end = (read: (one: Measured) => number | null) =>
      ranged ? sum(rows, measure, (one) => read(one) ?? one.value) : null;
    const sources = new Set(rows.map(({ source }) => source));
    return {
      period: parsePeriod(day)!,
      value: sum(rows, measure, ({ value }) => value),
      low: end(({ low }) => low),
      high: end(({ high }) => high),
      kind: toFigureKind(first.kind),
      ...(CONTINUOUS.includes(first.family) ? {} : { startsAnew: true }),
      source: sources.size === 1 ? first.source : null,
      note: others.length === 0 ? first.note : null,
      // The row of a figure that stands as its source has it; else the rows behind it.
      evidence:
        isStated && others.length === 0
          ? toEvidenceHref(gpuHoldingsHistory, first)
          : toRowsHref(gpuHoldingsHistory, {
              ...{ organization, family: first.family },
              ...(chip === ALL ? {} : { chip }),
            }),
    };
  });
}

function sum<Row>(
  rows: readonly Row[],
  measure: (row: Row) => Measured | null,
  read: (one: Measured) => number,
): number {
  return rows.reduce((total, row) => {
    const one = measure(row);
    return one ? total + read(one) : total;
  }, 0);
}
