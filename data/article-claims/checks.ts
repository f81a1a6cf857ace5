/** Promises about verdicts. */
import type { Check } from '../contract';

export const verdictsFit: Check = {
  name: 'verdicts-fit',
  explanation:
    'What stands only in the article is never called a match, what was verified never “only reported”; a claim called mistranslated says how, and a value names its unit.',
  find: (tables) =>
    tables
      .all<{ line: number; column: string; found: string }>(
        `SELECT rowid AS line, 'verdict' AS "column", verdict AS found FROM article_claims
         WHERE (standing = 'reported' AND verdict NOT IN ('only-reported', 'mistranslated'))
           OR (standing = 'verified' AND verdict = 'only-reported')
         UNION ALL
         SELECT rowid, 'chinese_text', coalesce(chinese_text, '') FROM article_claims
         WHERE (verdict = 'mistranslated') <> (chinese_text IS NOT NULL)
         UNION ALL
         SELECT rowid, 'unit', coalesce(unit, '') FROM article_claims
         WHERE (value IS NULL) <> (unit IS NULL)
         ORDER BY 1, 2`,
      )
      .map(({ line, column, found }) => ({
        line,
        column,
        found,
        says: 'this does not fit the other columns of the row',
        advice: 'Mend the verdict, the standing, or what the verdict rests on.',
      })),
};
