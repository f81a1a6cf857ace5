/** Dated things as a table: a row is one of them, oldest first; on a page the newest is first. */

import type { TableColumn } from '@/units/table';
import {
  type ChartTable,
  toCaption,
  toColumn,
  toDetailColumns,
  toOriginColumns,
  toPeriodColumns,
  toValueColumns,
} from '../table';
import { type DatedModel, listDatedEntries } from './model';

type Row = ReturnType<typeof listDatedEntries>[number];
const toEntry = ({ entry }: Row) => entry;

export function toTable(model: DatedModel): ChartTable<Row> {
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
