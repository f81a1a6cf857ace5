/** Promises about the documents themselves. */
import type { Check } from '../contract';

export const missingAddressExplained: Check = {
  name: 'missing-address-explained',
  explanation: 'A document without an address has a note that says so.',
  find: (tables) =>
    tables
      .all<{ line: number }>(
        `SELECT rowid AS line FROM sources
         WHERE url IS NULL AND coalesce(note, '') NOT LIKE '%address%' ORDER BY rowid`,
      )
      .map(({ line }) => ({
        line,
        column: 'url',
        found: '',
        says: 'the document has no address, and its note does not say why',
        advice: 'Give the address, or write in the note that it is not known.',
      })),
};

export const listedOnce: Check = {
  name: 'listed-once',
  explanation:
    'A document stands here once. The same address may recur only with another title, as several files of one repository do.',
  find: (tables) =>
    tables
      .all<{ line: number; url: string; first: number }>(
        `SELECT s.rowid AS line, s.url, min(f.rowid) AS first FROM sources s
         JOIN sources f ON f.url = s.url AND f.title = s.title AND f.rowid < s.rowid
         GROUP BY s.rowid ORDER BY s.rowid`,
      )
      .map(({ line, url, first }) => ({
        line,
        column: 'url',
        found: url,
        says: `line ${first} is the same document`,
        advice: 'Keep one of them and let figures cite it.',
      })),
};
