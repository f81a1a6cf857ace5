/**
 * Further columns of a ranking or of dated things. Cells are raw, so that a table
 * sorts by what they mean and files hold it; only what people read is formatted.
 */
import type { FigureKind } from '@/units/figure-kind';
import { formatFigure, formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';

/** A text, an ISO date or label of a period, a number; null is unknown. */
export type Detail = string | number | null;

export interface DetailColumn {
  /** In snake_case, and for good: files and addresses name the column by it, whatever its label. */
  readonly id: string;
  readonly label: string;
  /** What the cells are: texts where absent, else dates and periods, bare numbers, or numbers of a unit. */
  readonly as?: 'date' | 'count' | Unit;
  /** What to say for null; a dash where absent. */
  readonly missing?: string;
}

/** A cell for people; `kind` is that of the figure it stands beside. */
export function formatDetail(
  { as, missing = MISSING }: DetailColumn,
  cell: Detail,
  kind?: FigureKind,
): string {
  if (cell === null) return missing;
  if (typeof cell === 'number') {
    return as === undefined || as === 'count' || as === 'date'
      ? formatFigure(cell, null)
      : formatValue(cell, as, kind);
  }
  return as === 'date' ? formatPeriod(cell) : cell;
}

/** What a cell sorts by: periods by their first day. */
export function toSortKey({ as }: DetailColumn, cell: Detail): Detail {
  return as === 'date' && typeof cell === 'string' ? (parsePeriod(cell)?.start ?? cell) : cell;
}

/** Whether the cells are numbers. */
export function isNumeric({ as }: DetailColumn): boolean {
  return as !== undefined && as !== 'date';
}
