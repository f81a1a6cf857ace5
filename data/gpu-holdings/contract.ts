/** Accelerators held, ordered or used by organizations, as each source counts them. */

import { notYoungerThanSource } from '../checks/not-from-the-future';
import { rangeHasValue, valueInRange } from '../checks/value-in-range';
import { date, defineDataset, integer, oneOf, reference, slug, text } from '../contract';
import { note, source } from '../shared-columns';
import {
  editionHasHoldings,
  familyFits,
  partsWithinWhole,
  powerSaysOfWhat,
  sitesAgree,
  tenantIsAnother,
} from './checks';
import { family, holdingKind, stated } from './shared-columns';

const count = (label: string, meaning: string) =>
  integer({ label, meaning, unit: 'accelerators', min: 0, optional: true });

const h100e = {
  dataset: 'gpu-holdings',
  value: 'h100e',
  low: 'h100e_low',
  high: 'h100e_high',
};

export const gpuHoldings = defineDataset({
  slug: 'gpu-holdings',
  title: 'Accelerators by organization',
  story:
    'Who holds how many accelerators: the editions of the State of AI Compute Index, Epoch AI’s clusters, data centers and owner model, Omdia’s purchases, university pages and single statements. The same machines recur in every list, so the table is never summed as a whole: choose one family (and one edition), then mind status and `counts`. Accelerators are counted as the source counts them; a GH200 is one, an NVL72 rack seventy-two.',
  grain: 'One row per organization, chip, cluster, source and date.',
  columns: {
    holding: slug({ label: 'Row', meaning: 'Short name of the row.' }),
    organization: reference({
      label: 'Organization',
      meaning: 'Who holds or uses them.',
      to: 'organizations',
    }),
    chip: reference({
      label: 'Chip',
      meaning:
        'The chip, at the level the source names it. In Epoch’s owner model B200 and B300 include GB200 and GB300.',
      to: 'chips',
    }),
    accelerators: integer({
      label: 'Accelerators',
      meaning: 'How many, as the source counts.',
      unit: 'accelerators',
      min: 0,
    }),
    accelerators_low: count('Lowest', 'Lower end of the source’s range; alone, “more than”.'),
    accelerators_high: count('Highest', 'Upper end of the source’s range; alone, “up to”.'),
    ...stated,
    as_of: date({ label: 'As of', meaning: 'Day for which the figure holds.', precision: 'day' }),
    as_of_precision: oneOf({
      label: 'Date precision',
      meaning: 'How exact the day is.',
      values: {
        day: 'As the source gives it.',
        month: 'Only the month is known.',
        year: 'Only the year is known.',
        approximate: 'Inferred or approximate.',
        'dataset-date': 'A planned system without a date of its own, dated by its dataset.',
      },
    }),
    category: oneOf({
      label: 'Category',
      meaning: 'In the words of the Compute Index; clouds’ own fleets count as public cloud.',
      values: {
        'public-cloud': { label: 'Public cloud', meaning: 'Rented out, or rented.' },
        'private-cloud': { label: 'Private cloud', meaning: 'For the owner’s own use.' },
        'national-hpc': { label: 'National HPC', meaning: 'Public supercomputers.' },
        university: { label: 'University', meaning: 'Universities; not a term of the index.' },
        unknown: { label: 'Unknown', meaning: 'Not known; not a term of the index.' },
      },
    }),
    status: oneOf({
      label: 'Status',
      meaning: 'Whether they run. Announced figures dwarf installed ones.',
      values: {
        operational: { label: 'In operation', meaning: 'Installed, as far as the source says.' },
        'under-construction': { label: 'Being installed', meaning: 'Being built.' },
        announced: { label: 'Announced', meaning: 'Ordered, planned or aimed at.' },
        retired: {
          label: 'Retired',
          meaning: 'Ran at the date and was switched off since, as far as the source says.',
        },
        'given-up': { label: 'Plan given up', meaning: 'A plan that was given up.' },
      },
    }),
    counts: oneOf({
      label: 'Counts',
      meaning: 'What sort of number it is. Only `stock` may be added up.',
      values: {
        stock: 'Accelerators there, or to be there, at the date.',
        use: 'Accelerators that a tenant uses; the host’s figures hold them too.',
        'yearly-purchases': 'Bought in one year; earlier stock is not counted.',
        'capacity-on-offer':
          'A size that can be offered or was demonstrated, no installed cluster.',
        programme: 'A program whose members hold the machines, in rows of their own or not.',
        'earlier-phase': 'An earlier phase of a cluster that a later phase counts again.',
      },
    }),
    cluster: text({
      label: 'Cluster',
      meaning: 'Name of the machine or site.',
      optional: true,
    }),
    family,
    edition: reference({
      label: 'Edition',
      meaning: 'Edition of the Compute Index.',
      to: 'index-editions',
      optional: true,
    }),
    kind: holdingKind,
    host: reference({
      label: 'Host',
      meaning: 'Whose machines they are where the organization is a tenant.',
      to: 'organizations',
      optional: true,
    }),
    tenant: reference({
      label: 'Tenant',
      meaning: 'Who uses them where the organization is the host.',
      to: 'organizations',
      optional: true,
    }),
    part_of: reference({
      label: 'Part of',
      meaning: 'The row that contains this one.',
      to: 'gpu-holdings',
      optional: true,
    }),
    source,
    note,
  },
  key: ['holding'],
  checks: [
    familyFits,
    editionHasHoldings,
    partsWithinWhole,
    tenantIsAnother,
    sitesAgree,
    valueInRange({
      dataset: 'gpu-holdings',
      value: 'accelerators',
      low: 'accelerators_low',
      high: 'accelerators_high',
    }),
    valueInRange({ name: 'h100e-in-range', ...h100e }),
    rangeHasValue(h100e),
    powerSaysOfWhat('gpu-holdings'),
    notYoungerThanSource({
      dataset: 'gpu-holdings',
      day: 'as_of',
      where: "status IN ('operational', 'retired')",
      slackDays: 1,
    }),
  ],
  credit:
    'State of AI Report Compute Index, Air Street Capital (CC BY 4.0); Epoch AI, Data on GPU Clusters, Frontier Data Centers and AI Chip Owners (CC BY 4.0); the sources named',
  license: 'CC-BY-4.0',
});
