/** What has to hold of words that are drawn. */
import { defineCheck } from '../checks/define-check';

/** What has room next to a point of a chart as wide as a page. */
const MOST_CHARACTERS = 38;

export const shortEnough = defineCheck(
  {
    name: 'short-enough',
    explanation: `An annotation has at most ${MOST_CHARACTERS} characters, and no point of a chart has two.`,
  },
  {
    sql: `SELECT rowid AS line, text AS found, length(text) AS characters FROM annotations
      WHERE length(text) > ${MOST_CHARACTERS}`,
    column: 'text',
    says: ({ characters }) => `${characters} characters are more than ${MOST_CHARACTERS}`,
    advice: 'Shorten the words.',
  },
  {
    sql: `SELECT max(rowid) AS line, at AS found, chart FROM annotations
      GROUP BY chart, mode, at, series HAVING count(*) > 1`,
    column: 'at',
    says: ({ chart }) => `another annotation of ${chart} is at the same point`,
    advice: 'Keep one of them.',
  },
);
