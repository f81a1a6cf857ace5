/** Nvidia's revenue by fiscal quarter and market platform. */

import { notYoungerThanSource } from '../checks/not-from-the-future';
import { periodMatchesDates } from '../checks/period-matches-dates';
import { defineDataset, number, oneOf, text } from '../contract';
import { note, periodEnd, periodStart, source } from '../shared-columns';
import {
  dataCenterAddsUp,
  noMissingQuarter,
  platformsAddUp,
  recastDataCenterAddsUp,
  recastTotalAddsUp,
} from './checks';

export const nvidiaRevenue = defineDataset({
  slug: 'nvidia-revenue',
  title: 'Nvidia revenue by segment',
  story:
    'Nvidia’s revenue by market platform and fiscal quarter, from its filings and revenue-trend slides, for the early years from press reports of them. The fiscal year ends on the last Sunday of January and carries the number of the year in which it ends. Compute and networking are parts of data center. From FY2027 Nvidia reports other platforms and has recast some quarters, so each row names its basis; rows of different bases are never added.',
  grain: 'One row per fiscal quarter, segment and basis.',
  columns: {
    fiscal_quarter: text({
      label: 'Quarter',
      meaning: 'Nvidia’s fiscal quarter.',
      pattern: /^FY\d{4}-Q[1-4]$/,
      example: 'FY2023-Q4',
    }),
    period_start: periodStart,
    period_end: periodEnd,
    segment: oneOf({
      label: 'Segment',
      meaning: 'The market platform, not the reportable segment of the filings.',
      values: {
        total: 'The whole company.',
        'data-center':
          'Accelerators, systems and networking for data centers; with Mellanox from FY2021-Q2.',
        compute: 'Part of data center: accelerators and systems.',
        networking: 'Part of data center: networking.',
        gaming: 'Graphics for games; with crypto mining in some years.',
        'professional-visualization': 'Graphics for workstations.',
        automotive: 'Chips and software for cars.',
        'oem-and-other': 'Sales to computer makers and other; OEM & IP before FY2020.',
        hyperscale: 'Part of data center from FY2027: the largest clouds and internet companies.',
        'ai-clouds-industrial-enterprise':
          'Part of data center from FY2027: AI clouds, industry and enterprises.',
        'edge-computing': 'From FY2027: gaming, visualization, automotive and OEM together.',
      },
    }),
    basis: oneOf({
      label: 'Basis',
      meaning: 'The scheme in which the figure was reported.',
      values: {
        'market-platforms':
          'Platforms as reported up to FY2026, and data center and total throughout.',
        'as-first-reported':
          'The platforms of FY2027 as first printed, in the first quarter of FY2027.',
        'recast-q2-fy27':
          'The platforms of FY2027 as recast one quarter later, when one customer moved to hyperscale.',
      },
    }),
    revenue_usd_millions: number({
      label: 'Revenue',
      meaning: 'Revenue of the quarter, as published.',
      unit: 'USD millions',
      min: 0,
    }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'Whether the figure itself was printed.',
      values: {
        reported: 'Printed in the source.',
        derived: 'Follows by arithmetic from printed figures; the note says how.',
      },
    }),
    source,
    note,
  },
  key: ['fiscal_quarter', 'segment', 'basis'],
  checks: [
    platformsAddUp,
    dataCenterAddsUp,
    recastDataCenterAddsUp,
    recastTotalAddsUp,
    noMissingQuarter,
    periodMatchesDates({ dataset: 'nvidia-revenue', label: 'fiscal_quarter', vendor: 'nvidia' }),
    notYoungerThanSource({ dataset: 'nvidia-revenue', day: 'period_end' }),
  ],
  credit: 'NVIDIA, Forms 10-K, 10-Q and 8-K and revenue-trend slides',
  license: 'facts-CC-BY-4.0',
});
