/** A ranking as tables: a row is an entry, on a page and in a file. */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatRank } from '../../rank';
import {
  type ChartTable,
  type DataRows,
  describe,
  listFileDetails,
  listPageDetails,
  listValueColumns,
  type PageColumn,
  tabulate,
  toCaption,
  toFileColumn,
  toKindWords,
} from '../table';
import type { RankEntry, RankModel } from './model';

export function buildTable(model: RankModel): ChartTable {
  const { entries, entryLabel, valueLabel, unit, ranges } = model;
  const label = ranges === 'added' ? 'Outer range' : 'Range';
  const rank: PageColumn<RankEntry> = [
    { id: 'rank', label: 'Rank', align: 'right', lowFirst: true },
    ({ rank }) => ({ text: rank ? formatRank(rank) : MISSING, sort: rank?.best ?? null }),
  ];
  const range: PageColumn<RankEntry> = [
    { id: 'range', label, align: 'right' },
    (entry) => ({ text: formatRange(entry, unit), sort: entry.low ?? null }),
  ];
  const columns: PageColumn<RankEntry>[] = [
    [
      { id: 'name', label: entryLabel, align: 'left' },
      ({ label, href }) => ({ text: label, sort: label, href }),
    ],
    ...(isRanked(model) ? [rank] : []),
    [
      { id: 'value', label: valueLabel, align: 'right' },
      (entry) => ({
        text: formatValue(entry.value, unit, entry.kind),
        sort: entry.value,
        kind: entry.kind,
        title: describe(toKindWords(entry), entry.note),
        href: entry.evidence ?? null,
      }),
    ],
    ...(entries.some(({ low, high }) => low != null || high != null) ? [range] : []),
    ...listPageDetails<RankEntry>(model.columns, (entry) => entry),
  ];
  return { caption: toCaption(unit), ...tabulate(columns, entries) };
}

/** What has no places gets no columns of them. */
const isRanked = ({ entries }: RankModel): boolean => entries.some(({ rank }) => rank != null);

/** "10–20", "more than 10", "up to 20"; a dash where there is no range. */
function formatRange({ low, high, kind }: RankEntry, unit: Unit): string {
  const say = (value: number) => formatValue(value, unit, kind);
  if (low != null && high != null) return `${say(low)}–${say(high)}`;
  if (low != null) return `more than ${say(low)}`;
  return high != null ? `up to ${say(high)}` : MISSING;
}

export function buildRows(model: RankModel): DataRows {
  const { entryLabel, columns, entries } = model;
  const isGrouped = entries.some(({ group }) => group !== undefined);
  return tabulate(
    [
      ...(isRanked(model) ? rankColumns : []),
      toFileColumn<RankEntry>('name', entryLabel, 'Whose figure it is.', ({ label }) => label),
      ...(isGrouped ? [groupColumn] : []),
      ...listValueColumns<RankEntry>(model, (entry) => entry),
      ...listFileDetails<RankEntry>(columns, (entry) => entry),
    ],
    entries,
  );
}

const [best, worst, heading] = [
  ['rank_best', 'Best rank', 'Place among those of the same status.'],
  ['rank_worst', 'Worst rank', 'As the best, unless ranges overlap: then nobody knows.'],
  ['group', 'Group', 'The heading under which it stands.'],
] as const;
const rankColumns = [
  toFileColumn<RankEntry>(...best, ({ rank }) => rank?.best, 'integer'),
  toFileColumn<RankEntry>(...worst, ({ rank }) => rank?.worst, 'integer'),
];
const groupColumn = toFileColumn<RankEntry>(...heading, ({ group }) => group);
