/** Promises about who asks a price. */
import type { Check } from '../contract';

export const oneKindPerProvider: Check = {
  name: 'one-kind-per-provider',
  explanation:
    'A provider is of one kind throughout, and assumptions are marked both as provider and as term, so that no line mixes kinds.',
  find: (tables) =>
    tables
      .all<{ line: number; kind: string; provider: string }>(
        `SELECT rowid AS line, provider_kind AS kind, provider FROM rental_prices p
         WHERE provider_kind <> (SELECT first.provider_kind FROM rental_prices first
             WHERE first.provider = p.provider ORDER BY first.rowid LIMIT 1)
           OR (provider_kind = 'assumption' AND term <> 'assumed')
         ORDER BY rowid`,
      )
      .map(({ line, kind, provider }) => ({
        line,
        column: 'provider_kind',
        found: kind,
        says: `it does not fit the other rows of ${provider}, or the term`,
        advice: 'Name the kind as in the provider’s first row; an assumption has the term assumed.',
      })),
};
