/** Promises within an edition's own row. */
import type { Check } from '../contract';

export const indexFitsNumbers: Check = {
  name: 'index-fits-numbers',
  explanation:
    'An edition of papers says how many of its paper counts are known, one of holdings likewise, and only one of papers has a projected year.',
  find: (tables) =>
    tables
      .all<{ line: number; index: string }>(
        `SELECT rowid AS line, "index" FROM index_editions
         WHERE (papers_numbers IS NOT NULL) <> ("index" IN ('chips-in-papers', 'both'))
            OR (holdings_numbers IS NOT NULL) <> ("index" IN ('gpu-holdings', 'both'))
            OR (projected_year IS NOT NULL AND papers_numbers IS NULL)
         ORDER BY rowid`,
      )
      .map(({ line, index }) => ({
        line,
        column: 'index',
        found: index,
        says: 'papers_numbers, holdings_numbers and projected_year say otherwise',
        advice: 'Fill the columns of the index that the edition updates, and only these.',
      })),
};
