/** Promises between the shipments of one market and period. */
import type { Check } from '../contract';

// Totals are printed rounded ("about 4 million"), vendors sometimes exactly.
const SLACK = 1.02;

export const vendorsWithinTotal: Check = {
  name: 'vendors-within-total',
  explanation:
    'The vendors of a market and period together do not exceed its printed total by more than 2%, which rounding explains. They may fall short: sources seldom print all vendors.',
  find: (tables) =>
    (['units_thousands', 'value_usd_millions'] as const).flatMap((column) =>
      tables
        .all<{ line: number; total: number; vendors: number }>(
          `SELECT t.rowid AS line, t.${column} AS total, round(sum(v.${column}), 3) AS vendors
           FROM gpu_shipments t JOIN gpu_shipments v
             ON v.market = t.market AND v.period = t.period
             AND v.vendor <> 'total' AND v.part_of IS NULL
           WHERE t.vendor = 'total' GROUP BY t.rowid
           HAVING vendors > total * ${SLACK} ORDER BY line`,
        )
        .map(({ line, total, vendors }) => ({
          line,
          column,
          found: String(total),
          says: `the vendors add up to ${vendors}`,
          advice: 'Mend a figure, or name the group in part_of.',
        })),
    ),
};

export const hasUnitsOrValue: Check = {
  name: 'units-or-value',
  explanation: 'Every row says units, value or both.',
  find: (tables) =>
    tables
      .all<{ line: number }>(
        `SELECT rowid AS line FROM gpu_shipments
         WHERE units_thousands IS NULL AND value_usd_millions IS NULL ORDER BY rowid`,
      )
      .map(({ line }) => ({
        line,
        column: 'units_thousands',
        found: '',
        says: 'neither units nor value are given',
        advice: 'Give one of them, or delete the row.',
      })),
};
