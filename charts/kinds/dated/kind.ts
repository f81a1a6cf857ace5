/** Single things by date: dots on a value axis, or events in lanes. */

import { kindWords } from '@/units/figure-kind';
import { formatPeriod } from '@/units/period';
import { formatReading } from '../figure';
import type { FiguresKind } from '../kind';
import { type DatedModel, listDatedEntries } from './model';
import { toTable } from './table';

const listEntries = ({ groups }: DatedModel) => groups.flatMap(({ entries }) => entries);
const listDays = (model: DatedModel) => listDatedEntries(model).map(({ entry }) => entry.date);

export const scatter: FiguresKind<DatedModel> = {
  nearness: 'point',
  words: { of: 'Charts of single figures by date', row: 'one figure' },
  listFigures: listEntries,
  listOrigins: listEntries,
  listPeriods: listDays,
  listDates: (model, collectedOn) =>
    // A launch some time in this year says nothing of how far the list reaches. What a
    // vendor shows beforehand is known from that day on.
    listDays(model).filter(({ end }) => end <= collectedOn),
  toTable,
  buildReader(model) {
    const entries = listDatedEntries(model);
    return (_, index) => {
      const { entry, group } = entries[index]!;
      const amount =
        entry.value === null
          ? [entry.label, kindWords[entry.kind]].filter(Boolean).join(', ')
          : formatReading(entry, model.unit);
      return {
        name: entry.value === null ? group.label : `${entry.label}, ${group.label}`,
        text: amount,
        when: formatPeriod(entry.date.label),
        source: entry.source,
        evidence: entry.evidence ?? null,
      };
    };
  },
};

export const lanes: FiguresKind<DatedModel> = {
  ...scatter,
  words: { of: 'Charts of events', row: 'one event' },
};
