/** Promises of the list of sites. */
import { defineCheck } from '../checks/define-check';

export const statusFits = defineCheck(
  {
    name: 'status-fits',
    explanation:
      'A site that operates has computing, one that is not yet operating has none, and one that is no longer listed has no figures.',
  },
  {
    sql: `SELECT rowid AS line, status AS found FROM data_centers
      WHERE CASE status
        WHEN 'operating' THEN coalesce(h100e, 0) <= 0
        WHEN 'planned' THEN coalesce(h100e, 0) + coalesce(it_power_mw, 0) > 0
        ELSE coalesce(h100e, it_power_mw, capital_cost_usd_millions) IS NOT NULL END`,
    column: 'status',
    says: 'the figures of the row say otherwise',
    advice: 'Correct the status, or the figures.',
  },
);

export const placesWhole = defineCheck(
  {
    name: 'places-whole',
    explanation:
      'Coordinates come in pairs, with what they are of and the name of the place; a map would put half of them anywhere.',
  },
  {
    sql: `SELECT rowid AS line, place AS found FROM data_centers
      WHERE (latitude IS NULL) <> (longitude IS NULL)
        OR (latitude IS NULL) <> (place_basis IS NULL)
        OR (latitude IS NOT NULL AND place IS NULL)`,
    column: 'place',
    says: 'the row has a part of a place',
    advice: 'Write place, latitude, longitude and their basis, or leave the coordinates blank.',
  },
);
