/** What has to hold of a correction: it is of data that there is, and stays made. */
import { findBrokenCondition } from '../checks/define-check';
import { type Check, toTableName } from '../contract';

interface Row {
  readonly line: number;
  readonly correction: string;
  readonly dataset: string;
  readonly condition: string | null;
}

const SELECT = 'SELECT rowid AS line, * FROM corrections ORDER BY rowid';

export const pointsAtData: Check = {
  name: 'points-at-data',
  explanation: 'A correction names a dataset that is published.',
  reads: 'everything',
  find: (tables) =>
    tables.all<Row>(SELECT).flatMap(({ line, correction, dataset }) => {
      const found = tables.all(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?",
        toTableName(dataset),
      );
      return found.length > 0
        ? []
        : {
            ...{ line, column: 'dataset', found: dataset },
            says: `${correction} is of a dataset that there is not`,
            advice: 'Write the name of its folder in data/.',
          };
    }),
};

export const correctionsStand: Check = {
  name: 'corrections-stand',
  explanation:
    'What was corrected stays so: the condition of every correction holds for the figures of today.',
  reads: 'everything',
  find: (tables) =>
    tables.all<Row>(SELECT).flatMap(({ line, correction, condition }) => {
      const broken = condition && findBrokenCondition(tables, condition);
      return broken
        ? {
            ...{ line, column: 'condition', found: condition, says: `${correction} ${broken}` },
            advice: 'An import may have brought the error back: correct the data again.',
          }
        : [];
    }),
};
