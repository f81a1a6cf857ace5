/** Promises of dated states of data centers. */
import { type Check, toTableName } from '../contract';

/** Promises that exactly the days after the publisher's copy are projections. */
export function projectionsLieAhead({ dataset, day }: { dataset: string; day: string }): Check {
  return {
    name: 'projections-lie-ahead',
    explanation:
      'What is dated after the publication of its source is a projection, and nothing else is. Charts draw projections apart.',
    find: (tables) =>
      tables
        .all<{ line: number; kind: string; day: string; published: string }>(
          `SELECT t.rowid AS line, t.kind, t.${day} AS day, s.published_on AS published
           FROM ${toTableName(dataset)} t JOIN sources s ON s.source = t.source
           WHERE s.published_on IS NOT NULL
             AND (t.kind = 'projection') <> (t.${day} > s.published_on) ORDER BY t.rowid`,
        )
        .map(({ line, kind, day: found, published }) => ({
          line,
          column: 'kind',
          found: kind,
          says: `the day is ${found}, and the source is of ${published}`,
          advice: `Write ${found > published ? 'projection' : 'estimate'}, or correct the day.`,
        })),
  };
}

export const itWithinFacility: Check = {
  name: 'it-within-facility',
  explanation: 'Servers and network draw no more power than the whole site, where both are known.',
  find: (tables) =>
    tables
      .all<{ line: number; it: number; facility: number }>(
        `SELECT rowid AS line, it_power_mw AS it, facility_power_mw AS facility
         FROM data_center_timelines WHERE it_power_mw > facility_power_mw ORDER BY rowid`,
      )
      .map(({ line, it, facility }) => ({
        line,
        column: 'it_power_mw',
        found: String(it),
        says: `the whole site draws ${facility} MW`,
        advice: 'Put IT power and facility power into their own columns.',
      })),
};

export const sitesAgree: Check = {
  name: 'sites-agree',
  explanation:
    'The newest state of a site that is no projection says the same power and computing as the list of sites does in that edition, but for rounding.',
  find: (tables) =>
    tables
      .all<{ line: number; h100e: number | null; site_h100e: number | null }>(
        `SELECT t.rowid AS line, t.h100e, d.h100e AS site_h100e
         FROM data_center_timelines t
         JOIN data_centers d ON d.site = t.site AND d.edition = t.edition
         WHERE t.kind = 'estimate' AND d.status <> 'dropped'
           AND t.date = (SELECT max(o.date) FROM data_center_timelines o
             WHERE o.site = t.site AND o.edition = t.edition AND o.kind = 'estimate'
               AND o.h100e IS NOT NULL)
           AND (coalesce(abs(t.h100e - d.h100e) > 1, t.h100e IS NOT d.h100e)
             OR coalesce(abs(t.it_power_mw - d.it_power_mw) > 0.01, t.it_power_mw IS NOT d.it_power_mw))
         ORDER BY t.rowid`,
      )
      .map(({ line, h100e, site_h100e }) => ({
        line,
        column: 'h100e',
        found: String(h100e ?? ''),
        says: `the list of sites says ${site_h100e ?? 'nothing'}, or another power`,
        advice: 'Correct the state here, or the site in data-centers.',
      })),
};
