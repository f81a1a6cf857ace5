/** Promises of the counts of a TOP500 list. */
import { defineCheck } from '../checks/define-check';

export const sharesOfList = defineCheck(
  {
    name: 'shares-of-list',
    explanation:
      'The accelerators of a list are at most its accelerated systems, and each share of systems is the count divided by them.',
  },
  {
    sql: `SELECT min(rowid) AS line, max(accelerated_systems) AS found, sum(systems) AS added
      FROM top500_by_chip GROUP BY list
      HAVING sum(systems) > min(accelerated_systems)
        OR min(accelerated_systems) <> max(accelerated_systems)`,
    column: 'accelerated_systems',
    says: ({ added }) => `the list’s accelerators have ${added} systems`,
    advice: 'Correct a count, or write the same number in all rows of the list.',
  },
  {
    sql: `SELECT rowid AS line, systems_share_pct AS found,
        round(100.0 * systems / accelerated_systems, 3) AS fitting
      FROM top500_by_chip
      WHERE abs(systems_share_pct - 100.0 * systems / accelerated_systems) > 0.001`,
    column: 'systems_share_pct',
    says: ({ fitting }) => `the counts give ${fitting}`,
    advice: 'Correct the share, or a count.',
  },
);
