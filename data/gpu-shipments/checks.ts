/** Promises between the shipments of one market and period. */
import { type Breach, defineCheck } from '../checks/define-check';

// Totals are printed rounded ("about 4 million"), vendors sometimes exactly.
const SLACK = 1.02;

export const vendorsWithinTotal = defineCheck(
  {
    name: 'vendors-within-total',
    explanation:
      'The vendors of a market and period together do not exceed its printed total by more than 2%, which rounding explains. They may fall short: sources seldom print all vendors.',
  },
  ...['units_thousands', 'value_usd_millions'].map(
    (column) =>
      ({
        sql: `SELECT t.rowid AS line, t.${column} AS found, round(sum(v.${column}), 3) AS vendors
      FROM gpu_shipments t JOIN gpu_shipments v
        ON v.market = t.market AND v.period = t.period
        AND v.vendor <> 'total' AND v.part_of IS NULL
      WHERE t.vendor = 'total' GROUP BY t.rowid HAVING vendors > found * ${SLACK}`,
        column,
        says: ({ vendors }) => `the vendors add up to ${vendors}`,
        advice: 'Correct a figure, or name the group in part_of.',
      }) satisfies Breach,
  ),
);

export const hasUnitsOrValue = defineCheck(
  { name: 'units-or-value', explanation: 'Every row says units, value or both.' },
  {
    sql: `SELECT rowid AS line, units_thousands AS found FROM gpu_shipments
      WHERE units_thousands IS NULL AND value_usd_millions IS NULL`,
    column: 'units_thousands',
    says: 'neither units nor value are given',
    advice: 'Give one of them, or delete the row.',
  },
);
