/**
 * Series as tables: on a page a row is a period and a column a series, newest first; in
 * a file a row is one figure of one series.
 */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod, type Period } from '@/units/period';
import { formatReported, formatWhenShort, toStart } from '../../when';
import { hasValue } from '../figure';
import {
  type ChartTable,
  type DataRows,
  describe,
  listPeriodColumns,
  listValueColumns,
  type PageColumn,
  type TableCell,
  tabulate,
  toCaption,
  toFileColumn,
  toKindWords,
} from '../table';
import { listTimePeriods, type Point, type TimeModel } from './model';

export function buildTable(model: TimeModel): ChartTable {
  const bySeries = model.series.map(
    ({ points }) => new Map(points.map((point) => [point.period.label, point])),
  );
  const columns: PageColumn<Period>[] = [
    [
      { id: 'period', label: 'Period', align: 'left' },
      ({ label, start }) => ({
        text: formatRowPeriod(
          label,
          bySeries.flatMap((points) => points.get(label) ?? []),
        ),
        sort: start,
      }),
    ],
    ...model.series.map(
      ({ id, label }, index): PageColumn<Period> => [
        { id, label, align: 'right' },
        (period) => toCell(bySeries[index]?.get(period.label), model.unit),
      ],
    ),
  ];
  return {
    caption: toCaption(model.unit),
    ...tabulate(columns, listTimePeriods(model).toReversed()),
  };
}

function toCell(point: Point | undefined, unit: Unit): TableCell {
  if (point?.value == null) {
    return { text: MISSING, sort: null, title: 'No figure for this period.' };
  }
  const { value, low, high, kind, note } = point;
  const say = (one: number) => formatValue(one, unit, kind);
  return {
    text: say(value) + (low != null && high != null ? ` (${say(low)}–${say(high)})` : ''),
    sort: value,
    kind,
    title: describe(formatReported(point), toKindWords(point), note),
    href: point.evidence ?? null,
  };
}

/** The period, with the fiscal one where every figure of the row was reported for the same. */
function formatRowPeriod(label: string, row: readonly Point[]): string {
  const points = row.filter(hasValue);
  const reported = new Set(points.map((point) => point.reported?.label));
  const [only] = reported;
  const [first] = points;
  const own = first ? toStart(formatWhenShort(first)) : formatPeriod(label);
  return only && reported.size === 1 && only !== label ? `${own} (${formatPeriod(only)})` : own;
}

interface FileRow {
  readonly label: string;
  readonly point: Point;
}

export function buildRows(model: TimeModel): DataRows {
  const rows = model.series.flatMap(({ label, points }) =>
    points.map((point): FileRow => ({ label, point })),
  );
  return tabulate(
    [
      toFileColumn<FileRow>('series', 'Series', 'Whose figure it is.', ({ label }) => label),
      ...listPeriodColumns<FileRow>(({ point: { period, since } }) =>
        since ? { ...period, start: since } : period,
      ),
      ...(rows.some(({ point }) => point.reported) ? reportedColumns : []),
      ...listValueColumns<FileRow>(model, ({ point }) => point),
    ],
    rows,
  );
}

/** Of figures that stand on another calendar than their own. */
const reportedColumns = listPeriodColumns<FileRow>(
  ({ point }) => point.reported,
  [
    ['reported_period', 'Reported for', 'Period as the company names it.'],
    ['reported_period_start', 'Reported from', 'First day; blank where unpublished.'],
    ['reported_period_end', 'Reported to', 'Last day that the figure covers.'],
  ],
);
