/** The rows of a file stand in the order in which their states followed each other. */
import { type Check, toTableName } from '../contract';
import { defineCheck } from './define-check';

/** Promises that the file is sorted by these columns as texts, the first weighing most. */
export function rowsInOrder(dataset: string, columns: readonly [string, ...string[]]): Check {
  const last = columns.at(-1) ?? columns[0];
  const before = columns.map((column) => `lag(${column}) OVER (ORDER BY rowid) AS old_${column}`);
  const [own, old] = [columns, columns.map((column) => `old_${column}`)].map((one) =>
    one.join(', '),
  );
  return defineCheck(
    {
      name: 'rows-in-order',
      explanation: `Rows are sorted by ${own}, so that states of one thing follow each other in time.`,
    },
    {
      sql: `SELECT line, ${last} AS found FROM (
          SELECT rowid AS line, ${own}, ${before.join(', ')} FROM ${toTableName(dataset)})
        WHERE old_${last} IS NOT NULL AND (${own}) <= (${old})`,
      column: last,
      says: 'the row belongs before the one above it',
      advice: 'Move the row, or correct its day.',
    },
  );
}
