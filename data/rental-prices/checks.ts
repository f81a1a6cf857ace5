/** Promises about who asks a price. */
import type { Check } from '../contract';

export const oneKindPerProvider: Check = {
  name: 'one-kind-per-provider',
  explanation:
    'A provider is of one kind throughout, and assumptions are marked both as provider and as term, so that no line mixes kinds.',
  find: (tables) =>
    tables
      .all<{ line: number; kind: string; provider: string }>(
        `SELECT line, kind, provider FROM (
           SELECT rowid AS line, provider_kind AS kind, provider, term,
             first_value(provider_kind) OVER (PARTITION BY provider ORDER BY rowid) AS first_kind
           FROM rental_prices)
         WHERE kind <> first_kind OR (kind = 'assumption' AND term <> 'assumed')
         ORDER BY line`,
      )
      .map(({ line, kind, provider }) => ({
        line,
        column: 'provider_kind',
        found: kind,
        says: `it does not fit the other rows of ${provider}, or the term`,
        advice: 'Name the kind as in the provider’s first row; an assumption has the term assumed.',
      })),
};
