/** Series over time: lines, columns, stacks. */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod, type Period } from '@/units/period';
import type { LoadedTable, TableColumn } from '@/units/table';
import { declareNames, formatReading, hasValue } from '../figure';
import type { FiguresKind } from '../kind';
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
  dropGhosts,
  formatReported,
  formatWhen,
  formatWhenShort,
  formatYearlyChange,
  listTimePeriods,
  type Point,
  type TimeModel,
  toStart,
  toYearlyChange,
} from './model';

const listPoints = ({ series }: TimeModel) => series.flatMap(({ points }) => points);
const listKnown = (model: TimeModel) => listPoints(model).filter(hasValue);

const NOTE = 'Dashed, with diamonds: your own figures. They exist in this browser only.';
const SAMPLE_PERIODS = 8;

/** A visitor's own next to ours. */
const ownSeries: FiguresKind<TimeModel>['own'] = {
  hasPeriods: true,
  row: 'a period, a value and perhaps the name of a series in each row',
  /** What was stacked or in columns becomes lines: the visitor's are no part of our whole. */
  merge: (model, own, notes) => ({
    ...model,
    shape: 'lines',
    series: [...model.series, ...own],
    notes: [
      NOTE,
      ...notes,
      ...(model.shape === 'lines'
        ? []
        : ['Drawn as lines: your figures are no part of our whole.']),
      ...model.notes,
    ],
  }),
  buildSample(model) {
    const periods = listTimePeriods(model).slice(-SAMPLE_PERIODS);
    const [series] = model.series;
    const rows = periods.map(({ label }, index) => {
      const near = series?.points.find(({ period }) => period.label === label)?.value ?? 50;
      const value = Number((near * (0.8 + index / 100)).toPrecision(3));
      return `${label},My estimate,${value}`;
    });
    return `period,series,value\n${rows.join('\n')}\n`;
  },
};

export const time: FiguresKind<TimeModel> = {
  nearness: 'column',
  words: { of: 'Charts over time', row: 'one figure of one series in one period' },
  listFigures: listKnown,
  // Blank points too: growth has none in its first year, but its second is computed from that.
  listOrigins: listPoints,
  listPeriods: listTimePeriods,
  listDates: (model) =>
    listKnown(dropGhosts(model))
      .filter(({ kind }) => kind !== 'projection')
      .map(({ period, reported }) =>
        reported ? { kind: 'day', label: reported.end, end: reported.end } : period,
      ),
  names: declareNames<TimeModel, 'series'>('series'),
  locate(model) {
    const periods = listTimePeriods(model);
    return (series, index) => ({
      ids: [model.series[series]?.id ?? ''],
      period: periods[index] ?? null,
    });
  },
  own: ownSeries,
  toTable,
  buildReader(model) {
    const periods = listTimePeriods(model);
    return (series, index) => {
      const { label, points } = model.series[series]!;
      const period = periods[index]!;
      const point = points.find((one) => one.period.label === period.label);
      return {
        name: label,
        text: point ? formatReading(point, model.unit) : MISSING,
        ...(point?.value == null ? {} : { value: point.value }),
        ...(point && toReadChange(point, points, model)),
        when: formatWhen(point ?? { period }),
        source: point?.source ?? null,
        evidence: point?.evidence ?? null,
      };
    };
  },
};

function toReadChange(point: Point, points: readonly Point[], model: TimeModel) {
  const change = toYearlyChange(point, points, model);
  return change === null ? {} : { change: formatYearlyChange(change, model) };
}

/**
 * Series as a table: a row is one figure of one series. On a page they are spread out: a row
 * is a period, newest first, and a column a series.
 */

interface Row {
  readonly label: string;
  readonly point: Point;
}

const toPoint = ({ point }: Row) => point;

function toTable(model: TimeModel): ChartTable<Row> {
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
