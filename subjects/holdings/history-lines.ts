/**
 * The points of one organization's line: from editions of the index, from clusters as they
 * began, from single statements, from a history of its own.
 */
import { group } from 'd3-array';
import { ALL } from '@/address/choices';
import { toEvidenceHref, toRowsHref } from '@/address/links';
import { hasValue, type Point } from '@/charts/model';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import { formatValue } from '@/units/format-value';
import { parsePeriod } from '@/units/period';
import { toFigureKind, toRowFigure } from '@/views/row-figures';
import type { Measure, Measured } from './conversion';
import { isGone, splitCounted, toCountedHref } from './exclusion';
import { categories, type Family } from './holder-lists';
import type { NamedHistory, NamedHolding } from './queries';

export interface LineRequest {
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

/** Statements while the index lists the organization repeat it, so they are left out. */
export function buildStatedLine(
  editions: readonly (readonly NamedHolding[])[],
  stated: readonly NamedHolding[],
  request: LineRequest,
): Point[] {
  const index = buildIndexLine(editions, request).map(({ startsAnew: _, ...point }) => point);
  const [first, last] = [index[0]?.period.end, index.at(-1)?.period.end];
  if (first === undefined || last === undefined) return [];
  const own = stated
    .filter((row) => isAsked(row, request))
    .toSorted((a, b) => a.as_of.localeCompare(b.as_of))
    .map((row): Point => {
      const measured = request.measure(row);
      return {
        period: parsePeriod(row.as_of)!,
        value: measured?.value ?? null,
        ...toRowFigure(gpuHoldings, row),
      };
    });
  const newest = editions.flatMap(([row]) => row?.as_of ?? []).reduce((a, b) => (a > b ? a : b));
  const after = own.filter(({ period }) => period.end > last);
  const isGoneNow = newest > last && after.length === 0;
  return [
    ...own.filter(({ period }) => period.end < first),
    ...index,
    ...after,
    ...(isGoneNow
      ? [{ period: parsePeriod(newest)!, value: null, kind: 'estimate' as const, source: null }]
      : []),
  ];
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
export function listSpans(list: readonly NamedHolding[]): Span[] {
  const bySlug = new Map(list.map((row) => [row.holding, row]));
  const counted = new Set(splitCounted(list).counted);
  const byCluster = group(list, ({ organization, cluster }) => `${organization} ${cluster}`);
  return list.flatMap((row): Span[] => {
    if (row.status !== 'operational' || isGone(row)) return [];
    if (counted.has(row)) return [{ row, end: null }];
    if (row.counts !== 'earlier-phase') return [];
    // Of a phase with several chips one row alone may name what follows.
    const follows = (byCluster.get(`${row.organization} ${row.cluster}`) ?? []).flatMap(
      ({ part_of }) => (part_of ? (bySlug.get(part_of) ?? []) : []),
    )[0];
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
export function buildHistoryLine(
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
