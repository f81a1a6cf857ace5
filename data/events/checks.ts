/** Promises about who does what. */
import { defineCheck } from '../checks/define-check';

export const launchesOfOwnChips = defineCheck(
  {
    name: 'launches-of-own-chips',
    explanation:
      'Who launches a chip is its vendor, so that a vendor’s timeline holds its own chips.',
  },
  {
    sql: `SELECT e.rowid AS line, e.vendor AS found, e.chip, c.vendor AS owner
      FROM events e JOIN chips c ON c.chip = e.chip
      WHERE e.category = 'launch' AND e.vendor IS NOT c.vendor`,
    column: 'vendor',
    says: ({ chip, owner }) => `${chip} is a chip of ${owner}`,
    advice: 'Name the chip’s vendor, or another chip.',
  },
);
