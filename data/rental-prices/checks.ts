/** Promises about who asks a price. */
import { defineCheck } from '../checks/define-check';

export const oneKindPerProvider = defineCheck(
  {
    name: 'one-kind-per-provider',
    explanation:
      'A provider is of one kind throughout, and assumptions are marked both as provider and as term, so that no line mixes kinds.',
  },
  {
    sql: `SELECT line, kind AS found, provider FROM (
        SELECT rowid AS line, provider_kind AS kind, provider, term,
          first_value(provider_kind) OVER (PARTITION BY provider ORDER BY rowid) AS first_kind
        FROM rental_prices)
      WHERE kind <> first_kind OR (kind = 'assumption' AND term <> 'assumed')`,
    column: 'provider_kind',
    says: ({ provider }) => `it does not fit the other rows of ${provider}, or the term`,
    advice: 'Name the kind as in the provider’s first row; an assumption has the term assumed.',
  },
);
