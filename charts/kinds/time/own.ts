/** A visitor's series beside ours. */

import type { OwnFigures } from '../kind';
import { listTimePeriods, type TimeModel } from './model';

const NOTE = 'Dashed, with diamonds: your own figures. They exist in this browser only.';
const SAMPLE_PERIODS = 8;

export const ownSeries: OwnFigures<TimeModel> = {
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
