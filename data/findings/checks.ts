/** What the figures have to carry: a claim is published only while it is true. */
import type { Check, CheckedTables, Finding } from '../contract';
import {
  type FindingTexts,
  type FoundValue,
  fillText,
  findValue,
  isTrue,
  listPlaceholders,
  type ValueStatement,
} from './fill-finding';

/** Two lines of a title at the width of a chart. */
const MOST_CHARACTERS = 90;

interface Row extends FindingTexts {
  readonly line: number;
  readonly finding: string;
  readonly chart: string;
}

export const claimsHold: Check = {
  name: 'claims-hold',
  explanation:
    'The condition of every finding holds for the figures of today, every name in braces has a value, and what is filled in has at most 90 characters.',
  reads: 'everything',
  find: (tables) =>
    tables
      .all<Row>('SELECT rowid AS line, * FROM findings ORDER BY rowid')
      .flatMap((row) => listFaults(tables, row)),
};

/** The values of a finding; null where one cannot be found, which a check of their own tells. */
function findValues(tables: CheckedTables, finding: string): FoundValue[] | null {
  const statements = tables.all<ValueStatement>(
    'SELECT name, statement, wording FROM finding_values WHERE finding = ? ORDER BY rowid',
    finding,
  );
  try {
    const values = statements.map((one) => findValue(tables, one));
    return values.some(({ said }) => said === null) ? null : values;
  } catch {
    return null;
  }
}

function listFaults(tables: CheckedTables, row: Row): Finding[] {
  const values = findValues(tables, row.finding);
  if (values === null) return [];
  const { line, chart } = row;
  const at = `${row.finding}, over the chart ${chart}`;
  const faults: Finding[] = [];
  for (const column of ['sentence', 'fallback', 'measure'] as const) {
    const lost = listPlaceholders(row[column]).find((name) =>
      values.every((value) => value.name !== name),
    );
    const filled = fillText(row[column], values);
    if (lost !== undefined) {
      faults.push({
        ...{ line, column, found: `{${lost}}` },
        says: `${at}, has no value of this name`,
        advice: 'Add it to finding-values.csv, or correct the name.',
      });
    } else if (filled && column !== 'measure' && filled.length > MOST_CHARACTERS) {
      faults.push({
        ...{ line, column, found: filled },
        says: `${at}, has ${filled.length} characters, more than ${MOST_CHARACTERS}`,
        advice: 'Shorten the sentence.',
      });
    }
  }
  try {
    if (!isTrue(tables, row.condition, values)) {
      faults.push({
        ...{ line, column: 'condition', found: row.condition },
        says: `${at}, is no longer true: ${values.map(({ name, raw }) => `${name} is ${raw}`).join(', ')}`,
        advice: 'Write a sentence that the figures carry, and its condition.',
      });
    }
  } catch (error) {
    faults.push({
      ...{ line, column: 'condition', found: row.condition },
      says: `${at}, has a condition that SQLite cannot read (${toWords(error)})`,
      advice: 'Write an SQL expression over the names of its values.',
    });
  }
  return faults;
}

const toWords = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
