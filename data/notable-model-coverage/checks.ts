/** Promises between counts by chip and counts by year. */
import { defineCheck } from '../checks/define-check';

export const countsFitCoverage = defineCheck(
  {
    name: 'counts-fit-coverage',
    explanation:
      'No year has more models that name hardware than models; every such model names at least one chip, and no chip is named by more of them than there are.',
  },
  {
    sql: `SELECT v.rowid AS line, v.models_naming_hardware AS found, v.models,
        sum(c.models) AS by_chip, max(c.models) AS most
      FROM notable_model_coverage v LEFT JOIN chips_in_notable_models c ON c.year = v.year
      GROUP BY v.rowid
      HAVING found > v.models OR by_chip < found OR most > found
        OR (by_chip IS NULL AND found > 0)`,
    column: 'models_naming_hardware',
    says: ({ models, by_chip, most }) =>
      `the year has ${models} models; by chip they are ${by_chip ?? 0}, at most ${most ?? 0} for one chip`,
    advice: 'Count the year again in both datasets.',
  },
);
