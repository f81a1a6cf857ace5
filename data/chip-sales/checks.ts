/** Promises of chip sales. */
import { defineCheck } from '../checks/define-check';

export const chipOfVendor = defineCheck(
  {
    name: 'chip-of-vendor',
    explanation: 'The designer of a row is the vendor of its chip.',
  },
  {
    sql: `SELECT s.rowid AS line, s.vendor AS found, c.vendor AS own
      FROM chip_sales s JOIN chips c ON c.chip = s.chip WHERE c.vendor <> s.vendor`,
    column: 'vendor',
    says: ({ own }) => `the chip is one of ${own}`,
    advice: 'Name the vendor of the chip, or another chip.',
  },
);

export const incompleteAtTheEnds = defineCheck(
  {
    name: 'incomplete-at-the-ends',
    explanation:
      'Incomplete quarters stand only at the first or last quarter of a designer within an edition, and all rows of such a quarter are marked.',
  },
  {
    sql: `SELECT line, quarter AS found, is_end FROM (
        SELECT rowid AS line, quarter,
          period IN (min(period) OVER designer, max(period) OVER designer) AS is_end,
          min(quarter) OVER one <> max(quarter) OVER one AS is_mixed
        FROM chip_sales
        WINDOW designer AS (PARTITION BY edition, vendor),
          one AS (PARTITION BY edition, vendor, period))
      WHERE quarter = 'part' AND (NOT is_end OR is_mixed)`,
    column: 'quarter',
    says: ({ is_end }) =>
      is_end
        ? 'other chips of the designer have the whole quarter'
        : 'the designer has quarters on both sides',
    advice: 'Correct the mark, or the period.',
  },
);
