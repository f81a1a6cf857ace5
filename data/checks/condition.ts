/** Statements that an editor wrote to be told when the figures no longer carry some words. */
import type { CheckedTables } from '../contract';

/**
 * Null while an SQL SELECT over the published tables gives 1; else what is wrong, to follow a
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
