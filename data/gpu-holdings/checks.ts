/** Promises that keep holdings from being added twice. */
import type { Check } from '../contract';

export const familyFits: Check = {
  name: 'family-fits',
  explanation:
    'Rows of the index name their edition and others name none; Omdia’s rows are yearly purchases and no others are; H100-equivalents of whole fleets stay in their own family.',
  find: (tables) =>
    tables
      .all<{ line: number; family: string }>(
        `SELECT rowid AS line, family FROM gpu_holdings
         WHERE (edition IS NOT NULL) <> (family IN ('index-edition', 'index-notes'))
            OR (counts = 'yearly-purchases') <> (family = 'omdia-purchases')
            OR (family = 'epoch-owners' AND chip = 'h100-equivalent')
         ORDER BY rowid`,
      )
      .map(({ line, family }) => ({
        line,
        column: 'family',
        found: family,
        says: 'edition, counts or chip belong to another family',
        advice: 'Mend the family, or the column that contradicts it.',
      })),
};

export const editionHasHoldings: Check = {
  name: 'edition-has-holdings',
  explanation: 'A bar of the index belongs to an edition that updates holdings.',
  find: (tables) =>
    tables
      .all<{ line: number; edition: string }>(
        `SELECT h.rowid AS line, h.edition FROM gpu_holdings h
         JOIN index_editions e ON e.edition = h.edition
         WHERE e.holdings_numbers IS NULL OR e.holdings_numbers = 'none' ORDER BY h.rowid`,
      )
      .map(({ line, edition }) => ({
        line,
        column: 'edition',
        found: edition,
        says: 'index-editions.csv says that this edition has no holdings',
        advice: 'Mend holdings_numbers there, or the edition here.',
      })),
};

export const partsWithinWhole: Check = {
  name: 'parts-within-whole',
  explanation:
    'A holding is no larger than the one that contains it, and a chain of parts ends somewhere.',
  find: (tables) => [
    ...tables
      .all<{ line: number; part_of: string; part: number; whole: number }>(
        `SELECT h.rowid AS line, h.part_of, h.accelerators AS part, w.accelerators AS whole
         FROM gpu_holdings h JOIN gpu_holdings w ON w.holding = h.part_of
         WHERE h.accelerators > w.accelerators ORDER BY h.rowid`,
      )
      .map(({ line, part_of, part, whole }) => ({
        line,
        column: 'part_of',
        found: part_of,
        says: `the part has ${part} accelerators, the whole ${whole}`,
        advice: 'Name another whole, or correct the numbers.',
      })),
    ...tables
      .all<{ line: number; part_of: string }>(
        `WITH RECURSIVE up(start, holding) AS (
           SELECT holding, part_of FROM gpu_holdings WHERE part_of IS NOT NULL
           UNION SELECT up.start, h.part_of FROM up JOIN gpu_holdings h ON h.holding = up.holding
           WHERE h.part_of IS NOT NULL)
         SELECT h.rowid AS line, h.part_of FROM up JOIN gpu_holdings h ON h.holding = up.start
         WHERE up.start = up.holding ORDER BY h.rowid`,
      )
      .map(({ line, part_of }) => ({
        line,
        column: 'part_of',
        found: part_of,
        says: 'the holding ends up being part of itself',
        advice: 'Break the circle.',
      })),
  ],
};

export const tenantIsAnother: Check = {
  name: 'tenant-is-another',
  explanation:
    'Host and tenant are other organizations than the holder, and a row has only one of them.',
  find: (tables) =>
    tables
      .all<{ line: number; found: string }>(
        `SELECT rowid AS line, coalesce(host, tenant) AS found FROM gpu_holdings
         WHERE host = organization OR tenant = organization
            OR (host IS NOT NULL AND tenant IS NOT NULL) ORDER BY rowid`,
      )
      .map(({ line, found }) => ({
        line,
        column: 'host',
        found,
        says: 'a holder is either tenant of a host or host of a tenant',
        advice: 'Name one other organization, in one of the two columns.',
      })),
};
