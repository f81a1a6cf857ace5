/** Promises between the shares of one market and period. */
import { defineCheck } from '../checks/define-check';
import type { Check } from '../contract';

/**
 * Shares are printed rounded, mostly to whole per cents, and some are derived from
 * such figures, so each vendor may be off by half a point. Counted shares are
 * exact to their decimals, except that the Steam survey of March 2010 itself adds
 * up to 100.54.
 */
const POINTS_PER_VENDOR = 0.5;
const POINTS_MEASURED = 0.6;

interface Whole {
  readonly line: number;
  readonly market: string;
  readonly period: string;
  readonly vendors: number;
  readonly sum: number;
  readonly coverage: string;
  readonly adds_up: string | null;
  readonly coverages: number;
  readonly measured: number;
}

export const sharesAddUp: Check = {
  name: 'shares-add-up',
  explanation:
    'The shares of a market and period that claim to cover all vendors, or all that the market names, add up to 100: within 0.6 points where they are counted, else within half a point per vendor, because they are printed rounded. Others stay below. Members of a group that is listed itself do not count.',
  find: (tables) =>
    tables
      .all<Whole>(
        `SELECT min(s.rowid) AS line, s.market, period, count(*) AS vendors,
           round(sum(share_pct), 3) AS sum, min(coverage) AS coverage, m.adds_up,
           count(DISTINCT coverage) AS coverages, min(kind = 'measured') AS measured
         FROM gpu_market_share s LEFT JOIN markets m ON m.market = s.market
         WHERE part_of IS NULL GROUP BY s.market, period ORDER BY line`,
      )
      .flatMap((whole) => {
        const { line, market, period, sum, coverage } = whole;
        const of = `${market}, ${period}`;
        const slack = whole.measured ? POINTS_MEASURED : whole.vendors * POINTS_PER_VENDOR;
        if (whole.coverages > 1) {
          return {
            line,
            column: 'coverage',
            found: coverage,
            says: `rows of ${of} disagree about their coverage`,
            advice: 'Write the same value in all rows of a market and period.',
          };
        }
        const isWhole = coverage === 'all-vendors' || whole.adds_up === 'among-named';
        const isOff = isWhole ? Math.abs(sum - 100) > slack : sum > 100 + slack;
        if (!isOff) return [];
        return {
          line,
          column: 'share_pct',
          found: String(sum),
          says: `the shares of ${of} add up to ${sum}%`,
          advice:
            'Correct a share, or write some-vendors as coverage where vendors are missing, or name the group in part_of.',
        };
      }),
};

export const completeMarketsCovered = defineCheck(
  {
    name: 'coverage-fits-market',
    explanation:
      'A market that is declared complete has at least one period that covers all vendors, and only markets declared overlapping list members together with their group.',
  },
  {
    sql: `SELECT min(s.rowid) AS line, min(s.coverage) AS found, s.market FROM gpu_market_share s
      JOIN markets m ON m.market = s.market
      WHERE m.adds_up = 'complete' GROUP BY s.market
      HAVING max(s.coverage = 'all-vendors') = 0`,
    column: 'coverage',
    says: ({ market }) => `${market} is declared complete, but no period is`,
    advice: 'Declare the market incomplete in markets.csv, or add the missing vendors.',
  },
  {
    sql: `SELECT s.rowid AS line, s.part_of AS found, s.market FROM gpu_market_share s
      JOIN markets m ON m.market = s.market
      WHERE s.part_of IS NOT NULL AND m.adds_up <> 'overlapping'`,
    column: 'part_of',
    says: ({ market }) => `${market} is not declared overlapping`,
    advice: 'Declare it overlapping in markets.csv.',
  },
);

export const membersWithinGroup = defineCheck(
  {
    name: 'members-within-group',
    explanation:
      'A vendor that is part of a group is listed with that group in the same market and period, and the members together do not exceed it.',
  },
  {
    sql: `SELECT min(m.rowid) AS line, m.part_of AS found, round(sum(m.share_pct), 3) AS members,
        g.share_pct AS whole
      FROM gpu_market_share m LEFT JOIN gpu_market_share g
        ON g.market = m.market AND g.period = m.period AND g.vendor = m.part_of
      WHERE m.part_of IS NOT NULL
      GROUP BY m.market, m.period, m.part_of
      HAVING whole IS NULL OR members > whole + 0.5`,
    column: 'part_of',
    says: ({ members, whole }) =>
      whole === null
        ? 'this group has no row in the market and period'
        : `its members have ${members}%, the group ${whole}%`,
    advice: 'Leave part_of blank, or correct the shares.',
  },
);
