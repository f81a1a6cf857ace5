/** Promises between companies and groups. */
import type { Check } from '../contract';

export const parentsAreCompanies: Check = {
  name: 'parents-are-companies',
  explanation: 'Only a company has a parent, and the parent is another company.',
  find: (tables) =>
    tables
      .all<{ line: number; parent: string }>(
        `SELECT v.rowid AS line, v.parent FROM vendors v JOIN vendors p ON p.vendor = v.parent
         WHERE v.level <> 'company' OR p.level <> 'company' OR v.vendor = v.parent
         ORDER BY v.rowid`,
      )
      .map(({ line, parent }) => ({
        line,
        column: 'parent',
        found: parent,
        says: 'this is not another company that owns the vendor',
        advice: 'Name the owning company, or leave the cell blank.',
      })),
};
