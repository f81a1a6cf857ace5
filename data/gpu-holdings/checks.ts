/** Promises that keep holdings from being added twice, and powers of unlike things apart. */
import { defineCheck } from '../checks/define-check';
import { type Check, toTableName } from '../contract';

export const familyFits = defineCheck(
  {
    name: 'family-fits',
    explanation:
      'Rows of the index name their edition and others name none; Omdia’s rows are yearly purchases and no others are; H100-equivalents of whole fleets stay in their own family.',
  },
  {
    sql: `SELECT rowid AS line, family AS found FROM gpu_holdings
      WHERE (edition IS NOT NULL) <> (family IN ('index-edition', 'index-notes'))
        OR (counts = 'yearly-purchases') <> (family = 'omdia-purchases')
        OR (family = 'epoch-owners' AND chip = 'h100-equivalent')`,
    column: 'family',
    says: 'edition, counts or chip belong to another family',
    advice: 'Correct the family, or the column that contradicts it.',
  },
);

export const editionHasHoldings = defineCheck(
  {
    name: 'edition-has-holdings',
    explanation: 'A bar of the index belongs to an edition that updates clusters.',
  },
  {
    sql: `SELECT h.rowid AS line, h.edition AS found FROM gpu_holdings h
      JOIN index_editions e ON e.edition = h.edition
      WHERE e.holdings_numbers IS NULL OR e.holdings_numbers = 'none'`,
    column: 'edition',
    says: 'index-editions.csv says that this edition has no clusters',
    advice: 'Correct holdings_numbers there, or the edition here.',
  },
);

export const partsWithinWhole = defineCheck(
  {
    name: 'parts-within-whole',
    explanation: 'A row is no larger than the one that contains it, and a chain of parts ends.',
  },
  {
    sql: `SELECT h.rowid AS line, h.part_of AS found, h.accelerators AS part,
        w.accelerators AS whole
      FROM gpu_holdings h JOIN gpu_holdings w ON w.holding = h.part_of
      WHERE h.accelerators > w.accelerators`,
    column: 'part_of',
    says: ({ part, whole }) => `the part has ${part} accelerators, the whole ${whole}`,
    advice: 'Name another whole, or correct the numbers.',
  },
  {
    sql: `WITH RECURSIVE up(start, holding) AS (
        SELECT holding, part_of FROM gpu_holdings WHERE part_of IS NOT NULL
        UNION SELECT up.start, h.part_of FROM up JOIN gpu_holdings h ON h.holding = up.holding
        WHERE h.part_of IS NOT NULL)
      SELECT h.rowid AS line, h.part_of AS found
      FROM up JOIN gpu_holdings h ON h.holding = up.start WHERE up.start = up.holding`,
    column: 'part_of',
    says: 'the row ends up being part of itself',
    advice: 'Break the circle.',
  },
);

export const tenantIsAnother = defineCheck(
  {
    name: 'tenant-is-another',
    explanation:
      'Host and tenant are other organizations than the owner, and a row has only one of them.',
  },
  {
    sql: `SELECT rowid AS line, coalesce(host, tenant) AS found FROM gpu_holdings
      WHERE host = organization OR tenant = organization
        OR (host IS NOT NULL AND tenant IS NOT NULL)`,
    column: 'host',
    says: 'an owner is either tenant of a host or host of a tenant',
    advice: 'Name one other organization, in one of the two columns.',
  },
);

/** For holdings and their history. */
export function powerSaysOfWhat(dataset: string): Check {
  return defineCheck(
    {
      name: 'power-says-of-what',
      explanation: 'A power says what it is of: the chips alone, or a whole site.',
    },
    {
      sql: `SELECT rowid AS line, power_basis AS found FROM ${toTableName(dataset)}
        WHERE (power_mw IS NULL) <> (power_basis IS NULL)`,
      column: 'power_basis',
      says: ({ found }) => (found ? 'there is no power' : 'the power does not say of what it is'),
      advice: 'Fill both or neither.',
    },
  );
}

export const sitesAgree = defineCheck(
  {
    name: 'sites-agree',
    explanation:
      'A row of a data center is the newest count in operation of that chip at that site in data-center-chips.',
    reads: ['data-centers', 'data-center-chips'],
  },
  {
    sql: `SELECT rowid AS line, accelerators AS found FROM gpu_holdings
      WHERE family = 'epoch-data-centers' AND (cluster, chip, accelerators) NOT IN (
        SELECT d.name, c.chip, c.accelerators
        FROM (SELECT site, chip, accelerators, max(date) FROM data_center_chips
          WHERE kind = 'estimate' GROUP BY site, chip) c
        JOIN data_centers d ON d.site = c.site)`,
    column: 'accelerators',
    says: 'data-center-chips.csv has another count of this chip at this site, or none',
    advice: 'Take over the publisher’s file of chips again.',
  },
);
