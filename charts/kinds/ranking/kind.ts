/** Rankings, and rows of dots. */

import { MISSING } from '@/units/format-value';
import { parsePeriod } from '@/units/period';
import { formatCell } from '@/units/table';
import { formatReading } from '../figure';
import type { FiguresKind } from '../kind';
import type { DetailColumn } from '../table';
import type { Series } from '../time/model';
import type { RankEntry, RankModel } from './model';
import { toTable } from './table';

const listEntries = ({ entries }: RankModel) => entries;

/** A visitor's own beside ours. */
const ownEntries: FiguresKind<RankModel>['own'] = {
  hasPeriods: false,
  row: 'a name and a value in each row',
  merge: (model, own) => ({
    ...model,
    entries: [...model.entries, ...own.map((one) => toEntry(one, model.columns))].toSorted(
      (a, b) => b.value - a.value,
    ),
    notes: ['Your own figures bear “(yours)”. They exist in this browser only.', ...model.notes],
  }),
  buildSample({ entries: [first] }) {
    const value = Math.round((first?.value ?? 100) * 0.8);
    return `name,value\nMy estimate,${value}\nAnother estimate,${Math.round(value / 2)}\n`;
  },
};

function toEntry(
  { id, label, color, points }: Series,
  columns: readonly DetailColumn[],
): RankEntry {
  return {
    id,
    label,
    href: null,
    value: points[0]?.value ?? 0,
    kind: 'measured',
    color,
    tone: 'full',
    // What a column says of our unknown cells is not true of the visitor's.
    details: columns.map(({ missing }) => (missing ? MISSING : null)),
    source: null,
    note: 'From your own file.',
  };
}

export const ranking: FiguresKind<RankModel> = {
  nearness: 'row',
  words: { of: 'Rankings', row: 'one entry, in the order of the chart' },
  listFigures: listEntries,
  listOrigins: listEntries,
  listPeriods: () => [],
  listDates: ({ entries }) =>
    entries.flatMap(({ kind, date }) =>
      kind === 'projection' || !date ? [] : (parsePeriod(date) ?? []),
    ),
  own: ownEntries,
  toTable,
  buildReader: (model) => (_, index) => {
    const entry = model.entries[index]!;
    return {
      name: entry.label,
      text: formatReading(entry, model.unit),
      when: entry.details
        .map((cell, at) => formatCell(model.columns[at]!, cell, entry.kind))
        .filter((text) => text !== MISSING)
        .join(' · '),
      source: entry.source,
      evidence: entry.evidence ?? null,
    };
  },
};
