/**
 * A model as a table: the figures behind the picture, all of them. Over time a row
 * is a period, newest first; in a ranking a row is an entry.
 */

import { type FigureKind, kindWords } from '@/units/figure-kind';
import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { type Detail, type DetailColumn, formatDetail, isNumeric, toSortKey } from './detail';
import { keepPer } from './keep-per';
import {
  type ChartModel,
  type DatedModel,
  hasValue,
  isDated,
  listDatedEntries,
  listPeriods,
  type Point,
  type RankEntry,
  type RankModel,
  type TimeModel,
} from './model';
import { formatRank } from './rank';
import { formatReported, formatWhenShort, toStart } from './when';

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Whether the smallest comes first when sorted at first, as for ranks. */
  readonly lowFirst?: boolean;
}

export interface TableCell {
  readonly text: string;
  /** What sorting goes by; null sorts last. */
  readonly sort: string | number | null;
  readonly href?: string | null;
  readonly kind?: FigureKind;
  /** Shown on hover: a note, or why the cell is empty. */
  readonly title?: string | null;
}

export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Built when first asked for, and kept as long as the model is. */
export const buildTable = keepPer((model: ChartModel): ChartTable => {
  if (model.shape === 'ranking') return buildRankTable(model);
  return isDated(model) ? buildDatedTable(model) : buildTimeTable(model);
});

/** What an address may sort the table by: the ids of its columns. */
export function listSortKeys(model: ChartModel): string[] {
  return buildTable(model).columns.map(({ id }) => id);
}

const unitWords: Readonly<Partial<Record<Unit, string>>> = {
  'USD millions': 'US dollars',
  USD: 'US dollars',
  thousands: 'units',
  index: 'index points',
};

function buildTimeTable(model: TimeModel): ChartTable {
  const bySeries = model.series.map(
    ({ points }) => new Map(points.map((point) => [point.period.label, point])),
  );
  const rows = listPeriods(model)
    .toReversed()
    .map((period) => [
      { text: formatRowPeriod(period.label, bySeries), sort: period.start },
      ...bySeries.map((points): TableCell => {
        const point = points.get(period.label);
        if (point?.value == null) {
          return { text: MISSING, sort: null, title: 'No figure for this period.' };
        }
        const range =
          point.low != null && point.high != null
            ? ` (${formatValue(point.low, model.unit, point.kind)}–${formatValue(point.high, model.unit, point.kind)})`
            : '';
        return {
          text: formatValue(point.value, model.unit, point.kind) + range,
          sort: point.value,
          kind: point.kind,
          title: describe(formatReported(point), toKindWords(point), point.note),
          href: point.evidence ?? null,
        };
      }),
    ]);
  return {
    caption: `In ${unitWords[model.unit] ?? model.unit}`,
    columns: [
      { id: 'period', label: 'Period', align: 'left' },
      ...model.series.map(({ id, label }) => ({ id, label, align: 'right' as const })),
    ],
    rows,
  };
}

/** The period, with the fiscal one where every figure of the row was reported for the same. */
function formatRowPeriod(label: string, bySeries: readonly ReadonlyMap<string, Point>[]): string {
  const points = bySeries.flatMap((points) => points.get(label) ?? []).filter(hasValue);
  const reported = new Set(points.map((point) => point.reported?.label));
  const [only] = reported;
  const [first] = points;
  const own = first ? toStart(formatWhenShort(first)) : formatPeriod(label);
  return only && reported.size === 1 && only !== label ? `${own} (${formatPeriod(only)})` : own;
}

function buildRankTable(model: RankModel): ChartTable {
  const ranged = model.entries.some(({ low, high }) => low != null || high != null);
  const ranked = model.entries.some(({ rank }) => rank != null);
  return {
    caption: `In ${unitWords[model.unit] ?? model.unit}`,
    columns: [
      { id: 'name', label: model.entryLabel, align: 'left' },
      ...(ranked ? [{ id: 'rank', label: 'Rank', align: 'right' as const, lowFirst: true }] : []),
      { id: 'value', label: model.valueLabel, align: 'right' },
      ...(ranged
        ? [
            {
              id: 'range',
              label: model.ranges === 'added' ? 'Outer range' : 'Range',
              align: 'right' as const,
            },
          ]
        : []),
      ...model.columns.map(toTableColumn),
    ],
    rows: model.entries.map((entry) => [
      { text: entry.label, sort: entry.label, href: entry.href },
      ...(ranked
        ? [
            {
              text: entry.rank ? formatRank(entry.rank) : MISSING,
              sort: entry.rank?.best ?? null,
            },
          ]
        : []),
      {
        text: formatValue(entry.value, model.unit, entry.kind),
        sort: entry.value,
        kind: entry.kind,
        title: describe(toKindWords(entry), entry.note),
        href: entry.evidence ?? null,
      },
      ...(ranged
        ? [
            {
              text: formatRange(entry, model.unit),
              sort: entry.low ?? null,
            },
          ]
        : []),
      ...toDetailCells(entry, model),
    ]),
  };
}

