/** Nvidia's revenue by segment as series, and what every picture of it says. */

import { toEvidenceHref } from '@/address/evidence-address';
import type { Trends } from '@/address/trends';
import { alignSeries } from '@/charts/align-series';
import type { ColorName } from '@/charts/colors';
import type { Point, Series } from '@/charts/model';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { parsePeriod } from '@/units/period';
import { toFigureKind } from '@/views/row-kind';
import type { NvidiaRevenueRow } from './queries';

export const FISCAL =
  'Nvidia’s fiscal year ends on the last Sunday of January and carries the number of the year in which it ends: Q4 FY23 ran from the end of October 2022 to 29 January 2023.';
export const MELLANOX =
  'Mellanox, a maker of networking gear, is included from Q2 FY21; earlier quarters are without it.';

export type Segment = NvidiaRevenueRow['segment'];

const segmentStyles: Partial<Record<Segment, { label: string; color: ColorName }>> = {
  'data-center': { label: 'Data center', color: 'nvidia' },
  compute: { label: 'Compute', color: 'nvidia' },
  networking: { label: 'Networking', color: 'nvidia-7' },
  gaming: { label: 'Gaming', color: 'intel' },
  'professional-visualization': { label: 'Visualization', color: 'startups' },
  automotive: { label: 'Automotive', color: 'google' },
  'oem-and-other': { label: 'OEM & other', color: 'other' },
  hyperscale: { label: 'Hyperscale', color: 'nvidia' },
  'ai-clouds-industrial-enterprise': { label: 'AI clouds, industry', color: 'nvidia-7' },
  'edge-computing': { label: 'Edge computing', color: 'intel' },
  total: { label: 'Whole company', color: 'apple' },
};

/** One series a segment, in the order asked for; segments without figures are left out. */
export function toSegmentSeries(
  rows: readonly NvidiaRevenueRow[],
  segments: readonly Segment[],
): Series[] {
  const series = segments.flatMap((segment) => {
    const points = rows.filter((row) => row.segment === segment).map(toPoint);
    const style = segmentStyles[segment];
    return points.length > 0 && style ? [{ id: segment, ...style, points }] : [];
  });
  return alignSeries(series);
}

function toPoint(row: NvidiaRevenueRow): Point {
  return {
    period: parsePeriod(row.fiscal_quarter, row.calendar)!,
    value: row.revenue_usd_millions,
    kind: toFigureKind(row.kind),
    source: row.source,
    note: row.note,
    evidence: toEvidenceHref(nvidiaRevenue, row),
  };
}

export const REVENUE_TRENDS = {
  sums: true,
  growth: true,
  align: true,
  scales: ['linear', 'log'],
} satisfies Trends;
