/** The table that a page shows of a picture, and the cells that tables of every kind have. */

import { type FigureKind, kindWords } from '@/units/figure-kind';
import type { Unit } from '@/units/format-value';
import { type Detail, type DetailColumn, formatDetail, isNumeric, toSortKey } from '../detail';
import { toStart } from '../when';

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Whether the smallest comes first when sorted at first, as for ranks. */
  readonly lowFirst?: boolean;
}

export interface TableCell {
  readonly text: string;
  /** What sorting goes by; null sorts last. */
  readonly sort: string | number | null;
  readonly href?: string | null;
  readonly kind?: FigureKind;
  /** Shown on hover: a note, or why the cell is empty. */
  readonly title?: string | null;
}

export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

const unitWords: Readonly<Partial<Record<Unit, string>>> = {
  'USD millions': 'US dollars',
  USD: 'US dollars',
  thousands: 'units',
  index: 'index points',
};

/** The caption of a table with figures of a unit. */
export const toCaption = (unit: Unit): string => `In ${unitWords[unit] ?? unit}`;

/** How a figure came about; of a derived one its note says more. */
export const toKindWords = ({
  kind,
  note,
}: {
  kind: FigureKind;
  note?: string | null;
}): string | null => (kind === 'derived' && note ? null : kindWords[kind]);

/** What there is to say of a cell, a sentence each; null for nothing. */
export const describe = (...texts: readonly (string | null | undefined)[]): string | null =>
  texts.flatMap((text) => (text ? toStart(text) : [])).join('. ') || null;

export const toTableColumn = (column: DetailColumn): TableColumn => ({
  id: column.id.replaceAll('_', '-'),
  label: column.label,
  align: isNumeric(column) ? 'right' : 'left',
});

export function toDetailCells(
  {
    details,
    detailHrefs = [],
    kind,
  }: {
    readonly details: readonly Detail[];
    readonly detailHrefs?: readonly (string | null)[];
    readonly kind: FigureKind;
  },
  { columns }: { readonly columns: readonly DetailColumn[] },
): TableCell[] {
  return columns.map((column, index) => {
    const cell = details[index] ?? null;
    return {
      text: formatDetail(column, cell, kind),
      sort: toSortKey(column, cell),
      href: detailHrefs[index] ?? null,
    };
  });
}
