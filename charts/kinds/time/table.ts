/**
 * Series as tables: on a page a row is a period and a column a series, newest first; in
 * a file a row is one figure of one series.
 */

import { formatValue, MISSING } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { formatReported, formatWhenShort, toStart } from '../../when';
import { type ChartTable, describe, type TableCell, toCaption, toKindWords } from '../cells';
import { hasValue } from '../figure';
import {
  type DataColumn,
  type DataRow,
  type DataRows,
  listPeriodCells,
  listPeriodColumns,
  listValueColumns,
  listValues,
  toDayColumn,
  toTextColumn,
} from '../rows';
import { listTimePeriods, type Point, type TimeModel } from './model';

export function buildTimeTable(model: TimeModel): ChartTable {
  const bySeries = model.series.map(
    ({ points }) => new Map(points.map((point) => [point.period.label, point])),
  );
  const rows = listTimePeriods(model)
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
    caption: toCaption(model.unit),
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

export function buildTimeRows(model: TimeModel): DataRows {
  const { series } = model;
  const points = series.flatMap((one) => one.points);
  const isMoved = points.some(({ reported }) => reported);
  return {
    columns: [
      toTextColumn('series', 'Series', 'Whose figure it is.'),
      ...listPeriodColumns(),
      ...(isMoved ? listReportedColumns() : []),
      ...listValueColumns(model),
    ],
    rows: series.flatMap(({ label, points }) =>
      points.map((point) => [
        label,
        ...listPeriodCells(point.since ? { ...point.period, start: point.since } : point.period),
        ...(isMoved ? listReportedCells(point) : []),
        ...listValues(point),
      ]),
    ),
  };
}

/** Of figures that stand on another calendar than their own. */
function listReportedColumns(): DataColumn[] {
  return [
    toTextColumn('reported_period', 'Reported for', 'Period as the company names it.'),
    toDayColumn('reported_period_start', 'Reported from', 'First day; blank where unpublished.'),
    toDayColumn('reported_period_end', 'Reported to', 'Last day that the figure covers.'),
  ];
}

function listReportedCells({ reported }: Point): DataRow {
  return [reported?.label ?? null, reported?.start ?? null, reported?.end ?? null];
}
