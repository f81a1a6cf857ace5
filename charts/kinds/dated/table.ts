/** Dated things as tables: a row is one of them; on a page the newest is first, in a file the oldest. */

import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import {
  type ChartTable,
  type DataRows,
  listFileDetails,
  listOriginColumns,
  listPageDetails,
  listPeriodColumns,
  listValueColumns,
  type PageColumn,
  tabulate,
  toCaption,
  toFileColumn,
} from '../table';
import { type DatedModel, listDatedEntries } from './model';

type Row = ReturnType<typeof listDatedEntries>[number];
const toEntry = ({ entry }: Row) => entry;

/** Lanes have no value, so no column for it. */
const hasValues = ({ shape }: DatedModel): boolean => shape === 'scatter';

export function buildTable(model: DatedModel): ChartTable {
  const isValued = hasValues(model);
  const value: PageColumn<Row> = [
    { id: 'value', label: model.valueLabel, align: 'right' },
    ({ entry: { value, kind, evidence = null } }) => ({
      text: formatValue(value, model.unit, kind),
      sort: value,
      kind,
      href: evidence,
    }),
  ];
  const columns: PageColumn<Row>[] = [
    [
      { id: 'name', label: model.entryLabel, align: 'left' },
      ({ entry: { label, href, note = null } }) => ({
        text: label,
        sort: label,
        href,
        title: note,
      }),
    ],
    [
      { id: 'date', label: 'Date', align: 'left' },
      ({ entry: { date, evidence = null } }) => ({
        text: formatPeriod(date.label),
        sort: date.start,
        // Without a value the date is what the evidence speaks for.
        href: isValued ? null : evidence,
      }),
    ],
    ...(isValued ? [value] : []),
    [
      { id: 'group', label: model.groupLabel, align: 'left' },
      ({ group: { label, href = null } }) => ({ text: label, sort: label, href }),
    ],
    ...listPageDetails(model.columns, toEntry),
  ];
  return {
    caption: isValued ? toCaption(model.unit) : 'By date',
    ...tabulate(columns, listDatedEntries(model).toReversed()),
  };
}

export function buildRows(model: DatedModel): DataRows {
  const { entryLabel, groupLabel, columns, unit } = model;
  const [what, where] = ['What happened or was measured.', 'The group in which it is drawn.'];
  return tabulate(
    [
      toFileColumn<Row>('name', entryLabel, what, ({ entry }) => entry.label),
      toFileColumn<Row>('series', groupLabel, where, ({ group }) => group.label),
      ...listPeriodColumns<Row>(({ entry }) => entry.date),
      ...(hasValues(model) ? listValueColumns({ unit }, toEntry) : listOriginColumns(toEntry)),
      ...listFileDetails(columns, toEntry),
    ],
    listDatedEntries(model),
  );
}
