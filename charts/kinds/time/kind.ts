/** Series over time: lines, columns, stacks. */

import { MISSING } from '@/units/format-value';
import { declareNames, formatReading, hasValue } from '../figure';
import type { FiguresKind } from '../kind';
import {
  dropGhosts,
  formatWhen,
  formatYearlyChange,
  listTimePeriods,
  type Point,
  type TimeModel,
  toYearlyChange,
} from './model';
import { toTable } from './table';

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
