/** A ranking as a table: a row is an entry, on a page and in a file. */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
import type { TableColumn } from '@/units/table';
import {
  type ChartTable,
  describe,
  formatSpan,
  toCaption,
  toColumn,
  toDetailColumns,
  toKindWords,
  toOriginColumns,
  toValueColumns,
} from '../table';
import { formatRank, type RankEntry, type RankModel } from './model';

type Column = TableColumn<RankEntry>;
const toEntry = (entry: RankEntry) => entry;

export function toTable(model: RankModel): ChartTable<RankEntry> {
  const { entries, entryLabel, valueLabel, unit, ranges } = model;
  const name: Column = {
    ...toColumn(['name', entryLabel, 'Whose figure it is.'], ({ label }) => label),
    href: ({ href }) => href,
  };
  const [value, low, high] = toValueColumns(model, toEntry);
  const range: Column = {
    ...low,
    sortedAs: 'range',
    label: ranges === 'added' ? 'Outer range' : 'Range',
    format: (entry) => formatRange(entry, unit),
  };
  const shown: Column = {
    ...value,
    label: valueLabel,
    title: (entry) => describe(toKindWords(entry), entry.note),
  };
  const details = toDetailColumns(model.columns, toEntry);
  // What has no places, groups or ranges gets no columns of them.
  const isRanked = entries.some(({ rank }) => rank != null);
  const isGrouped = entries.some(({ group }) => group !== undefined);
  const isRanged = entries.some((entry) => entry.low != null || entry.high != null);
  return {
    caption: toCaption(unit),
    columns: [
      ...(isRanked ? [best, worst] : []),
      name,
      ...(isGrouped ? [group] : []),
      ...[value, low, high],
      ...toOriginColumns(toEntry),
      ...details,
    ],
    rows: entries,
    page: {
      columns: [name, ...(isRanked ? [rank] : []), shown, ...(isRanged ? [range] : []), ...details],
      rows: entries,
    },
  };
}

const best: Column = toColumn(
  ['rank_best', 'Best rank', 'Place among those of the same status.'],
  ({ rank }) => rank?.best,
  'integer',
);
const worst: Column = toColumn(
  ['rank_worst', 'Worst rank', 'As the best, unless ranges overlap: then it is open.'],
  ({ rank }) => rank?.worst,
  'integer',
);
const rank: Column = {
  ...best,
  sortedAs: 'rank',
  label: 'Rank',
  sortsFirst: 'ascending',
  format: ({ rank }) => (rank ? formatRank(rank) : MISSING),
};
const group: Column = toColumn(
  ['group', 'Group', 'The heading under which it stands.'],
  ({ group }) => group,
);

/** "10–20", "more than 10", "up to 20"; a dash where there is no range. */
function formatRange({ low, high, kind }: RankEntry, unit: Unit): string {
  if (low != null && high != null) return formatSpan(low, high, unit, kind);
  if (low != null) return `more than ${formatValue(low, unit, kind)}`;
  return high != null ? `up to ${formatValue(high, unit, kind)}` : MISSING;
}
