/** Promises between an edition and its counts. */
import { defineCheck } from '../checks/define-check';

export const oneProjectedYear = defineCheck(
  {
    name: 'one-projected-year',
    explanation:
      'An edition extrapolates at most one year, and exactly the rows of that year are projections.',
  },
  {
    sql: `SELECT p.rowid AS line, p.kind AS found, p.edition, e.projected_year AS year
      FROM chip_usage_in_papers p JOIN index_editions e ON e.edition = p.edition
      WHERE p.kind <> 'lower-bound' AND length(p.period) = 4 AND (p.kind = 'projection')
        <> (p.period = coalesce(CAST(e.projected_year AS INTEGER) || '', ''))`,
    column: 'kind',
    says: ({ edition, year }) => `${edition} projects ${year ?? 'no year'}`,
    advice: 'Write projection for the projected year and measured for the years before.',
  },
);

export const seriesNamed = defineCheck(
  {
    name: 'series-named',
    explanation:
      'A series carries the name of its chip or, without one, of its vendor; a chip stands under its own vendor; the edition is one of papers.',
  },
  {
    sql: `SELECT rowid AS line, series AS found, coalesce(chip, vendor) AS named
      FROM chip_usage_in_papers WHERE series <> named`,
    column: 'series',
    says: ({ named }) => `the row is about ${named}`,
    advice: ({ named }) => `Write ${named}.`,
  },
  {
    sql: `SELECT p.rowid AS line, p.vendor AS found, c.vendor AS owner
      FROM chip_usage_in_papers p JOIN chips c ON c.chip = p.chip WHERE p.vendor <> c.vendor`,
    column: 'vendor',
    says: ({ owner }) => `chips.csv says ${owner}`,
    advice: ({ owner }) => `Write ${owner}, or correct chips.csv.`,
  },
  {
    sql: `SELECT p.rowid AS line, p.edition AS found
      FROM chip_usage_in_papers p JOIN index_editions e ON e.edition = p.edition
      WHERE e.papers_numbers IS NULL OR e.papers_numbers = 'none'`,
    column: 'edition',
    says: 'index-editions.csv says that this edition has no paper counts',
    advice: 'Correct papers_numbers there, or the edition here.',
  },
);
