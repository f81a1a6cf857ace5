/** Promises about the documents themselves. */
import { defineCheck } from '../checks/define-check';

export const missingAddressExplained = defineCheck(
  {
    name: 'missing-address-explained',
    explanation: 'A document without an address has a note that says so.',
  },
  {
    sql: `SELECT rowid AS line, url AS found FROM sources
      WHERE url IS NULL AND coalesce(note, '') NOT LIKE '%address%'`,
    column: 'url',
    says: 'the document has no address, and its note does not say why',
    advice: 'Give the address, or write in the note that it is not known.',
  },
);

export const listedOnce = defineCheck(
  {
    name: 'listed-once',
    explanation:
      'A document stands here once. The same address may recur only with another title, as several files of one repository do.',
  },
  {
    sql: `SELECT s.rowid AS line, s.url AS found, min(f.rowid) AS first FROM sources s
      JOIN sources f ON f.url = s.url AND f.title = s.title AND f.rowid < s.rowid
      GROUP BY s.rowid`,
    column: 'url',
    says: ({ first }) => `line ${first} is the same document`,
    advice: 'Keep one of them and let figures cite it.',
  },
);

export const primaryHasAddress = defineCheck(
  {
    name: 'primary-has-address',
    explanation: 'What is graded primary can be looked up: it has an address.',
  },
  {
    sql: `SELECT rowid AS line, grade AS found FROM sources
      WHERE grade = 'primary' AND url IS NULL`,
    column: 'grade',
    says: 'a document whose address is not known cannot be looked up',
    advice: 'Grade it “secondary”, or give the address.',
  },
);
