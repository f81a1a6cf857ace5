/** Rankings, and rows of dots. */

import { MISSING } from '@/units/format-value';
import { parsePeriod } from '@/units/period';
import { formatDetail } from '../../detail';
import { toDated } from '../../when';
import { formatReading } from '../figure';
import type { FiguresKind } from '../kind';
import type { RankModel } from './model';
import { ownEntries } from './own';
import { buildRankRows, buildRankTable } from './table';

const listEntries = ({ entries }: RankModel) => entries;

export const ranking: FiguresKind<RankModel> = {
  nearness: 'row',
  words: { of: 'Rankings', row: 'one entry, in the order of the chart' },
  hasFigures: ({ entries }) => entries.length > 0,
  listFigures: listEntries,
  listOrigins: listEntries,
  listPeriods: () => [],
  listDates: ({ entries }) =>
    entries.flatMap(({ kind, date }) => {
      const period = kind === 'projection' || !date ? null : parsePeriod(date);
      return period ? [toDated(period)] : [];
    }),
  own: ownEntries,
  buildTable: buildRankTable,
  buildRows: buildRankRows,
  buildReader: (model) => (_, index) => {
    const entry = model.entries[index]!;
    return {
      name: entry.label,
      text: formatReading(entry, model.unit),
      when: entry.details
        .map((cell, at) => formatDetail(model.columns[at]!, cell, entry.kind))
        .filter((text) => text !== MISSING)
        .join(' · '),
      source: entry.source,
      evidence: entry.evidence ?? null,
    };
  },
};
