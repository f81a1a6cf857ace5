/** A visitor's entries among ours. */

import { MISSING } from '@/units/format-value';
import type { DetailColumn } from '../../detail';
import type { OwnFigures } from '../kind';
import type { Series } from '../time/model';
import type { RankEntry, RankModel } from './model';

export const ownEntries: OwnFigures<RankModel> = {
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
