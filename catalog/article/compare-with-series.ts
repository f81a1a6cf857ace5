/** A figure of the article beside the newest of a published chart. */
import { getFirstPoint, getLastPoint } from '@/charts/model';
import { drawSpark } from '@/charts/spark';
import type { Tracker } from '@/db/connection';
import type { ClaimRow } from '@/db/queries/article';
import { formatValue, type Unit } from '@/units/format-value';
import { formatDate, formatPeriod } from '@/units/period';
import { toSettled } from '../newest-figure';
import { toHref } from '../parameters';
import type { PublishedChart } from '../published-chart';
import { getChartView } from '../view';
import { CARD, type ThenAndNow } from './card';

/** Null where the claim holds no figure, or the chart no series of Nvidia. */
export async function compareWithSeries(
  tracker: Tracker,
  claim: ClaimRow | null,
  {
    label,
    unit,
    chart,
    query,
    page,
    remark,
  }: {
    label: string;
    unit: Unit;
    chart: PublishedChart;
    query: Readonly<Record<string, string>>;
    page: string;
    remark: string;
  },
): Promise<ThenAndNow | null> {
  const { view } = await getChartView(tracker, chart, query);
  const { model } = view;
  if (claim?.value == null || !('series' in model)) return null;
  const vendor = model.series.find(({ id }) => id === 'nvidia' || id === 'data-center');
  const series = vendor && toSettled(vendor);
  const last = series && getLastPoint(series);
  if (!series || !last) return null;
  const now = formatValue(last.value, model.unit);
  const when = formatPeriod(last.period.label);
  const from = getFirstPoint(series);
  return {
    claim: claim.claim,
    label,
    told: formatValue(claim.value, unit),
    told_when: formatDate(claim.as_of),
    now,
    now_when: when,
    remark,
    href: toHref(page, view.canonical),
    spark: drawSpark(
      series,
      CARD,
      `${label}: from ${from ? formatPeriod(from.period.label) : ''} to ${now} in ${when}`,
    ),
  };
}
