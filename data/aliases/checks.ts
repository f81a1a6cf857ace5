/** Promises about other names. */
import type { Check } from '../contract';

export const aliasesLeadSomewhere: Check = {
  name: 'aliases-lead-somewhere',
  explanation: 'The row that another name stands for is in the dataset named.',
  find: (tables) =>
    tables
      .all<{ line: number; row: string; dataset: string }>(
        `SELECT a.rowid AS line, a.row, a.dataset FROM aliases a
         WHERE CASE a.dataset
           WHEN 'vendors' THEN a.row NOT IN (SELECT vendor FROM vendors)
           WHEN 'organizations' THEN a.row NOT IN (SELECT organization FROM organizations)
           WHEN 'chips' THEN a.row NOT IN (SELECT chip FROM chips)
           WHEN 'systems' THEN a.row NOT IN (SELECT system FROM systems)
           WHEN 'events' THEN a.row NOT IN (SELECT event FROM events)
         END ORDER BY a.rowid`,
      )
      .map(({ line, row, dataset }) => ({
        line,
        column: 'row',
        found: row,
        says: `this is not in ${dataset}.csv`,
        advice: 'Name a row that is there, or take the other name out.',
      })),
};
