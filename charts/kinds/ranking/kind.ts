/** Rankings, and rows of dots. */

import { MISSING } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import { formatCell } from '@/units/table';
import { declareNames, formatReading, hasValue } from '../figure';
import type { FiguresKind } from '../kind';
import type { DetailColumn } from '../table';
import type { Series } from '../time/model';
import type { RankEntry, RankModel } from './model';
import { toTable } from './table';

/** With what others counted. */
const listAll = ({ entries }: RankModel) =>
  entries.flatMap((entry) =>
    [entry, ...(entry.counts ?? [])].flatMap((one) => (one && hasValue(one) ? [one] : [])),
  );

/** A visitor's own beside ours. */
const ownEntries: FiguresKind<RankModel>['own'] = {
  hasPeriods: false,
  row: 'a name and a value in each row',
  merge(model, own) {
    const all = [...model.entries, ...own.map((one) => toEntry(one, model.columns))].toSorted(
      (a, b) => (b.value ?? 0) - (a.value ?? 0),
    );
    // Of theirs the place among all is known, whatever is said of ours.
    const entries = all.map((entry, at) =>
      entry.isOwn ? { ...entry, rank: { best: at + 1, worst: at + 1 } } : entry,
    );
    return {
      ...model,
      entries,
      notes: ['Your own figures bear “(yours)”. They exist in this browser only.', ...model.notes],
    };
  },
  buildSample({ entries: [first] }) {
    const value = Math.round((first?.value ?? 100) * 0.8);
    return `name,value\nMy estimate,${value}\nAnother estimate,${Math.round(value / 2)}\n`;
  },
};

function toEntry(
  { id, label, color, points: [point] }: Series,
  columns: readonly DetailColumn[],
): RankEntry {
  return {
    id,
    label,
    href: null,
    value: point?.value ?? 0,
    low: point?.low ?? null,
    high: point?.high ?? null,
    kind: point?.kind ?? 'measured',
    color,
    tone: 'full',
    // What a column says of our unknown cells is not true of the visitor's.
    details: columns.map(({ missing }) => (missing ? MISSING : null)),
    source: null,
    note: 'From your own file.',
    isOwn: true,
  };
}

export const ranking: FiguresKind<RankModel> = {
  nearness: 'row',
  words: { of: 'Rankings', row: 'one entry, in the order of the chart' },
  listFigures: listAll,
  listOrigins: listAll,
  listPeriods: () => [],
  listDates: ({ entries }) =>
    entries.flatMap(({ kind, date, counts = [] }) =>
      [...(kind === 'projection' ? [] : [date]), ...counts.map((one) => one?.asOf)].flatMap(
        (day) => (day ? (parsePeriod(day) ?? []) : []),
      ),
    ),
  names: declareNames<RankModel, 'entries'>('entries'),
  locate: (model) => (_, index) => ({ ids: [model.entries[index]?.id ?? ''], period: null }),
  own: ownEntries,
  toTable,
  // A hit is of an entry, or of what another count has of it.
  buildReader: (model) => (series, index) => {
    const entry = model.entries[index]!;
    const other = model.counts?.[series - 1];
    const counted = entry.counts?.[series - 1];
    if (other && counted) {
      return {
        name: entry.label,
        text: formatReading(counted, model.unit),
        when: `${other.label}, ${formatPeriod(counted.asOf)}. ${other.meaning}`,
        source: counted.source,
        evidence: counted.evidence ?? null,
      };
    }
    return {
      name: entry.label,
      text: formatReading(entry, model.unit),
      when: [
        ...(model.counts ? [model.valueLabel] : []),
        ...entry.details.map((cell, at) => formatCell(model.columns[at]!, cell, entry.kind)),
      ]
        .filter((text) => text !== MISSING)
        .join(' · '),
      source: entry.source,
      evidence: entry.evidence ?? null,
    };
  },
};
