/** Promises about ranks. */
import { defineCheck } from '../checks/define-check';

export const ranksOfChips = defineCheck(
  {
    name: 'ranks-of-chips',
    explanation:
      'A rank belongs to a chip and is a whole place; no two chips share one in the same list and year.',
  },
  {
    sql: `SELECT line, value AS found FROM (
        SELECT rowid AS line, chip, value, row_number() OVER (
          PARTITION BY year, source, relative_to, value ORDER BY rowid) AS nth
        FROM paper_statements WHERE metric = 'rank')
      WHERE chip IS NULL OR value < 1 OR value <> round(value) OR nth > 1`,
    column: 'value',
    says: 'this is not a place, has no owner, or is already taken',
    advice: 'Name the chip and its place.',
  },
);
