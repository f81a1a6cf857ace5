/** Promises about ranges. */
import { defineCheck } from '../checks/define-check';

export const rangesInOrder = defineCheck(
  {
    name: 'ranges-in-order',
    explanation: 'The lower end of a range is not above its upper end.',
  },
  {
    sql: 'SELECT rowid AS line, low AS found, high FROM calculator_assumptions WHERE low > high',
    column: 'low',
    says: ({ high }) => `the range ends at ${high}`,
    advice: 'Write the smaller figure first.',
  },
);
