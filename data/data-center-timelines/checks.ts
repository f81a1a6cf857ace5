/** Promises of dated states of data centers. */
import { defineCheck } from '../checks/define-check';
import { type Check, toTableName } from '../contract';

/** Promises that exactly the days after the publisher's copy are projections. */
export const projectionsLieAhead = (dataset: string): Check =>
  defineCheck(
    {
      name: 'projections-lie-ahead',
      explanation:
        'What is dated after the publication of its source is a projection, and nothing else is. Charts draw projections apart.',
    },
    {
      sql: `SELECT t.rowid AS line, t.kind AS found, t.date, s.published_on,
          iif(t.date > s.published_on, 'projection', 'estimate') AS fitting
        FROM ${toTableName(dataset)} t JOIN sources s ON s.source = t.source
        WHERE t.kind <> iif(t.date > s.published_on, 'projection', 'estimate')
          AND s.published_on IS NOT NULL`,
      column: 'kind',
      says: ({ date, published_on }) => `the day is ${date}, and the source is of ${published_on}`,
      advice: ({ fitting }) => `Write ${fitting}, or correct the day.`,
    },
  );

export const itWithinFacility = defineCheck(
  {
    name: 'it-within-facility',
    explanation:
      'Servers and network draw no more power than the whole site, where both are known.',
  },
  {
    sql: `SELECT rowid AS line, it_power_mw AS found, facility_power_mw AS facility
      FROM data_center_timelines WHERE it_power_mw > facility_power_mw`,
    column: 'it_power_mw',
    says: ({ facility }) => `the whole site draws ${facility} MW`,
    advice: 'Put IT power and facility power into their own columns.',
  },
);

export const sitesAgree = defineCheck(
  {
    name: 'sites-agree',
    explanation:
      'The newest state of a site that is no projection says the same power and computing as the list of sites does in that edition, but for rounding.',
  },
  {
    sql: `SELECT t.rowid AS line, t.h100e AS found, d.h100e AS listed
      FROM data_center_timelines t JOIN data_centers d ON d.site = t.site AND d.edition = t.edition
      WHERE t.kind = 'estimate' AND d.status <> 'dropped'
        AND t.date = (SELECT max(o.date) FROM data_center_timelines o
          WHERE o.site = t.site AND o.edition = t.edition AND o.kind = 'estimate'
            AND o.h100e IS NOT NULL)
        AND (coalesce(abs(t.h100e - d.h100e) > 1, t.h100e IS NOT d.h100e)
          OR coalesce(abs(t.it_power_mw - d.it_power_mw) > 0.01,
            t.it_power_mw IS NOT d.it_power_mw))`,
    column: 'h100e',
    says: ({ listed }) => `the list of sites says ${listed ?? 'nothing'}, or another power`,
    advice: 'Correct the state here, or the site in data-centers.',
  },
);
