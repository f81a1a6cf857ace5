/** Promises about other names. */
import type { Check } from '../contract';

export const oneMeant: Check = {
  name: 'one-meant',
  explanation: 'Another name stands for one row of one dataset.',
  find: (tables) =>
    tables
      .all<{ line: number; alias: string; meant: number }>(
        `SELECT rowid AS line, alias, (vendor IS NOT NULL) + (organization IS NOT NULL)
           + (chip IS NOT NULL) + (system IS NOT NULL) + (event IS NOT NULL) AS meant
         FROM aliases WHERE meant <> 1 ORDER BY rowid`,
      )
      .map(({ line, alias, meant }) => ({
        line,
        column: 'alias',
        found: alias,
        says: meant === 0 ? 'the row does not say what is meant' : `${meant} things are meant`,
        advice: 'Fill one of the columns behind it.',
      })),
};
