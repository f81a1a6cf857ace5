/** Which chips stand in a data center, over time. */

import { rowsInOrder } from '../checks/rows-in-order';
import { date, defineDataset, integer, number, oneOf, reference } from '../contract';
import { projectionsLieAhead } from '../data-center-timelines/checks';
import { confidence } from '../data-centers/contract';
import { edition, note, source } from '../shared-columns';

const basis = (label: string, meaning: string) =>
  oneOf({
    label,
    meaning,
    values: {
      disclosed: { label: 'Disclosed', meaning: 'Said by the company.' },
      estimated: { label: 'Estimated', meaning: 'Estimated by the publisher.' },
    },
  });

export const dataCenterChips = defineDataset({
  slug: 'data-center-chips',
  title: 'Chips in AI data centers',
  story:
    'How many chips of a kind each of Epoch AI’s data centers has from a day on. Counts are cumulative for the chip and the site, so the newest row counts and rows of one chip are never added. Few are disclosed: most follow from power. The same machines are also in the lists of clusters and in the model of owners; never add these. Days after the publisher’s copy are projections. Chips of a site make up its computing within 2% at 84 of 93 sites; at the others the publisher has not listed all of them, or dates them otherwise.',
  grain: 'One row per site, chip and day.',
  columns: {
    site: reference({ label: 'Site', meaning: 'The data center.', to: 'data-centers' }),
    chip: reference({
      label: 'Chip',
      meaning: 'The chip; B200 and B300 include those of GB200 and GB300.',
      to: 'chips',
    }),
    date: date({
      label: 'From',
      meaning: 'Day from which so many stand there.',
      precision: 'day',
    }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'Whether the day lay behind or ahead when the edition came out.',
      values: {
        estimate: { label: 'In operation', meaning: 'In operation by the day of the copy.' },
        projection: { label: 'Projection', meaning: 'Expected after the day of the copy.' },
      },
    }),
    accelerators: integer({
      label: 'Accelerators',
      meaning: 'How many of this chip the site has, earlier ones included.',
      unit: 'accelerators',
      min: 0,
    }),
    h100e: number({
      label: 'H100-equivalents',
      meaning:
        'Computed: the number times the publisher’s H100-equivalents per chip; blank where it gives none.',
      unit: 'H100-equivalents',
      min: 0,
      optional: true,
    }),
    owner: reference({
      label: 'Owner of the chips',
      meaning: 'Who owns these chips; may differ from the owner of the site.',
      to: 'organizations',
      optional: true,
    }),
    owner_confidence: confidence('Owner'),
    user: reference({
      label: 'User',
      meaning: 'Who computes with them.',
      to: 'organizations',
      optional: true,
    }),
    user_confidence: confidence('User'),
    chip_basis: basis('Which chip', 'How it is known which chip it is.'),
    count_basis: basis('How many', 'How the number is known.'),
    edition,
    source,
    note,
  },
  key: ['site', 'chip', 'date'],
  checks: [
    rowsInOrder('data-center-chips', ['site', 'chip', 'date']),
    projectionsLieAhead('data-center-chips'),
  ],
  credit: 'Epoch AI, Frontier Data Centers (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
