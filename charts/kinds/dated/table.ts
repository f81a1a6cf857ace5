/** Dated things as tables: a row is one of them; on a page the newest is first, in a file the oldest. */

import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { type ChartTable, toCaption, toDetailCells, toTableColumn } from '../cells';
import {
  type DataRows,
  listOriginColumns,
  listPeriodCells,
  listPeriodColumns,
  listValueColumns,
  listValues,
  toDetailColumns,
  toTextColumn,
} from '../rows';
import { type DatedModel, listDatedEntries } from './model';

/** Newest first. Lanes have no value, so no column for it. */
export function buildDatedTable(model: DatedModel): ChartTable {
  const hasValues = model.shape === 'scatter';
  return {
    caption: hasValues ? toCaption(model.unit) : 'By date',
    columns: [
      { id: 'name', label: model.entryLabel, align: 'left' },
      { id: 'date', label: 'Date', align: 'left' },
      ...(hasValues ? [{ id: 'value', label: model.valueLabel, align: 'right' as const }] : []),
      { id: 'group', label: model.groupLabel, align: 'left' },
      ...model.columns.map(toTableColumn),
    ],
    rows: listDatedEntries(model)
      .toReversed()
      .map(({ entry, group }) => [
        { text: entry.label, sort: entry.label, href: entry.href, title: entry.note ?? null },
        {
          text: formatPeriod(entry.date.label),
          sort: entry.date.start,
          // Without a value the date is what the evidence speaks for.
          href: hasValues ? null : (entry.evidence ?? null),
        },
        ...(hasValues
          ? [
              {
                text: formatValue(entry.value, model.unit, entry.kind),
                sort: entry.value,
                kind: entry.kind,
                href: entry.evidence ?? null,
              },
            ]
          : []),
        { text: group.label, sort: group.label, href: group.href ?? null },
        ...toDetailCells(entry, model),
      ]),
  };
}

/** Lanes have no values, so no columns for them. */
export function buildDatedRows(model: DatedModel): DataRows {
  const hasValues = model.shape === 'scatter';
  return {
    columns: [
      toTextColumn('name', model.entryLabel, 'What happened or was measured.'),
      toTextColumn('series', model.groupLabel, 'The group in which it is drawn.'),
      ...listPeriodColumns(),
      ...(hasValues ? listValueColumns({ unit: model.unit }) : listOriginColumns()),
      ...toDetailColumns(model.columns),
    ],
    rows: listDatedEntries(model).map(({ entry, group }) => [
      entry.label,
      group.label,
      ...listPeriodCells(entry.date),
      ...(hasValues ? listValues(entry) : [entry.source, entry.note ?? null]),
      ...entry.details,
    ]),
  };
}
