/**
 * Series as a table: a row is one figure of one series. On a page they are spread out: a row
 * is a period, newest first, and a column a series.
 */

import { formatValue, type Unit } from '@/units/format-value';
import { formatPeriod, type Period } from '@/units/period';
import type { LoadedTable, TableColumn } from '@/units/table';
import { hasValue } from '../figure';
import {
  type ChartTable,
  describe,
  formatSpan,
  toCaption,
  toColumn,
  toKindWords,
  toOriginColumns,
  toPeriodColumns,
  toValueColumns,
} from '../table';
import {
  formatReported,
  formatWhenShort,
  listTimePeriods,
  type Point,
  type TimeModel,
  toStart,
} from './model';

interface Row {
  readonly label: string;
  readonly point: Point;
}

const toPoint = ({ point }: Row) => point;

export function toTable(model: TimeModel): ChartTable<Row> {
  const rows = model.series.flatMap(({ label, points }) =>
    points.map((point): Row => ({ label, point })),
  );
  return {
    caption: toCaption(model.unit),
    columns: [
      toColumn(['series', 'Series', 'Whose figure it is.'], ({ label }) => label),
      ...toPeriodColumns<Row>(({ point: { period, since } }) =>
        since ? { ...period, start: since } : period,
      ),
      ...(rows.some(({ point }) => point.reported) ? reportedColumns : []),
      ...toValueColumns(model, toPoint),
      ...toOriginColumns(toPoint),
    ],
    rows,
    page: spread(model),
  };
}

/** Of figures that stand on another calendar than their own. */
const reportedColumns = toPeriodColumns<Row>(
  ({ point }) => point.reported,
  [
    ['reported_period', 'Reported for', 'Period as the company names it.'],
    ['reported_period_start', 'Reported from', 'First day; blank where unpublished.'],
    ['reported_period_end', 'Reported to', 'Last day that the figure covers.'],
  ],
);

function spread(model: TimeModel): LoadedTable<Period> {
  const bySeries = model.series.map(
    ({ points }) => new Map(points.map((point) => [point.period.label, point])),
  );
  const [period] = toPeriodColumns<Period>((row) => row);
  const figures = model.series.map(({ id, label }, index) => {
    const of = (row: Period) => bySeries[index]?.get(row.label) ?? { ...GAP, period: row };
    const [value] = toValueColumns(model, of);
    return {
      ...value,
      ...{ id, sortedAs: id, label },
      format: (row) => formatPoint(of(row), model.unit),
      kind: (row) => (hasValue(of(row)) ? of(row).kind : undefined),
      href: (row) => (hasValue(of(row)) ? of(row).evidence : null),
      title: (row) => describePoint(of(row)),
    } satisfies TableColumn<Period>;
  });
  const when: TableColumn<Period> = {
    ...period,
    sort: ({ start }) => start,
    format: ({ label }) =>
      formatRowPeriod(
        label,
        bySeries.flatMap((points) => points.get(label) ?? []),
      ),
  };
  return { columns: [when, ...figures], rows: listTimePeriods(model).toReversed() };
}

/** A series without a point in a period. */
const GAP = { value: null, kind: 'measured', source: null } as const;

function formatPoint({ value, low, high, kind }: Point, unit: Unit): string {
  const range =
    value !== null && low != null && high != null ? ` (${formatSpan(low, high, unit, kind)})` : '';
  return formatValue(value, unit, kind) + range;
}

const describePoint = (point: Point): string | null =>
  hasValue(point)
    ? describe(formatReported(point), toKindWords(point), point.note)
    : 'No figure for this period.';

/** The period, with the fiscal one where every figure of the row was reported for the same. */
function formatRowPeriod(label: string, row: readonly Point[]): string {
  const points = row.filter(hasValue);
  const reported = new Set(points.map((point) => point.reported?.label));
  const [only] = reported;
  const [first] = points;
  const own = first ? toStart(formatWhenShort(first)) : formatPeriod(label);
  return only && reported.size === 1 && only !== label ? `${own} (${formatPeriod(only)})` : own;
}
