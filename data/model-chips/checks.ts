/** Promises between models and their chips. */
import { defineCheck } from '../checks/define-check';

export const everyModelHasChips = defineCheck(
  {
    name: 'every-model-has-chips',
    explanation: 'A model has as many chips as names of hardware that differ, and at least one.',
  },
  {
    sql: `SELECT min(c.rowid) AS line, c.model AS found, count(*) AS chips
      FROM model_chips c JOIN models_with_hardware m ON m.model = c.model
      GROUP BY c.model
      HAVING count(*) > 1 + length(m.hardware) - length(replace(m.hardware, ';', ''))`,
    column: 'model',
    says: ({ chips }) => `it has ${chips} chips, and names less hardware`,
    advice: 'Remove a chip, or complete the hardware of the model.',
  },
  {
    sql: `SELECT 1 AS line, m.model AS found FROM models_with_hardware m
      WHERE NOT EXISTS (SELECT 1 FROM model_chips c WHERE c.model = m.model)`,
    column: 'model',
    says: 'the model has no chip',
    advice: 'Add a row with its chip.',
  },
);
