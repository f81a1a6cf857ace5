/** Promises about ranges. */
import type { Check } from '../contract';

export const rangesInOrder: Check = {
  name: 'ranges-in-order',
  explanation: 'The lower end of a range is not above its upper end.',
  find: (tables) =>
    tables
      .all<{ line: number; low: number; high: number }>(
        `SELECT rowid AS line, low, high FROM calculator_assumptions
         WHERE low > high ORDER BY rowid`,
      )
      .map(({ line, low, high }) => ({
        line,
        column: 'low',
        found: String(low),
        says: `the range ends at ${high}`,
        advice: 'Write the smaller figure first.',
      })),
};
