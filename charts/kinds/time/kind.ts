/** Series over time: lines, columns, stacks. */

import { MISSING } from '@/units/format-value';
import { formatWhen, toDated } from '../../when';
import { formatReading, hasValue } from '../figure';
import type { FiguresKind } from '../kind';
import { listTimePeriods, type TimeModel } from './model';
import { ownSeries } from './own';
import { buildTimeRows, buildTimeTable } from './table';

const listPoints = ({ series }: TimeModel) => series.flatMap(({ points }) => points);
const listKnown = (model: TimeModel) => listPoints(model).filter(hasValue);

export const time: FiguresKind<TimeModel> = {
  nearness: 'column',
  words: { of: 'Charts over time', row: 'one figure of one series in one period' },
  hasFigures: (model) => listKnown(model).length > 0,
  listFigures: listKnown,
  // Blank points too: growth has none in its first year, but its second is computed from that.
  listOrigins: listPoints,
  listPeriods: listTimePeriods,
  listDates: (model) =>
    listKnown(model)
      .filter(({ kind }) => kind !== 'projection')
      .map(({ period, reported }) =>
        reported ? { end: reported.end, text: reported.end } : toDated(period),
      ),
  own: ownSeries,
  buildTable: buildTimeTable,
  buildRows: buildTimeRows,
  buildReader(model) {
    const periods = listTimePeriods(model);
    return (series, index) => {
      const { label, points } = model.series[series]!;
      const period = periods[index]!;
      const point = points.find((one) => one.period.label === period.label);
      return {
        name: label,
        text: point ? formatReading(point, model.unit) : MISSING,
        when: formatWhen(point ?? { period }),
        source: point?.source ?? null,
        evidence: point?.evidence ?? null,
      };
    };
  },
};
