/**
 * Nobody measures a period that is not over. Dates of publication are often known
 * to the month or year only; then the last possible day speaks for the row.
 */
import { type Check, type Finding, toTableName } from '../contract';

/** The last day a partial date can mean; ISO texts compare as dates do. */
const lastDay = (column: string) =>
  `CASE length(${column}) WHEN 4 THEN ${column} || '-12-31' WHEN 7 THEN ${column} || '-31' ELSE ${column} END`;
const firstDay = (column: string) =>
  `CASE length(${column}) WHEN 4 THEN ${column} || '-01-01' WHEN 7 THEN ${column} || '-01' ELSE ${column} END`;

interface Dated {
  readonly line: number;
  readonly kind: string;
  readonly start: string;
  readonly end: string;
  readonly published: string;
}

/**
 * For datasets whose `kind` knows projections: a figure for a period that ended
 * after publication is not measured, one for a period that had not begun is a
 * projection, and a projection is never older than its period.
 */
export function projectionsMarked(dataset: string, measured: readonly string[]): Check {
  const table = toTableName(dataset);
  return {
    name: 'projections-marked',
    explanation:
      'Every figure printed before its period began is marked as a projection, nothing is called measured before its period is over, and nothing is called a projection that was printed after it. Charts draw projections apart.',
    find: (tables) => {
      const select = (published: (column: string) => string, where: string) =>
        tables.all<Dated>(
          `SELECT t.rowid AS line, t.kind, t.period_start AS start, t.period_end AS "end",
             s.published_on AS published
           FROM ${table} t JOIN sources s ON s.source = t.source
           WHERE s.published_on IS NOT NULL AND ${where.replaceAll('published', published('s.published_on'))}
           ORDER BY t.rowid`,
        );
      const list = measured.map((kind) => `'${kind}'`).join(', ');
      const early = select(lastDay, `t.kind IN (${list}) AND t.period_end > published`);
      const earlyLines = new Set(early.map(({ line }) => line));
      const unborn = select(lastDay, `t.kind <> 'projection' AND t.period_start > published`);
      const late = select(firstDay, `t.kind = 'projection' AND t.period_end < published`);
      return [
        ...early.map((row) => toFinding(row, `the period ends on ${row.end}`)),
        ...unborn
          .filter(({ line }) => !earlyLines.has(line))
          .map((row) => toFinding(row, `the period begins on ${row.start}`)),
        ...late.map((row) => ({
          ...toFinding(row, `the period ended on ${row.end}`),
          advice: 'Call it measured or an estimate, or name the source that foretold it.',
        })),
      ];
    },
  };
}

function toFinding({ line, kind, published }: Dated, period: string): Finding {
  return {
    line,
    column: 'kind',
    found: kind,
    says: `${period}, but its source is of ${published}`,
    advice: 'Call it a projection, or correct the period or the source’s date.',
  };
}

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
  return {
    name: 'not-younger-than-source',
    explanation:
      'No reported figure covers days after its source was published. A wrong year in a date is found this way.',
    find: (tables) =>
      tables
        .all<{ line: number; day: string; published: string }>(
          `SELECT t.rowid AS line, t.${day} AS day, s.published_on AS published
           FROM (SELECT rowid, * FROM ${toTableName(dataset)} WHERE ${where}) t
           JOIN sources s ON s.source = t.source
           WHERE s.published_on IS NOT NULL
             AND t.${day} > date(min(${lastDay('s.published_on')}, '9999-12-31'), '+${slackDays} days')
           ORDER BY t.rowid`,
        )
        .map((row) => ({
          line: row.line,
          column: day,
          found: row.day,
          says: `its source is of ${row.published}`,
          advice: 'Mend the date, or name a source that is young enough.',
        })),
  };
}
