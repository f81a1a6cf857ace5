/** Promises within an edition's own row. */
import { defineCheck } from '../checks/define-check';

export const indexFitsNumbers = defineCheck(
  {
    name: 'index-fits-numbers',
    explanation:
      'An edition of papers says how many of its paper counts are known, one of clusters likewise, and only one of papers has a projected year.',
  },
  {
    sql: `SELECT rowid AS line, "index" AS found FROM index_editions
      WHERE (papers_numbers IS NOT NULL) <> ("index" IN ('chips-in-papers', 'both'))
        OR (holdings_numbers IS NOT NULL) <> ("index" IN ('gpu-holdings', 'both'))
        OR (projected_year IS NOT NULL AND papers_numbers IS NULL)`,
    column: 'index',
    says: 'papers_numbers, holdings_numbers and projected_year say otherwise',
    advice: 'Fill the columns of the index that the edition updates, and only these.',
  },
);
