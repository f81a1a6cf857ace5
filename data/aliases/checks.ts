/** Promises about other names. */
import { defineCheck } from '../checks/define-check';

export const oneMeant = defineCheck(
  { name: 'one-meant', explanation: 'Another name leads to one row of one dataset.' },
  {
    sql: `SELECT rowid AS line, alias AS found, (vendor IS NOT NULL) + (organization IS NOT NULL)
        + (chip IS NOT NULL) + (system IS NOT NULL) + (event IS NOT NULL) AS meant
      FROM aliases WHERE meant <> 1`,
    column: 'alias',
    says: ({ meant }) =>
      meant === 0 ? 'the row does not say what is meant' : `${meant} things are meant`,
    advice: 'Fill one of the columns behind it.',
  },
);
