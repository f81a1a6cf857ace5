/**
 * Nobody measures a period that is not over. Dates of publication are often known
 * to the month or year only; then the last possible day speaks for the row.
 */
import { type Check, toTableName } from '../contract';
import { defineCheck } from './define-check';

/** The last day a partial date can mean; ISO texts compare as dates do. */
const lastDay = (column: string) =>
  `CASE length(${column}) WHEN 4 THEN ${column} || '-12-31' WHEN 7 THEN ${column} || '-31' ELSE ${column} END`;
const firstDay = (column: string) =>
  `CASE length(${column}) WHEN 4 THEN ${column} || '-01-01' WHEN 7 THEN ${column} || '-01' ELSE ${column} END`;

/**
 * For datasets whose `kind` knows projections: a figure for a period that ended
 * after publication is not measured, one for a period that had not begun is a
 * projection, and a projection is never older than its period.
 */
export function projectionsMarked(dataset: string, measured: readonly string[]): Check {
  const isMeasured = `t.kind IN (${measured.map((kind) => `'${kind}'`).join(', ')})`;
  const select = (day: string, where: string) =>
    `SELECT t.rowid AS line, t.kind AS found, ${day} AS day, s.published_on AS published
     FROM ${toTableName(dataset)} t JOIN sources s ON s.source = t.source
     WHERE s.published_on IS NOT NULL AND ${where}`;
  const [last, first] = [lastDay('s.published_on'), firstDay('s.published_on')];
  const isEarly = `${isMeasured} AND t.period_end > ${last}`;
  return defineCheck(
    {
      name: 'projections-marked',
      explanation:
        'Every figure printed before its period began is marked as a projection, nothing is called measured before its period is over, and nothing is called a projection that was printed after it. Charts draw projections apart.',
    },
    {
      sql: select('t.period_end', isEarly),
      column: 'kind',
      says: ({ day, published }) => `the period ends on ${day}, but its source is of ${published}`,
      advice: PROJECTION,
    },
    {
      sql: select(
        't.period_start',
        `t.kind <> 'projection' AND t.period_start > ${last} AND NOT (${isEarly})`,
      ),
      column: 'kind',
      says: ({ day, published }) =>
        `the period begins on ${day}, but its source is of ${published}`,
      advice: PROJECTION,
    },
    {
      sql: select('t.period_end', `t.kind = 'projection' AND t.period_end < ${first}`),
      column: 'kind',
      says: ({ day, published }) => `the period ended on ${day}, but its source is of ${published}`,
      advice: 'Call it measured or an estimate, or name the source that foretold it.',
    },
  );
}

const PROJECTION = 'Call it a projection, or correct the period or the source’s date.';

interface ReportedColumns {
  readonly dataset: string;
  /** The column with the last day the figure covers. */
  readonly day: string;
  /** Which rows are reports, as SQL over the dataset's columns; all by default. */
  readonly where?: string;
  /** Days a source may run ahead: time zones, a list stamped for tomorrow. */
  readonly slackDays?: number;
}

/** For datasets without projections: no figure is younger than its source. */
export function notYoungerThanSource({
  dataset,
  day,
  where = 'true',
  slackDays = 0,
}: ReportedColumns): Check {
  return defineCheck(
    {
      name: 'not-younger-than-source',
      explanation:
        'No reported figure covers days after its source was published. A wrong year in a date is found this way.',
    },
    {
      sql: `SELECT t.line, t.${day} AS found, s.published_on AS published
        FROM (SELECT rowid AS line, * FROM ${toTableName(dataset)} WHERE ${where}) t
        JOIN sources s ON s.source = t.source
        WHERE s.published_on IS NOT NULL
          AND t.${day} > date(min(${lastDay('s.published_on')}, '9999-12-31'), '+${slackDays} days')`,
      column: day,
      says: ({ published }) => `its source is of ${published}`,
      advice: 'Correct the date, or name a source that is young enough.',
    },
  );
}
