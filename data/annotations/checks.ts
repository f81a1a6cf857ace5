/** What has to hold of words that are drawn. */
import { defineCheck, findBrokenCondition } from '../checks/define-check';
import type { Check, CheckedTables, Finding } from '../contract';

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

interface Row {
  readonly line: number;
  readonly annotation: string;
  readonly chart: string;
  readonly text: string;
  readonly condition: string | null;
}

export const wordsTrue: Check = {
  name: 'words-true',
  explanation:
    'Words that name a figure, a peak or a low have a condition, and every condition holds for the figures of today.',
  reads: 'everything',
  find: (tables) =>
    tables
      .all<Row>('SELECT rowid AS line, * FROM annotations ORDER BY rowid')
      .flatMap((row) => findFault(tables, row) ?? []),
};

/** What the next figure may make wrong. */
const OF_FIGURES = /\d%|\d million|\b(low|peak)\b/i;

function findFault(tables: CheckedTables, row: Row): Finding | null {
  const { line, annotation, chart, text, condition } = row;
  const at = `${annotation}, in the chart ${chart}`;
  if (condition === null) {
    if (!OF_FIGURES.test(text)) return null;
    return {
      ...{ line, column: 'condition', found: '' },
      says: `${at}, speaks of figures (“${text}”) and says not when that is true`,
      advice: 'Write an SQL SELECT that gives 1 while the words are true.',
    };
  }
  const broken = findBrokenCondition(tables, condition);
  return broken === null
    ? null
    : {
        ...{ line, column: 'condition', found: condition, says: `${at}, ${broken}: “${text}”` },
        advice: 'Write words that the figures carry, and their condition.',
      };
}
