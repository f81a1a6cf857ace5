/** Promises about answers to claims. */
import { defineCheck } from '../checks/define-check';

export const answersFit = defineCheck(
  {
    name: 'answers-fit',
    explanation:
      'A figure or a finding of a chart names the chart and its wording, a calculator names itself, and nothing else does either.',
  },
  {
    sql: `SELECT rowid AS line, 'chart' AS "column", chart AS found FROM claim_answers
      WHERE (chart IS NULL) = (shows IN ('chart-figure', 'finding', 'calculator'))
      UNION ALL
      SELECT rowid, 'label', label FROM claim_answers
      WHERE (label IS NULL) = (shows IN ('chart-figure', 'finding'))
      UNION ALL
      SELECT rowid, 'query', query FROM claim_answers
      WHERE query IS NOT NULL AND shows NOT IN ('chart-figure', 'finding')`,
    says: 'this does not fit what the row shows',
    advice:
      'Fill chart and label for a chart’s figure or finding, the chart alone for a calculator.',
  },
);

export const answersLeadSomewhere = defineCheck(
  {
    name: 'answers-lead-somewhere',
    explanation: 'What an answer is of must be in the dataset that it is looked up in.',
  },
  {
    sql: `SELECT a.rowid AS line, a."of" AS found, a.shows FROM claim_answers a
      WHERE CASE
        WHEN a.shows IN ('purchase', 'rent', 'index-rent', 'export-state')
          THEN a."of" NOT IN (SELECT chip FROM chips)
        WHEN a.shows IN ('results', 'export-control')
          THEN a."of" NOT IN (SELECT vendor FROM vendors)
        WHEN a.shows = 'finding' THEN a."of" NOT IN (SELECT finding FROM findings)
        WHEN a.shows = 'reaction' THEN a."of" NOT IN ('shares', 'worth')
        WHEN a.shows = 'training' THEN a."of" NOT IN (SELECT parameter FROM cost_scenarios)
        WHEN a.shows = 'server'
          THEN a."of" NOT IN (SELECT product_line FROM systems WHERE product_line IS NOT NULL)
        WHEN a.shows = 'export-rule' THEN a."of" NOT IN (SELECT measure FROM export_controls)
        WHEN a.shows = 'printed' THEN a."of" NOT IN (SELECT metric FROM market_reactions)
      END`,
    column: 'of',
    says: ({ shows }) => `there is nothing of this name for "${shows}" to show`,
    advice: 'Name what the data dictionary asks for there.',
  },
);
