/** Dated states of data centers, by edition of Epoch AI's list. */

import { rowsInOrder } from '../checks/rows-in-order';
import { date, defineDataset, number, oneOf, reference } from '../contract';
import { assumedCapitalCost } from '../data-centers/contract';
import { edition, note, source } from '../shared-columns';
import { itWithinFacility, projectionsLieAhead, sitesAgree } from './checks';

export const dataCenterTimelines = defineDataset({
  slug: 'data-center-timelines',
  title: 'AI data centers over time',
  story:
    'How Epoch AI’s data centers grew and are expected to grow: each row is the state of a site from its day on. A row may only mark progress of construction and repeat the figures. Days after the publisher’s copy are projections and are drawn apart. Two editions are listed: compare them site by site, because most of the difference between their sums is sites that were added. IT power (servers and network) and facility power (with cooling and losses) are two measures and never one line.',
  grain: 'One row per edition, site and day.',
  columns: {
    edition,
    site: reference({ label: 'Site', meaning: 'The data center.', to: 'data-centers' }),
    date: date({
      label: 'From',
      meaning: 'Day from which the state holds, until the next row of the site.',
      precision: 'day',
    }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'Whether the day lay behind or ahead when the edition came out.',
      values: {
        estimate: {
          label: 'Estimate',
          meaning: 'A state up to the day of the copy, estimated from images and documents.',
        },
        projection: { label: 'Projection', meaning: 'A state expected after the day of the copy.' },
      },
    }),
    buildings: number({
      label: 'Buildings',
      meaning: 'Buildings in operation; parts of buildings count as fractions.',
      unit: null,
      min: 0,
      optional: true,
    }),
    it_power_mw: number({
      label: 'IT power',
      meaning: 'Power of servers and network, without cooling and losses.',
      unit: 'MW',
      min: 0,
      optional: true,
    }),
    facility_power_mw: number({
      label: 'Facility power',
      meaning: 'Power of the whole site, with cooling and losses; about 1.3 times IT power.',
      unit: 'MW',
      min: 0,
      optional: true,
    }),
    h100e: number({
      label: 'H100-equivalents',
      meaning: 'Compute, by peak 8-bit speed (dense) against an H100.',
      unit: 'H100-equivalents',
      min: 0,
      optional: true,
    }),
    capital_cost_usd_millions: assumedCapitalCost,
    source,
    note,
  },
  key: ['edition', 'site', 'date'],
  checks: [
    rowsInOrder('data-center-timelines', ['edition', 'site', 'date']),
    projectionsLieAhead('data-center-timelines'),
    itWithinFacility,
    sitesAgree,
  ],
  credit: 'Epoch AI, Frontier Data Centers (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
