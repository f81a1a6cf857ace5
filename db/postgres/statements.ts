/** Statements of SQLite as PostgreSQL takes them, and its cells as SQLite would give them. */
import type { CellValue } from '@/units/table';

/** A statement with its parameters, as a client of PostgreSQL sends it. */
export interface Sent {
  readonly text: string;
  /** As text, whose type PostgreSQL takes from the place where it stands. */
  readonly values: (string | null)[];
}

/**
 * `?` → `$1`, `$2`, … in their order, and `LIKE`, for which small letters are no others than
 * capitals in SQLite, as PostgreSQL calls that. Throws where there are not as many as parameters: a
 * question mark in the statement itself, which would be taken for one, belongs into a parameter.
 */
export function toSent(statement: string, parameters: readonly unknown[]): Sent {
  let count = 0;
  const text = statement.replaceAll('?', () => `$${++count}`).replace(/\bLIKE\b/gi, 'ILIKE');
  if (count !== parameters.length) {
    throw new Error(`${parameters.length} parameters for ${count} question marks in: ${statement}`);
  }
  const values = parameters.map((value) => (value == null ? null : String(value)));
  return { text, values };
}

/**
 * What makes a cell of PostgreSQL's text, by the number of its type: every kind of number is a
 * number, true is 1. Of all other types the text is the cell.
 */
export const cellParsers: Readonly<Record<number, (text: string) => CellValue>> = {
  16: (text) => (text === 't' ? 1 : 0),
  ...Object.fromEntries([20, 21, 23, 700, 701, 1700].map((type) => [type, Number])),
};
