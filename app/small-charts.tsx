/** Charts that a page shows as small pictures: each leads to a page of its own, with its choices. */
import { redirect } from 'next/navigation';
import { toHref } from '@/address/href';
import { OPENED_PARAMETERS } from '@/address/opened';
import { first, type Query } from '@/address/parameters';
import { getChartView } from '@/views/chart-view';
import type { PublishedChart } from '@/views/published-chart';
import { ChartCard } from './_ui/chart-card';
import { getTracker } from './tracker';

/** Side by side, as they open. */
export async function SmallCharts({ charts }: { charts: readonly PublishedChart[] }) {
  const tracker = getTracker();
  const views = await Promise.all(
    charts.map(async (chart) => (await getChartView(tracker, chart)).view),
  );
  return (
    <div className="chart-cards">
      {views.map((view) => (
        <ChartCard key={view.chart.slug} view={view} />
      ))}
    </div>
  );
}

/**
 * Sends an address that chooses something of a small chart on to the chart's own page. `whole`
 * are the charts that the page shows with their choices: what they know as well is theirs.
 */
export function leadToOwnPage(
  query: Query,
  { whole, small }: Record<'whole' | 'small', readonly PublishedChart[]>,
): void {
  const theirs = new Set(whole.flatMap(({ choices }) => Object.keys(choices)));
  for (const { slug, choices } of small) {
    const own = Object.keys(choices).filter((name) => !theirs.has(name) && first(query[name]));
    const opened = OPENED_PARAMETERS.filter((name) => first(query[name]) === slug);
    if (own.length + opened.length === 0) continue;
    const asked = [...own, ...opened, ...(opened.length > 0 ? ['sort', 'rows'] : [])].map(
      (name) => [name, first(query[name]) ?? null],
    );
    redirect(toHref(`/charts/${slug}`, Object.fromEntries(asked)));
  }
}
