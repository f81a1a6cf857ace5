/** Promises about who does what. */
import type { Check } from '../contract';

export const launchesOfOwnChips: Check = {
  name: 'launches-of-own-chips',
  explanation:
    'Who launches a chip is its vendor, so that a vendor’s timeline holds its own chips.',
  find: (tables) =>
    tables
      .all<{ line: number; vendor: string | null; chip: string; owner: string }>(
        `SELECT e.rowid AS line, e.vendor, e.chip, c.vendor AS owner
         FROM events e JOIN chips c ON c.chip = e.chip
         WHERE e.category = 'launch' AND e.vendor IS NOT c.vendor
         ORDER BY e.rowid`,
      )
      .map(({ line, vendor, chip, owner }) => ({
        line,
        column: 'vendor',
        found: vendor ?? '',
        says: `${chip} is a chip of ${owner}`,
        advice: 'Name the chip’s vendor, or another chip.',
      })),
};
