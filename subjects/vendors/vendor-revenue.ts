/** What a vendor earns with its chips, line by line as the company defines it. */

import { toEvidenceHref } from '@/address/links';
import type { Contract } from '@/data/contract';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { rivalRevenue } from '@/data/rival-revenue/contract';
import type { Orm } from '@/db/orm';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { formatChange } from '@/units/format-value';
import { parsePeriod, toYearBefore } from '@/units/period';
import { listNvidiaRevenue, listRivalRevenue } from '../revenue/queries';

interface Growth {
  /** "+22%"; "about +24%" where it follows from rounded figures. */
  readonly change: string;
  /** Whether the source prints it; else it is computed from the two figures. */
  readonly isPublished: boolean;
}

/** The newest figure of one line of revenue. */
export interface RevenueLine {
  /** The segment or series, by which charts know the line. */
  readonly series: string;
  readonly name: string;
  /** What the line holds, or why it compares with nothing. */
  readonly holds: string | null;
  readonly usd_millions: number;
  readonly period: string;
  /** Against the same period of the year before; null where that is not known. */
  readonly growth: Growth | null;
  readonly source: string;
  readonly evidence: string;
}

/** Lines in the order of the data; none where the company reports no such figure. */
export async function listRevenueLines(orm: Orm, vendor: string): Promise<RevenueLine[]> {
  if (vendor === NVIDIA) return listNvidiaLines(orm);
  const rows = (await listRivalRevenue(orm)).filter((row) => row.vendor === vendor);
  return [...new Set(rows.map(({ series }) => series))].flatMap((series) =>
    toLine(
      rivalRevenue,
      rows
        .filter((row) => row.series === series)
        .map((row) => ({ ...row, name: row.series_name, holds: row.note })),
    ),
  );
}

const NVIDIA = 'nvidia';
const segments = ['data-center', 'compute', 'networking'] as const;
const names = {
  'data-center': 'Data center',
  compute: 'Compute, a part of it',
  networking: 'Networking, a part of it',
} satisfies Record<(typeof segments)[number], string>;

async function listNvidiaLines(orm: Orm): Promise<RevenueLine[]> {
  const rows = await listNvidiaRevenue(orm, { segments });
  const { values } = nvidiaRevenue.columns.segment;
  return segments.flatMap((segment) =>
    toLine(
      nvidiaRevenue,
      rows
        .filter((row) => row.segment === segment)
        .map((row) => ({
          ...row,
          series: row.segment,
          growth_on_year_pct: null,
          period: row.fiscal_quarter,
          name: names[segment],
          holds: values[segment],
        })),
    ),
  );
}

interface RevenueRow {
  readonly series: string;
  readonly name: string;
  readonly holds: string | null;
  readonly period: string;
  readonly calendar: FiscalCalendar | null;
  readonly revenue_usd_millions: number;
  /** As published. */
  readonly growth_on_year_pct: number | null;
  readonly kind: string;
  readonly source: string;
}

/** The last of the rows, which are in the order of time, as a line; nothing where there is none. */
function toLine(contract: Contract, rows: readonly RevenueRow[]): RevenueLine[] {
  const last = rows.at(-1);
  const period = last && parsePeriod(last.period, last.calendar);
  if (!last || !period) return [];
  const before = rows.find((row) => row.period === toYearBefore(period));
  return [
    {
      series: last.series,
      name: last.name,
      holds: last.holds,
      usd_millions: last.revenue_usd_millions,
      period: last.period,
      growth: describeGrowth(last, before),
      source: last.source,
      evidence: toEvidenceHref(contract, last),
    },
  ];
}

const EXACT: ReadonlySet<string> = new Set(['reported', 'derived']);

function describeGrowth(last: RevenueRow, before: RevenueRow | undefined): Growth | null {
  if (last.growth_on_year_pct !== null)
    return { change: formatChange(last.growth_on_year_pct, '%'), isPublished: true };
  if (!before || before.revenue_usd_millions === 0) return null;
  const growth = (last.revenue_usd_millions / before.revenue_usd_millions - 1) * 100;
  const isExact = [last, before].every(({ kind }) => EXACT.has(kind));
  const change = isExact
    ? formatChange(growth, '%')
    : `about ${formatChange(Math.round(growth), '%')}`;
  return { change, isPublished: false };
}
