/** The rows of a file stand in the order in which their states followed each other. */
import { type Check, toTableName } from '../contract';

interface OrderColumns {
  readonly dataset: string;
  /** By which the file is sorted, the first weighing most. */
  readonly columns: readonly string[];
}

/** Promises that every row comes after the one before it, by text. */
export function rowsInOrder({ dataset, columns }: OrderColumns): Check {
  const [last] = columns.slice(-1);
  const before = columns.map((column) => `lag(${column}) OVER (ORDER BY rowid) AS old_${column}`);
  const own = columns.join(', ');
  const old = columns.map((column) => `old_${column}`).join(', ');
  return {
    name: 'rows-in-order',
    explanation: `Rows are sorted by ${columns.join(', ')}, so that states of one thing follow each other in time.`,
    find: (tables) =>
      tables
        .all<{ line: number; found: string }>(
          `SELECT line, ${last} AS found FROM (
             SELECT rowid AS line, ${own}, ${before.join(', ')} FROM ${toTableName(dataset)})
           WHERE old_${last} IS NOT NULL AND (${own}) <= (${old}) ORDER BY line`,
        )
        .map(({ line, found }) => ({
          line,
          column: last ?? null,
          found,
          says: 'the row belongs before the one above it',
          advice: 'Move the row, or correct its day.',
        })),
  };
}
