/** Checks whose broken promises a statement finds, row by row, and a sentence explains. */

import type { CellValue } from '@/units/table';
import type { Check, CheckedTables, Finding } from '../contract';

/** What a statement selects of a row that breaks a promise. */
interface BrokenRow {
  readonly line: number;
  readonly found: CellValue;
  readonly [value: string]: CellValue;
}

type Words = string | ((row: BrokenRow) => string);

export interface Breach {
  /**
   * Selects the rows that break the promise: their `line` (in SQLite their rowid) first, what
   * was `found`, whatever the words name, and the `column` where it is not always the same.
   */
  readonly sql: string;
  /** The column that the finding points at; as selected where absent. */
  readonly column?: string;
  /** What is wrong, as a clause. */
  readonly says: Words;
  /** What to write instead, as a sentence. */
  readonly advice: Words;
}

/** A check of one or several statements; findings of each by line, then by column. */
export function defineCheck(
  promise: Pick<Check, 'name' | 'explanation' | 'reads'>,
  ...breaches: readonly Breach[]
): Check {
  return {
    ...promise,
    find: (tables) => breaches.flatMap((breach) => listFindings(tables, breach)),
  };
}

function listFindings(tables: CheckedTables, { sql, column, says, advice }: Breach): Finding[] {
  const write = (words: Words, row: BrokenRow) => (typeof words === 'string' ? words : words(row));
  return tables.all<BrokenRow>(`${sql} ORDER BY 1, 2`).map((row) => ({
    line: row.line,
    column: column ?? String(row.column),
    found: String(row.found ?? ''),
    says: write(says, row),
    advice: write(advice, row),
  }));
}

/**
 * Asks a condition that an editor wrote so as to hear when the figures no longer carry some words:
 * null while an SQL SELECT over the published tables gives 1; else what is wrong, to follow a
 * subject: "is no longer true", or that it cannot be asked, with SQLite's own words.
 */
export function findBrokenCondition(tables: CheckedTables, condition: string): string | null {
  try {
    const [row] = tables.all<Readonly<Record<string, unknown>>>(condition).map(Object.values);
    return row?.[0] === 1 ? null : 'is no longer true';
  } catch (error) {
    return `cannot be asked (${error instanceof Error ? error.message : String(error)})`;
  }
}
