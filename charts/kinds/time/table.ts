/**
 * Series as a table: a row is one figure of one series. On a page they are spread out: a row
 * is a period, newest first, and a column a series.
 */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
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
  formatYearlyChange,
  listTimePeriods,
  type Point,
  type TimeModel,
  toStart,
  toYearlyChange,
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
  const figures = model.series.flatMap(({ id, label, points }, index) => {
    const of = (row: Period) => bySeries[index]?.get(row.label) ?? { ...GAP, period: row };
    const [value] = toValueColumns(model, of);
    const figure = {
      ...value,
      ...{ id, sortedAs: id, label },
      format: (row) => formatPoint(of(row), model.unit),
      kind: (row) => (hasValue(of(row)) ? of(row).kind : undefined),
      href: (row) => (hasValue(of(row)) ? of(row).evidence : null),
      title: (row) => describePoint(of(row)),
    } satisfies TableColumn<Period>;
    const toChange = (row: Period) => toYearlyChange(of(row), points, model);
    const hasChange =
      model.series.length <= MOST_WITH_CHANGE &&
      points.some(({ period }) => toChange(period) !== null);
    return hasChange ? [figure, toChangeColumn(id, toChange, model)] : [figure];
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

/** With more series a table has no room for how each of them changed. */
const MOST_WITH_CHANGE = 4;

const toChangeColumn = (
  series: string,
  toChange: (row: Period) => number | null,
  model: TimeModel,
): TableColumn<Period> => ({
  ...toColumn<Period>(
    [`${series}_change`, 'vs. year earlier', 'Change from a year earlier, computed by us.'],
    toChange,
    'number',
  ),
  sortedAs: `${series}-change`,
  format: (row) => {
    const change = toChange(row);
    return change === null ? MISSING : formatYearlyChange(change, model);
  },
});

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
