/** Promises about where a publisher's name leads. */
import { defineCheck } from '../checks/define-check';
import { ownerTotals } from '../owner-totals/contract';
import { rentalPrices } from '../rental-prices/contract';

/** Where the names of a kind must be found, as SQL; other kinds lead to free text. */
const KNOWN: Readonly<Record<string, string>> = {
  chip: 'SELECT chip FROM chips',
  organization: 'SELECT organization FROM organizations',
  vendor: 'SELECT vendor FROM vendors',
  site: 'SELECT site FROM data_centers',
  remainder: toList(Object.keys(ownerTotals.columns.remainder.values)),
  term: toList(Object.keys(rentalPrices.columns.term.values)),
  'provider-kind': toList(Object.keys(rentalPrices.columns.provider_kind.values)),
};

export const namesLeadSomewhere = defineCheck(
  {
    name: 'names-lead-somewhere',
    explanation:
      'Every name leads to something the tracker knows, or says why it is ignored; never both.',
    reads: ['chips', 'data-centers', 'organizations', 'vendors'],
  },
  {
    sql: `SELECT rowid AS line, name AS found FROM publisher_names
      WHERE (ours IS NULL) = (ignored IS NULL)`,
    column: 'ours',
    says: 'the name has both a name of ours and a reason to ignore it, or neither',
    advice: 'Fill one of the two columns.',
  },
  ...Object.entries(KNOWN).map(([kind, known]) => ({
    sql: `SELECT rowid AS line, ours AS found FROM publisher_names
      WHERE kind = '${kind}' AND ours IS NOT NULL AND ours NOT IN (${known})`,
    column: 'ours',
    says: `the tracker knows no such ${kind}`,
    advice: 'Correct it, or add it to its own dataset first.',
  })),
);

function toList(values: readonly string[]): string {
  return `VALUES ${values.map((value) => `('${value}')`).join(', ')}`;
}
