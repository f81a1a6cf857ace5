/** What has to hold of a series so that its age can be told. */
import type { Check, CheckedTables, Finding } from '../contract';
import { findNewest, type Timing } from './newest';

interface Row extends Timing {
  readonly line: number;
  readonly series: string;
  readonly origin: string | null;
  readonly origins: number;
}

export const newestFound: Check = {
  name: 'newest-found',
  explanation:
    'Every statement gives the period or day of a newest figure, a rhythm has a lag, and the origin is one that sources name.',
  reads: 'everything',
  find: (tables) =>
    tables
      .all<Row>(
        `SELECT f.rowid AS line, f.*,
           f.origin IS NULL OR f.origin IN (SELECT origin FROM sources) AS origins
         FROM freshness f ORDER BY f.rowid`,
      )
      .flatMap((row) => findFault(tables, row) ?? []),
};

function findFault(tables: CheckedTables, row: Row): Finding | null {
  const { line, series, newest, rhythm, lag_days, origin, origins } = row;
  if (origins === 0) {
    return {
      ...{ line, column: 'origin', found: origin ?? '' },
      says: `no source of ${series} names this origin`,
      advice: 'Write the origin as sources.csv does.',
    };
  }
  if (rhythm !== null && lag_days === null) {
    return {
      ...{ line, column: 'lag_days', found: '' },
      says: `${series} has a rhythm and no lag`,
      advice: 'Write how many days after a period its figure usually comes.',
    };
  }
  const toFault = (says: string): Finding => ({
    ...{ line, column: 'newest', found: newest, says: `the newest figure of ${series} ${says}` },
    advice: 'Select one period such as 2025-Q4, or one day.',
  });
  try {
    return findNewest(tables, row) ? null : toFault('is not found');
  } catch (error) {
    return toFault(`cannot be asked (${error instanceof Error ? error.message : String(error)})`);
  }
}
