/** Promises about prices. */
import type { Check } from '../contract';

export const priceSaid: Check = {
  name: 'price-said',
  explanation:
    'A price says what sort of price it is, and nothing else does: a dealer’s price is never taken for a list price.',
  find: (tables) =>
    tables
      .all<{ line: number; kind: string | null }>(
        `SELECT rowid AS line, price_kind AS kind FROM systems
         WHERE (price_usd IS NULL) <> (price_kind IS NULL)
           OR (price_usd IS NULL AND price_as_of IS NOT NULL)
         ORDER BY rowid`,
      )
      .map(({ line, kind }) => ({
        line,
        column: 'price_kind',
        found: kind ?? '',
        says: 'price, kind and date of the price do not fit together',
        advice: 'Fill price and kind, or leave all three blank.',
      })),
};
