/** Nvidia beside its rivals, on calendar time. */

import { toEvidenceHref } from '@/address/evidence-address';
import { alignSeries } from '@/charts/align-series';
import { getLastPoint, type Point, type Series } from '@/charts/model';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { rivalRevenue } from '@/data/rival-revenue/contract';
import { getVendorColors, type VendorColor } from '@/db/queries/names';
import { addDays } from '@/units/date';
import { formatValue } from '@/units/format-value';
import { formatPeriod, type Period, parsePeriod, toCalendarQuarter } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { toFigureKind } from '@/views/row-kind';
import { listNvidiaRevenue, listRivalRevenue, type RivalRevenueRow } from './queries';

/** The calendar quarter that holds most of a reporting period of about three months. */
function toQuarter({ start, end }: { start: string; end: string }): Period {
  return parsePeriod(toCalendarQuarter({ start, end }))!;
}

function toRivalSeries(
  rows: readonly RivalRevenueRow[],
  colorOf: (vendor: string) => VendorColor,
): Series[] {
  const slugs = [...new Set(rows.map(({ series }) => series))];
  return slugs.flatMap((slug) => {
    const own = rows.filter(({ series, months }) => series === slug && months === 3);
    const [sample] = own;
    if (!sample) return [];
    const points = own.map((row): Point => {
      // Companies that publish no first day reported about thirteen weeks.
      const start = row.period_start ?? addDays(row.period_end, -90);
      return {
        period: toQuarter({ start, end: row.period_end }),
        reported: { label: row.period, start: row.period_start, end: row.period_end },
        value: row.revenue_usd_millions,
        kind: toFigureKind(row.kind),
        source: row.source,
        note: row.note,
        evidence: toEvidenceHref(rivalRevenue, row),
      };
    });
    return [
      {
        id: slug,
        // The definition in brackets may be long; the basis alone tells the lines apart.
        label: sample.series_name.replace(/\((\d{4} basis),[^)]*\)/, '($1)'),
        color: colorOf(sample.vendor),
        points,
      },
    ];
  });
}

export const dataCenterRevenueByVendor = defineChart({
  slug: 'data-center-revenue-by-vendor',
  name: 'Data-center chip revenue: Nvidia and its rivals',
  section: 'revenue',
  question: 'How far ahead of its rivals is Nvidia?',
  datasets: ['nvidia-revenue', 'rival-revenue'],
  choices: {},
  build: async (orm) => {
    const [rivalRows, colorOf] = await Promise.all([listRivalRevenue(orm), getVendorColors(orm)]);
    const rivals = toRivalSeries(rivalRows, colorOf);
    const firstQuarter = rivals
      .flatMap(({ points }) => points.map(({ period }) => period.start))
      .sort()[0];
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center'] });
    const nvidia: Series = {
      id: 'nvidia-data-center',
      label: 'Nvidia Data Center',
      color: colorOf('nvidia'),
      points: rows
        .map(
          (row): Point => ({
            period: toQuarter({ start: row.period_start, end: row.period_end }),
            reported: {
              label: row.fiscal_quarter,
              start: row.period_start,
              end: row.period_end,
            },
            value: row.revenue_usd_millions,
            kind: toFigureKind(row.kind),
            source: row.source,
            note: row.note,
            evidence: toEvidenceHref(nvidiaRevenue, row),
          }),
        )
        .filter(({ period }) => period.start >= (firstQuarter ?? '')),
    };
    const series = alignSeries([nvidia, ...rivals]);
    const last = getLastPoint(nvidia);
    const amd = rivals.find(({ id }) => id === 'amd-data-center');
    const rivalThen = amd?.points.find(({ period }) => period.label === last?.period.label)?.value;
    const amdLast = amd && getLastPoint(amd);
    return {
      title: 'Data-center chip revenue by company',
      subtitle:
        'US dollars per quarter, fiscal quarters set on the calendar quarter they mostly cover',
      summary: last
        ? `Nvidia’s data-center revenue was ${formatValue(last.value, 'USD millions')} in ${formatPeriod(last.period.label)}${
            rivalThen
              ? `, ${formatValue(last.value / rivalThen, 'times')} AMD’s ${formatValue(rivalThen, 'USD millions')}.`
              : amdLast
                ? `; AMD’s newest figure is ${formatValue(amdLast.value, 'USD millions')}.`
                : '.'
          }`
        : 'There is no figure.',
      model: {
        shape: 'lines',
        unit: 'USD millions',
        scale: 'log',
        axis: 'from-zero',
        series,
        notes: [
          'Each fiscal quarter stands on the calendar quarter that holds the middle of its days: Nvidia’s Q4 FY23 (November to January) on Q4 2022. No figure was changed by this.',
          'Annual figures, such as the one for Huawei’s Ascend, are in the dataset but not in this picture.',
        ],
      },
      reading: [
        'The companies do not report the same thing. AMD’s segment holds server processors and, from February 2022, Xilinx products; Intel’s is mostly processors and was redefined twice, so it is drawn as separate lines; Broadcom’s AI figure is a number its management gives inside its semiconductor segment.',
        'Several figures are rounded to a tenth of a billion, as the companies published them.',
      ],
      trends: { sums: true, growth: true, scales: ['log', 'linear'] },
    };
  },
});