/** Newest first. Lanes have no value, so no column for it. */
function buildDatedTable(model: DatedModel): ChartTable {
  const hasValues = model.shape === 'scatter';
  return {
    caption: hasValues ? `In ${unitWords[model.unit] ?? model.unit}` : 'By date',
    columns: [
      { id: 'name', label: model.entryLabel, align: 'left' },
      { id: 'date', label: 'Date', align: 'left' },
      ...(hasValues ? [{ id: 'value', label: model.valueLabel, align: 'right' as const }] : []),
      { id: 'group', label: model.groupLabel, align: 'left' },
      ...model.columns.map(toTableColumn),
    ],
    rows: listDatedEntries(model)
      .toReversed()
      .map(({ entry, group }) => [
        { text: entry.label, sort: entry.label, href: entry.href, title: entry.note ?? null },
        {
          text: formatPeriod(entry.date.label),
          sort: entry.date.start,
          // Without a value the date is what the evidence speaks for.
          href: hasValues ? null : (entry.evidence ?? null),
        },
        ...(hasValues
          ? [
              {
                text: formatValue(entry.value, model.unit, entry.kind),
                sort: entry.value,
                kind: entry.kind,
                href: entry.evidence ?? null,
              },
            ]
          : []),
        { text: group.label, sort: group.label, href: group.href ?? null },
        ...toDetailCells(entry, model),
      ]),
  };
}

/** How a figure came about; of a derived one its note says more. */
const toKindWords = ({ kind, note }: { kind: FigureKind; note?: string | null }): string | null =>
  kind === 'derived' && note ? null : kindWords[kind];

/** What there is to say of a cell, a sentence each; null for nothing. */
const describe = (...texts: readonly (string | null | undefined)[]): string | null =>
  texts.flatMap((text) => (text ? toStart(text) : [])).join('. ') || null;

const toTableColumn = (column: DetailColumn): TableColumn => ({
  id: column.id.replaceAll('_', '-'),
  label: column.label,
  align: isNumeric(column) ? 'right' : 'left',
});

function toDetailCells(
  {
    details,
    detailHrefs = [],
    kind,
  }: {
    readonly details: readonly Detail[];
    readonly detailHrefs?: readonly (string | null)[];
    readonly kind: FigureKind;
  },
  { columns }: { readonly columns: readonly DetailColumn[] },
): TableCell[] {
  return columns.map((column, index) => {
    const cell = details[index] ?? null;
    return {
      text: formatDetail(column, cell, kind),
      sort: toSortKey(column, cell),
      href: detailHrefs[index] ?? null,
    };
  });
}

/** "10–20", "more than 10", "up to 20"; a dash where there is no range. */
function formatRange(
  { low, high, kind }: Pick<RankEntry, 'low' | 'high' | 'kind'>,
  unit: Unit,
): string {
  const say = (value: number) => formatValue(value, unit, kind);
  if (low != null && high != null) return `${say(low)}–${say(high)}`;
  if (low != null) return `more than ${say(low)}`;
  return high != null ? `up to ${say(high)}` : MISSING;
}

/**
 * Rows sorted by columns, of which the first weighs most; stable, empty cells last
 * either way. Unknown columns leave the order as it is.
 */
export function sortTable(
  { columns, rows }: ChartTable,
  keys: readonly { readonly column: string; readonly descending: boolean }[],
): readonly (readonly TableCell[])[] {
  const known = keys.flatMap(({ column, descending }) => {
    const index = columns.findIndex(({ id }) => id === column);
    return index < 0 ? [] : [{ index, direction: descending ? -1 : 1 }];
  });
  return rows.toSorted((a, b) => {
    for (const { index, direction } of known) {
      const order = compareCells(a[index]!.sort, b[index]!.sort, direction);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compareCells(one: TableCell['sort'], other: TableCell['sort'], direction: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * String(one).localeCompare(String(other), 'en');
}
