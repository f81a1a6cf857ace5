/** Promises about where a publisher's name leads. */
import type { Check } from '../contract';
import { rentalPrices } from '../rental-prices/contract';

/** Where the names of a kind must be found, as SQL; other kinds lead to free text. */
const KNOWN: Readonly<Record<string, string>> = {
  chip: 'SELECT chip FROM chips',
  organization: 'SELECT organization FROM organizations',
  vendor: 'SELECT vendor FROM vendors',
  term: toList(Object.keys(rentalPrices.columns.term.values)),
  'provider-kind': toList(Object.keys(rentalPrices.columns.provider_kind.values)),
};

export const namesLeadSomewhere: Check = {
  name: 'names-lead-somewhere',
  explanation:
    'Every name leads to something the tracker knows, or says why it is ignored; never both.',
  reads: ['chips', 'organizations', 'vendors'],
  find: (tables) => [
    ...tables
      .all<{ line: number; name: string }>(
        `SELECT rowid AS line, name FROM publisher_names
         WHERE (ours IS NULL) = (ignored IS NULL) ORDER BY rowid`,
      )
      .map(({ line, name }) => ({
        line,
        column: 'ours',
        found: name,
        says: 'the name has both a name of ours and a reason to ignore it, or neither',
        advice: 'Fill one of the two columns.',
      })),
    ...Object.entries(KNOWN).flatMap(([kind, known]) =>
      tables
        .all<{ line: number; ours: string }>(
          `SELECT rowid AS line, ours FROM publisher_names
           WHERE kind = ? AND ours IS NOT NULL AND ours NOT IN (${known}) ORDER BY rowid`,
          kind,
        )
        .map(({ line, ours }) => ({
          line,
          column: 'ours',
          found: ours,
          says: `the tracker knows no such ${kind}`,
          advice: 'Correct it, or add it to its own dataset first.',
        })),
    ),
  ],
};

function toList(values: readonly string[]): string {
  return `VALUES ${values.map((value) => `('${value}')`).join(', ')}`;
}
