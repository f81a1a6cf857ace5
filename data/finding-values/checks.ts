/** What a value has to be: found in the data, sayable, and of use. */
import type { Check, CheckedTables, Finding } from '../contract';
import { findValue, listPlaceholders, type ValueStatement } from '../findings/fill-finding';

interface Row extends ValueStatement {
  readonly line: number;
  readonly finding: string;
  /** Of its finding. */
  readonly texts: string;
  readonly condition: string;
}

export const valuesFound: Check = {
  name: 'values-found',
  explanation:
    'Every statement gives one row with one value that its wording can say, and every value is in a text of its finding or in its condition.',
  reads: 'everything',
  find: (tables) =>
    tables
      .all<Row>(
        `SELECT v.rowid AS line, v.*, f.condition,
           f.sentence || f.fallback || f.measure AS texts
         FROM finding_values v JOIN findings f ON f.finding = v.finding ORDER BY v.rowid`,
      )
      .flatMap((row) => findFault(tables, row) ?? []),
};

function findFault(tables: CheckedTables, row: Row): Finding | null {
  const { line, finding, name, statement, wording } = row;
  const at = `${name} of the finding ${finding}`;
  const isUsed =
    listPlaceholders(row.texts).includes(name) || new RegExp(`\\b${name}\\b`).test(row.condition);
  if (!isUsed) {
    return {
      ...{ line, column: 'name', found: name },
      says: `${at}, is in no text of it and not in its condition`,
      advice: 'Use it, or take it out.',
    };
  }
  try {
    const { raw, said } = findValue(tables, row);
    if (said !== null) return null;
    return raw === null
      ? {
          ...{ line, column: 'statement', found: statement },
          says: `${at}, selects no value, or more than one`,
          advice: 'Select one row with one column that is not blank.',
        }
      : {
          ...{ line, column: 'wording', found: wording },
          says: `${at}, is ${raw}, which cannot be said so`,
          advice: 'Choose another wording.',
        };
  } catch (error) {
    return {
      ...{ line, column: 'statement', found: statement },
      says: `${at}, cannot be asked (${error instanceof Error ? error.message : String(error)})`,
      advice: 'Write one SQL SELECT over the published tables.',
    };
  }
}
