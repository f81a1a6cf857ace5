/** Promises between counts by chip and counts by year. */
import type { Check } from '../contract';

export const countsFitCoverage: Check = {
  name: 'counts-fit-coverage',
  explanation:
    'No year has more models that name hardware than models; every such model names at least one chip, and no chip is named by more of them than there are.',
  find: (tables) =>
    tables
      .all<{ line: number; naming: number; models: number; by_chip: number; most: number }>(
        `SELECT v.rowid AS line, v.models_naming_hardware AS naming, v.models,
           sum(c.models) AS by_chip, max(c.models) AS most
         FROM notable_model_coverage v LEFT JOIN chips_in_notable_models c ON c.year = v.year
         GROUP BY v.rowid
         HAVING naming > v.models OR by_chip < naming OR most > naming
           OR (by_chip IS NULL AND naming > 0)
         ORDER BY line`,
      )
      .map(({ line, naming, models, by_chip, most }) => ({
        line,
        column: 'models_naming_hardware',
        found: String(naming),
        says: `the year has ${models} models; by chip they are ${by_chip ?? 0}, at most ${most ?? 0} for one chip`,
        advice: 'Count the year again in both datasets.',
      })),
};
