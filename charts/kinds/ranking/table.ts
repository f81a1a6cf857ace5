/** A ranking as a table: a row is an entry, on a page and in a file. */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
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
import {
  type CountedFigure,
  formatRank,
  type OtherCount,
  type RankEntry,
  type RankModel,
} from './model';

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
  const others = (model.counts ?? []).map((one, at) => toCountColumns(one, at, model));
  return {
    caption: toCaption(unit),
    columns: [
      ...(isRanked ? [best, worst] : []),
      name,
      ...(isGrouped ? [group] : []),
      ...[value, low, high],
      ...toOriginColumns(toEntry),
      ...details,
      ...others.flatMap(({ files }) => files),
    ],
    rows: entries,
    page: {
      columns: [
        name,
        ...(isRanked ? [rank] : []),
        shown,
        ...(isRanged ? [range] : []),
        ...others.flatMap(({ page }) => page),
        ...details,
      ],
      rows: entries,
    },
  };
}

/** What another count has of each entry: in files with all that is known, on a page with its day. */
function toCountColumns({ id, label, meaning, mark }: OtherCount, at: number, model: RankModel) {
  const of = ({ counts }: RankEntry): CountedFigure | null => counts?.[at] ?? null;
  const toOwn = ({ sort: _, format: __, ...column }: TableColumn<CountedFigure>): Column => ({
    ...column,
    id: `${id}_${column.id}`,
    label: `${label}: ${column.label}`,
    read: (entry) => onFigure(of(entry), column.read) ?? null,
    kind: (entry) => of(entry)?.kind,
    source: (entry) => of(entry)?.source,
    href: (entry) => onFigure(of(entry), column.href),
    title: (entry) => onFigure(of(entry), column.title),
  });
  const [value, low, high] = toValueColumns<CountedFigure>(model, (figure) => figure);
  const own = toOwn({ ...value, title: (figure) => describe(toKindWords(figure), figure.note) });
  const asOf = toColumn<CountedFigure>(
    ['as_of', 'As of', 'Day or period as exact as its source.'],
    (figure) => figure.asOf,
  );
  const shown: Column = {
    ...own,
    sortedAs: id.replaceAll('_', '-'),
    label,
    meaning,
    format: (entry) => {
      const figure = of(entry);
      if (!figure) return MISSING;
      return `${formatValue(figure.value, model.unit, figure.kind)} (${formatPeriod(figure.asOf)})`;
    },
  };
  const share: Column = {
    ...toColumn(
      [`${id}_share`, 'Share of total', `${label}, in percent of the total.`],
      (entry) => {
        const figure = of(entry);
        return figure && entry.value ? (figure.value / entry.value) * 100 : null;
      },
      'number',
    ),
    unit: '%',
    format: (entry) => {
      const figure = of(entry);
      if (!figure || !entry.value) return MISSING;
      const percent = (figure.value / entry.value) * 100;
      return percent < 1 ? 'under 1%' : formatValue(Math.round(percent), '%');
    },
  };
  return {
    files: [
      { ...own, meaning: `${meaning} ${value.meaning}` },
      ...[low, high, ...toOriginColumns<CountedFigure>((figure) => figure)].map(toOwn),
      { ...toOwn(asOf), as: 'date' as const },
    ],
    page: mark === 'inside' ? [shown, share] : [shown],
  };
}

const onFigure = <T>(figure: CountedFigure | null, read?: (figure: CountedFigure) => T) =>
  figure && read ? read(figure) : undefined;

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
