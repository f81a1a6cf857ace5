/** Promises about prices. */
import { defineCheck } from '../checks/define-check';

export const priceSaid = defineCheck(
  {
    name: 'price-said',
    explanation:
      'A price says what sort of price it is, and nothing else does: a dealer’s price is never taken for a list price.',
  },
  {
    sql: `SELECT rowid AS line, price_kind AS found FROM systems
      WHERE (price_usd IS NULL) <> (price_kind IS NULL)
        OR (price_usd IS NULL AND price_as_of IS NOT NULL)`,
    column: 'price_kind',
    says: 'price, kind and date of the price do not fit together',
    advice: 'Fill price and kind, or leave all three blank.',
  },
);
