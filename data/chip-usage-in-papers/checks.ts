/** Promises between an edition and its counts. */
import type { Check } from '../contract';

export const oneProjectedYear: Check = {
  name: 'one-projected-year',
  explanation:
    'An edition extrapolates at most one year, and exactly the rows of that year are projections.',
  find: (tables) =>
    tables
      .all<{ line: number; kind: string; edition: string; year: number | null }>(
        `SELECT p.rowid AS line, p.kind, p.edition, e.projected_year AS year
         FROM chip_usage_in_papers p JOIN index_editions e ON e.edition = p.edition
         WHERE p.kind <> 'lower-bound' AND length(p.period) = 4
           AND (p.kind = 'projection') <> (p.period = coalesce(CAST(e.projected_year AS INTEGER) || '', ''))
         ORDER BY p.rowid`,
      )
      .map(({ line, kind, edition, year }) => ({
        line,
        column: 'kind',
        found: kind,
        says: `${edition} projects ${year ?? 'no year'}`,
        advice: 'Write projection for the projected year and measured for the years before.',
      })),
};

export const seriesNamed: Check = {
  name: 'series-named',
  explanation:
    'A series carries the name of its chip or, without one, of its vendor; a chip stands under its own vendor; the edition is one of papers.',
  find: (tables) => [
    ...tables
      .all<{ line: number; series: string; named: string }>(
        `SELECT rowid AS line, series, coalesce(chip, vendor) AS named FROM chip_usage_in_papers
         WHERE series <> named ORDER BY rowid`,
      )
      .map(({ line, series, named }) => ({
        line,
        column: 'series',
        found: series,
        says: `the row is about ${named}`,
        advice: `Write ${named}.`,
      })),
    ...tables
      .all<{ line: number; vendor: string; owner: string }>(
        `SELECT p.rowid AS line, p.vendor, c.vendor AS owner
         FROM chip_usage_in_papers p JOIN chips c ON c.chip = p.chip
         WHERE p.vendor <> c.vendor ORDER BY p.rowid`,
      )
      .map(({ line, vendor, owner }) => ({
        line,
        column: 'vendor',
        found: vendor,
        says: `chips.csv says ${owner}`,
        advice: `Write ${owner}, or correct chips.csv.`,
      })),
    ...tables
      .all<{ line: number; edition: string }>(
        `SELECT p.rowid AS line, p.edition
         FROM chip_usage_in_papers p JOIN index_editions e ON e.edition = p.edition
         WHERE e.papers_numbers IS NULL OR e.papers_numbers = 'none' ORDER BY p.rowid`,
      )
      .map(({ line, edition }) => ({
        line,
        column: 'edition',
        found: edition,
        says: 'index-editions.csv says that this edition has no paper counts',
        advice: 'Mend papers_numbers there, or the edition here.',
      })),
  ],
};
