/** A ranking as tables: a row is an entry, on a page and in a file. */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatRank } from '../../rank';
import {
  type ChartTable,
  describe,
  toCaption,
  toDetailCells,
  toKindWords,
  toTableColumn,
} from '../cells';
import {
  type DataColumn,
  type DataRows,
  listValueColumns,
  listValues,
  toDetailColumns,
  toTextColumn,
} from '../rows';
import type { RankEntry, RankModel } from './model';

export function buildRankTable(model: RankModel): ChartTable {
  const ranged = model.entries.some(({ low, high }) => low != null || high != null);
  const ranked = model.entries.some(({ rank }) => rank != null);
  return {
    caption: toCaption(model.unit),
    columns: [
      { id: 'name', label: model.entryLabel, align: 'left' },
      ...(ranked ? [{ id: 'rank', label: 'Rank', align: 'right' as const, lowFirst: true }] : []),
      { id: 'value', label: model.valueLabel, align: 'right' },
      ...(ranged
        ? [
            {
              id: 'range',
              label: model.ranges === 'added' ? 'Outer range' : 'Range',
              align: 'right' as const,
            },
          ]
        : []),
      ...model.columns.map(toTableColumn),
    ],
    rows: model.entries.map((entry) => [
      { text: entry.label, sort: entry.label, href: entry.href },
      ...(ranked
        ? [
            {
              text: entry.rank ? formatRank(entry.rank) : MISSING,
              sort: entry.rank?.best ?? null,
            },
          ]
        : []),
      {
        text: formatValue(entry.value, model.unit, entry.kind),
        sort: entry.value,
        kind: entry.kind,
        title: describe(toKindWords(entry), entry.note),
        href: entry.evidence ?? null,
      },
      ...(ranged
        ? [
            {
              text: formatRange(entry, model.unit),
              sort: entry.low ?? null,
            },
          ]
        : []),
      ...toDetailCells(entry, model),
    ]),
  };
}

/** "10–20", "more than 10", "up to 20"; a dash where there is no range. */
function formatRange(
  { low, high, kind }: Pick<RankEntry, 'low' | 'high' | 'kind'>,
  unit: Unit,
): string {
  const say = (value: number) => formatValue(value, unit, kind);
  if (low != null && high != null) return `${say(low)}–${say(high)}`;
  if (low != null) return `more than ${say(low)}`;
  return high != null ? `up to ${say(high)}` : MISSING;
}

export function buildRankRows(model: RankModel): DataRows {
  const { entryLabel, columns, entries } = model;
  // As on the page: what has no places gets no columns of them.
  const ranked = entries.some(({ rank }) => rank != null);
  const isGrouped = entries.some(({ group }) => group !== undefined);
  return {
    columns: [
      ...(ranked ? rankColumns : []),
      toTextColumn('name', entryLabel, 'Whose figure it is.'),
      ...(isGrouped ? [toTextColumn('group', 'Group', 'The heading under which it stands.')] : []),
      ...listValueColumns(model),
      ...toDetailColumns(columns),
    ],
    rows: entries.map((entry) => [
      ...(ranked ? [entry.rank?.best ?? null, entry.rank?.worst ?? null] : []),
      entry.label,
      ...(isGrouped ? [entry.group ?? null] : []),
      ...listValues(entry),
      ...entry.details,
    ]),
  };
}

const rankColumns: readonly DataColumn[] = [
  {
    ...toTextColumn('rank_best', 'Best rank', 'Place among those of the same status.'),
    type: 'integer',
  },
  {
    ...toTextColumn(
      'rank_worst',
      'Worst rank',
      'As the best, unless ranges overlap: then nobody knows.',
    ),
    type: 'integer',
  },
];
