/** Promises about the order of rules. */
import { defineCheck } from '../checks/define-check';

export const followsInTime = defineCheck(
  {
    name: 'follows-in-time',
    explanation:
      'Every row is an event of export control, and what changed it is later and is listed too.',
  },
  {
    sql: `SELECT x.rowid AS line, 'event' AS "column", x.event AS found
      FROM export_controls x JOIN events e ON e.event = x.event
      WHERE e.category <> 'export-control'
      UNION ALL
      SELECT x.rowid, 'changed_by', x.changed_by
      FROM export_controls x JOIN events e ON e.event = x.event
        JOIN events later ON later.event = x.changed_by
      WHERE later.date <= e.date OR x.changed_by NOT IN (SELECT event FROM export_controls)`,
    says: 'this is no export control, or not a later one',
    advice: 'Name an event of that category, and a later one as its change.',
  },
);
