/** Promises between Nvidia's segments, and along its quarters. */
import { parseFiscalQuarter } from '@/units/period';
import { defineCheck } from '../checks/define-check';
import type { Check } from '../contract';

// Published figures are rounded to the million, and fourth quarters are a year
// minus nine months, so a sum may be off by one.
const SLACK_USD_MILLIONS = 1;

interface Addition {
  readonly name: string;
  readonly explanation: string;
  /** The segment that the parts make up, always of the basis market-platforms. */
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Compares only where the whole and all parts of one basis are there. */
function partsAddUp({ name, explanation, whole, parts }: Addition): Check {
  return defineCheck(
    {
      name,
      explanation: `${explanation} Rounding may make a difference of one million; quarters in which a part is unknown are passed over.`,
    },
    {
      sql: `SELECT w.rowid AS line, p.basis, w.fiscal_quarter AS quarter,
          w.revenue_usd_millions AS found, sum(p.revenue_usd_millions) AS sum
        FROM nvidia_revenue w JOIN nvidia_revenue p ON p.fiscal_quarter = w.fiscal_quarter
        WHERE w.segment = '${whole}' AND w.basis = 'market-platforms'
          AND (p.segment IN (${parts.map((part) => `'${part}'`).join(', ')}))
          AND (p.basis <> 'market-platforms' OR p.segment <> w.segment)
        GROUP BY w.rowid, p.basis
        HAVING count(*) = ${parts.length} AND abs(sum - found) > ${SLACK_USD_MILLIONS}`,
      column: 'revenue_usd_millions',
      says: ({ basis, sum, quarter }) =>
        `${parts.join(', ')} (${basis}) add up to ${sum} in ${quarter}`,
      advice: 'Compare the quarter with its filing.',
    },
  );
}

export const platformsAddUp = partsAddUp({
  name: 'platforms-add-up',
  explanation: 'The five market platforms of a quarter add up to the company’s total.',
  whole: 'total',
  parts: ['data-center', 'gaming', 'professional-visualization', 'automotive', 'oem-and-other'],
});

export const dataCenterAddsUp = partsAddUp({
  name: 'data-center-adds-up',
  explanation: 'Compute and networking add up to data center.',
  whole: 'data-center',
  parts: ['compute', 'networking'],
});

export const recastDataCenterAddsUp = partsAddUp({
  name: 'recast-data-center-adds-up',
  explanation:
    'Hyperscale and AI clouds, industrial and enterprise of one basis add up to data center.',
  whole: 'data-center',
  parts: ['hyperscale', 'ai-clouds-industrial-enterprise'],
});

export const recastTotalAddsUp = partsAddUp({
  name: 'recast-total-adds-up',
  explanation:
    'Hyperscale, AI clouds, industrial and enterprise, and edge computing of one basis add up to the total.',
  whole: 'total',
  parts: ['hyperscale', 'ai-clouds-industrial-enterprise', 'edge-computing'],
});

const FIRST = 'FY2016-Q1';

/** Quarters of which no figure could be found in a source; see the README. */
const KNOWN_GAPS: readonly string[] = ['data-center FY2016-Q2'];

export const noMissingQuarter: Check = {
  name: 'no-missing-quarter',
  explanation:
    'Total and data center have a figure for every quarter from FY2016-Q1 to the newest one, so that growth is always over the right quarter. One gap is known: data center of FY2016-Q2.',
  find: (tables) => {
    const rows = tables.all<{ line: number; segment: string; quarter: string }>(
      `SELECT rowid AS line, segment, fiscal_quarter AS quarter FROM nvidia_revenue
       WHERE segment IN ('total', 'data-center') ORDER BY fiscal_quarter, rowid`,
    );
    const newest = rows.at(-1);
    if (!newest) return [];
    return ['total', 'data-center'].flatMap((segment) => {
      const known = new Map(
        rows.filter((row) => row.segment === segment).map((row) => [row.quarter, row.line]),
      );
      let line = 2;
      return quartersBetween(FIRST, newest.quarter).flatMap((quarter) => {
        line = known.get(quarter) ?? line;
        if (known.has(quarter) || KNOWN_GAPS.includes(`${segment} ${quarter}`)) return [];
        return {
          line,
          column: 'fiscal_quarter',
          found: quarter,
          says: `${segment} has no figure for ${quarter}`,
          advice: 'Add the quarter after this line.',
        };
      });
    });
  },
};

function quartersBetween(first: string, last: string): string[] {
  const [from, to] = [parseFiscalQuarter(first), parseFiscalQuarter(last)];
  if (!from || !to) return [];
  const quarters: string[] = [];
  for (let n = from.year * 4 + from.quarter - 1; n < to.year * 4 + to.quarter; n++) {
    quarters.push(`FY${Math.floor(n / 4)}-Q${(n % 4) + 1}`);
  }
  return quarters;
}
