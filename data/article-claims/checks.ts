/** Promises about verdicts. */
import { defineCheck } from '../checks/define-check';

export const verdictsFit = defineCheck(
  {
    name: 'verdicts-fit',
    explanation:
      'What stands only in the article is never called a match, what was verified never “only reported”; a claim called mistranslated says how, and a value names its unit.',
  },
  {
    sql: `SELECT rowid AS line, 'verdict' AS "column", verdict AS found FROM article_claims
      WHERE (standing = 'reported' AND verdict NOT IN ('only-reported', 'mistranslated'))
        OR (standing = 'verified' AND verdict = 'only-reported')
      UNION ALL
      SELECT rowid, 'chinese_text', chinese_text FROM article_claims
      WHERE (verdict = 'mistranslated') <> (chinese_text IS NOT NULL)
      UNION ALL
      SELECT rowid, 'unit', unit FROM article_claims WHERE (value IS NULL) <> (unit IS NULL)`,
    says: 'this does not fit the other columns of the row',
    advice: 'Correct the verdict, its grade, or what the verdict rests on.',
  },
);
