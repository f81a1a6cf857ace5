/** A chart with a visitor's figures over ours, and a sample file that fits it. */
import type { DetailColumn } from '@/charts/detail';
import { listPeriods, type RankEntry, type Series } from '@/charts/model';
import { MISSING } from '@/units/format-value';
import type { OwnTarget } from './own-figures';

const NOTE = 'Dashed, with diamonds: your own figures. They exist in this browser only.';

/**
 * Ours and the visitor's in one model. What was stacked or in columns becomes
 * lines, because the visitor's figures are no part of our whole. `notes` are what
 * else is to be said of them.
 */
export function mergeOwn(
  model: OwnTarget,
  own: readonly Series[],
  notes: readonly string[] = [],
): OwnTarget {
  if (model.shape !== 'ranking') {
    const wasWhole = model.shape !== 'lines';
    return {
      ...model,
      shape: 'lines',
      series: [...model.series, ...own],
      notes: [
        NOTE,
        ...notes,
        ...(wasWhole ? ['Drawn as lines: your figures are no part of our whole.'] : []),
        ...model.notes,
      ],
    };
  }
  const entries = [...model.entries, ...own.map((one) => toEntry(one, model.columns))];
  return {
    ...model,
    entries: entries.toSorted((a, b) => b.value - a.value),
    notes: ['Your own figures bear “(yours)”. They exist in this browser only.', ...model.notes],
  };
}

function toEntry(
  { id, label, colour, points }: Series,
  columns: readonly DetailColumn[],
): RankEntry {
  return {
    id,
    label,
    href: null,
    value: points[0]?.value ?? 0,
    kind: 'measured',
    colour,
    tone: 'full',
    // What a column says of our unknown cells is not true of the visitor's.
    details: columns.map(({ missing }) => (missing ? MISSING : null)),
    source: null,
    note: 'From your own file.',
  };
}

const SAMPLE_PERIODS = 8;

/** A small CSV of invented figures that fits the chart: a start for one's own. */
export function buildSample(model: OwnTarget): string {
  if (model.shape === 'ranking') {
    const [first] = model.entries;
    const value = Math.round((first?.value ?? 100) * 0.8);
    return `name,value\nMy estimate,${value}\nAnother estimate,${Math.round(value / 2)}\n`;
  }
  const periods = listPeriods(model).slice(-SAMPLE_PERIODS);
  const [series] = model.series;
  const rows = periods.map(({ label }, index) => {
    const near = series?.points.find(({ period }) => period.label === label)?.value ?? 50;
    const value = Number((near * (0.8 + index / 100)).toPrecision(3));
    return `${label},My estimate,${value}`;
  });
  return `period,series,value\n${rows.join('\n')}\n`;
}
