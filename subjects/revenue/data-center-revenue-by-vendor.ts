/** Nvidia and its rivals, on calendar time. */

import { groups } from 'd3-array';
import { getLastPoint, type Point, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import type { Contract } from '@/data/contract';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { rivalRevenue } from '@/data/rival-revenue/contract';
import { getVendorLooks, type VendorLook } from '@/db/queries/names';
import { addDays } from '@/units/date';
import { formatValue } from '@/units/format-value';
import { formatPeriod, parsePeriod, toCalendarQuarter } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { toRowFigure } from '@/views/row-figures';
import {
  listNvidiaRevenue,
  listRivalRevenue,
  type NvidiaRevenueRow,
  type RivalRevenueRow,
} from './queries';

/** A figure on the calendar quarter that holds most of a reporting period of about three months. */
function toPoint(
  contract: Contract,
  row: NvidiaRevenueRow | RivalRevenueRow,
  label: string,
): Point {
  const { period_start: first, period_end: end } = row;
  // Companies that publish no first day reported about thirteen weeks.
  const start = first ?? addDays(end, -90);
  return {
    period: parsePeriod(toCalendarQuarter({ start, end }))!,
    reported: { label, start: first, end },
    value: row.revenue_usd_millions,
    ...toRowFigure(contract, row),
  };
}

/**
 * A line for each short name. Where its definition changes, the line begins anew with the
 * first figure of the newer one, and what the older says of later quarters is left out.
 */
function toRivalSeries(
  rows: readonly RivalRevenueRow[],
  lookOf: (vendor: string) => VendorLook,
): Series[] {
  const quarterly = rows.filter(({ months }) => months === 3);
  return groups(quarterly, ({ series_name, short_name }) => short_name ?? series_name).map(
    ([label, own]): Series => {
      const definitions = groups(own, ({ series }) => series)
        .map(([id, some]) => ({
          id,
          rows: some,
          from: some.map((row) => row.period_end).sort()[0]!,
        }))
        .sort((a, b) => a.from.localeCompare(b.from));
      const points = definitions.flatMap(({ rows: some, from }, index) => {
        const until = definitions[index + 1]?.from ?? END_OF_TIME;
        return some
          .filter(({ period_end }) => period_end < until)
          .map((row) => ({
            ...toPoint(rivalRevenue, row, row.period),
            ...(index > 0 && row.period_end === from ? { startsAnew: true } : {}),
          }));
      });
      const newest = definitions.at(-1)!;
      return { id: newest.id, label, color: lookOf(newest.rows[0]!.vendor).color, points };
    },
  );
}

const END_OF_TIME = '9999';

export const dataCenterRevenueByVendor = defineChart({
  slug: 'data-center-revenue-by-vendor',
  name: 'Data center chip revenue: Nvidia and its rivals',
  section: 'revenue',
  question: 'How far ahead of its rivals is Nvidia?',
  datasets: [nvidiaRevenue, rivalRevenue],
  choices: {},
  build: async (orm) => {
    const [rivalRows, lookOf] = await Promise.all([listRivalRevenue(orm), getVendorLooks(orm)]);
    const rivals = toRivalSeries(rivalRows, lookOf);
    const firstQuarter = rivals
      .flatMap(({ points }) => points.map(({ period }) => period.start))
      .sort()[0];
    const rows = await listNvidiaRevenue(orm, { segments: ['data-center'] });
    const nvidia: Series = {
      id: 'nvidia-data-center',
      label: lookOf('nvidia').label,
      color: lookOf('nvidia').color,
      points: rows
        .map((row) => toPoint(nvidiaRevenue, row, row.fiscal_quarter))
        .filter(({ period }) => period.start >= (firstQuarter ?? '')),
    };
    const series = alignSeries([nvidia, ...rivals]);
    const last = getLastPoint(nvidia);
    const amd = rivals.find(({ id }) => id === 'amd-data-center');
    const rivalThen = amd?.points.find(({ period }) => period.label === last?.period.label)?.value;
    const amdLast = amd && getLastPoint(amd);
    return {
      title: 'Data center chip revenue by company',
      subtitle:
        'US dollars per quarter, fiscal quarters set on the calendar quarter they mostly cover',
      summary: last
        ? `Nvidia’s data center revenue was ${formatValue(last.value, 'USD millions')} in ${formatPeriod(last.period.label)}${
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
        breakWords: 'new definition',
        series,
        notes: [
          'Each fiscal quarter is placed on the calendar quarter that holds the middle of its days: Nvidia’s Q4 FY23 (November to January) on Q4 2022. Figures are unchanged.',
          'Annual figures, such as the one for Huawei’s Ascend, are in the dataset but not in this chart.',
        ],
      },
      reading: [
        'The companies do not report the same thing. AMD’s segment holds server processors and, from February 2022, Xilinx products; Intel’s is mostly processors and was redefined twice: its line begins anew each time; Broadcom’s AI figure is a number its management gives inside its semiconductor segment.',
        'Several figures are rounded to a tenth of a billion, as the companies published them.',
      ],
      trends: { sums: true, growth: true, scales: ['log', 'linear'] },
    };
  },
});
