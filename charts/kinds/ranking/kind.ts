/** Rankings, and rows of dots. */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import { formatCell, type TableColumn } from '@/units/table';
import { declareNames, formatReading, hasValue } from '../figure';
import type { FiguresKind } from '../kind';
import {
  type ChartTable,
  type DetailColumn,
  describe,
  formatSpan,
  toCaption,
  toColumn,
  toDetailColumns,
  toKindWords,
  toOriginColumns,
  toValueColumns,
} from '../table';
import type { Series } from '../time/model';
import {
  type CountedFigure,
  formatRank,
  type OtherCount,
  type RankEntry,
  type RankModel,
} from './model';

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
    const all = [...model.entries, ...own.map((one) => toOwnEntry(one, model.columns))].toSorted(
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

function toOwnEntry(
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

/** A ranking as a table: a row is an entry, on a page and in a file. */

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
