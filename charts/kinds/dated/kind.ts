/** Single things by date: dots on a value axis, or events in lanes. */

import { kindWords } from '@/units/figure-kind';
import { formatCount } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import type { TableColumn } from '@/units/table';
import { declareNames, formatReading } from '../figure';
import type { FiguresKind } from '../kind';
import {
  type ChartTable,
  toCaption,
  toColumn,
  toDetailColumns,
  toOriginColumns,
  toPeriodColumns,
  toValueColumns,
} from '../table';
import { type Band, describeBands, findBands } from './bands';
import { type DatedModel, listDatedEntries } from './model';

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
  names: declareNames<DatedModel, 'groups'>('groups'),
  listEntries,
  locate(model) {
    const entries = listDatedEntries(model);
    const bands = findBands(model)?.bands ?? [];
    return (_, index) => {
      const { entry, group } = entries[index] ?? {};
      const band = bands[index - entries.length];
      const ids = [entry?.id, (group ?? band?.group)?.id].filter((id) => id !== undefined);
      return { ids, period: entry?.date ?? band?.period ?? null };
    };
  },
  toTable,
  describeDrawn: describeBands,
  buildReader(model) {
    const entries = listDatedEntries(model);
    const bands = findBands(model)?.bands ?? [];
    return (_, index) => {
      const band = bands[index - entries.length];
      if (band) return readBand(band, model);
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

/** "median $2.10 ($1.49–$2.99), 41 prices"; its evidence are the rows of that month. */
function readBand(band: Band, model: DatedModel) {
  const { group, period, source } = band;
  return {
    name: group.label,
    text: wordBand(band, model),
    when: formatPeriod(period.label),
    source,
    evidence: group.rows ? searchRows(group.rows.href, period.label) : null,
  };
}

function wordBand({ spread, count, kind }: Band, { counted = 'figures', unit }: DatedModel) {
  const all = `${formatCount(count)} ${counted}`;
  if (!spread) return [all, kindWords[kind]].filter(Boolean).join(', ');
  const { low, median, high } = spread;
  const middle = formatReading({ value: median, low, high, kind }, unit);
  return count === 1 ? middle : `median ${middle}, ${all}`;
}

/** A date is searched as a text: "2024-05" finds each of its days. The search stands first, as in any table. */
function searchRows(href: string, date: string): string {
  const { pathname, searchParams, hash } = new URL(href, 'http://any.example');
  const search = new URLSearchParams([['q', date], ...searchParams]);
  return `${pathname}?${search}${hash}`;
}

/** Dated things as a table: a row is one of them, oldest first; on a page the newest is first. */

type Row = ReturnType<typeof listDatedEntries>[number];
const toEntry = ({ entry }: Row) => entry;

function toTable(model: DatedModel): ChartTable<Row> {
  const { entryLabel, groupLabel, valueLabel, unit, shape } = model;
  // Lanes have no value, so no column for it; the date is what their evidence speaks for.
  const isValued = shape === 'scatter';
  const name: TableColumn<Row> = {
    ...toColumn(['name', entryLabel, 'What happened or was measured.'], toLabel),
    href: ({ entry }) => entry.href,
    title: ({ entry }) => entry.note,
  };
  const group: TableColumn<Row> = {
    ...toColumn(['series', groupLabel, 'The group in which it is drawn.'], toGroup),
    sortedAs: 'group',
    href: (row) => row.group.href,
  };
  const [period, ...ends] = toPeriodColumns<Row>(({ entry }) => entry.date);
  const date: TableColumn<Row> = {
    ...period,
    sortedAs: 'date',
    label: 'Date',
    sort: ({ entry }) => entry.date.start,
    href: ({ entry }) => (isValued ? null : entry.evidence),
  };
  const [value, ...range] = toValueColumns({ unit }, toEntry);
  const [kind, ...origin] = toOriginColumns(toEntry);
  const details = toDetailColumns(model.columns, toEntry);
  const rows = listDatedEntries(model);
  const figures = isValued ? [value, ...range, kind] : [];
  const shown = isValued ? [{ ...value, label: valueLabel }] : [];
  return {
    caption: isValued ? toCaption(unit) : 'By date',
    columns: [name, group, period, ...ends, ...figures, ...origin, ...details],
    rows,
    page: { columns: [name, date, ...shown, group, ...details], rows: rows.toReversed() },
  };
}

const toLabel = ({ entry }: Row) => entry.label;
const toGroup = ({ group }: Row) => group.label;
