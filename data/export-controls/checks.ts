/** Promises about the order of rules. */
import type { Check } from '../contract';

export const followsInTime: Check = {
  name: 'follows-in-time',
  explanation:
    'Every row is an event of export control, and what changed it came later and is listed too.',
  find: (tables) =>
    tables
      .all<{ line: number; column: string; found: string }>(
        `SELECT x.rowid AS line, 'event' AS "column", x.event AS found
         FROM export_controls x JOIN events e ON e.event = x.event
         WHERE e.category <> 'export-control'
         UNION ALL
         SELECT x.rowid, 'changed_by', x.changed_by
         FROM export_controls x JOIN events e ON e.event = x.event
           JOIN events later ON later.event = x.changed_by
         WHERE later.date <= e.date
           OR x.changed_by NOT IN (SELECT event FROM export_controls)
         ORDER BY 1, 2`,
      )
      .map(({ line, column, found }) => ({
        line,
        column,
        found,
        says: 'this is no export control, or not one that came later',
        advice: 'Name an event of that category, and a later one as its change.',
      })),
};
