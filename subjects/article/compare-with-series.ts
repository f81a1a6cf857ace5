/** A figure of the article beside the newest of a published chart. */

import { toHref } from '@/address/href';
import { getFirstPoint, getLastPoint, hasValue, listSeries, type Point } from '@/charts/model';
import { drawSpark } from '@/charts/spark';
import type { Tracker } from '@/db/connection';
import { isEstimate } from '@/units/figure-kind';
import { formatValue, type Unit } from '@/units/format-value';
import { formatDate, formatPeriod } from '@/units/period';
import { toCaution } from '@/views/cautions';
import { getChartView } from '@/views/chart-view';
import { toSettled } from '@/views/newest-figure';
import type { PublishedChart } from '@/views/published-chart';
import { CARD, type ThenAndNow, tell } from './compared-figure';
import type { ClaimRow } from './queries';

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
    counted = [],
    remark,
  }: {
    label: string;
    unit: Unit;
    chart: PublishedChart;
    query: Readonly<Record<string, string>>;
    page: string;
    /** What the figure of the article counts, and what that of the chart does. */
    counted?: readonly string[];
    remark: (course: { first: string; lowest: string }) => string;
  },
): Promise<ThenAndNow | null> {
  const { view } = await getChartView(tracker, chart, query);
  const { model } = view;
  if (claim?.value == null) return null;
  const vendor = listSeries(model).find(({ id }) => id === 'nvidia' || id === 'data-center');
  const series = vendor && toSettled(vendor);
  const last = series && getLastPoint(series);
  if (!series || !last) return null;
  const now = formatValue(last.value, model.unit, last.kind);
  const when = formatPeriod(last.period.label);
  const from = getFirstPoint(series);
  const say = ({ value, kind, period }: Point) =>
    `${formatValue(value, model.unit, kind)} (${formatPeriod(period.label)})`;
  const [least] = series.points.filter(hasValue).toSorted((a, b) => a.value - b.value);
  const first = from ? say(from) : '';
  const caution = toCaution(last.note);
  const [then, later] = counted;
  const join = (...parts: readonly (string | false | undefined)[]) =>
    parts.filter(Boolean).join(', ');
  return {
    claim: claim.claim,
    label,
    told: tell(claim, unit),
    told_when: join(formatDate(claim.as_of), then),
    now,
    now_when: join(when, later, isEstimate(last.kind) && 'estimate'),
    remark: [remark({ first, lowest: least ? say(least) : '' }), caution].filter(Boolean).join(' '),
    href: toHref(page, view.canonical),
    spark: drawSpark(series, CARD, `${label}: from ${first} to ${now} in ${when}`),
  };
}
