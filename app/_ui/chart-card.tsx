/**
 * A published chart without its controls, where it stands next to others: what it finds, its
 * picture, whose figures they are. It leads to the chart's own page.
 */
import { redirect } from 'next/navigation';
import { toHref } from '@/address/href';
import { OPENED_PARAMETERS } from '@/address/opened';
import { first, type Query } from '@/address/parameters';
import { drawLead, drawSmall } from '@/charts/page-drawings';
import { type ChartView, getChartView } from '@/views/chart-view';
import type { PublishedChart } from '@/views/published-chart';
import { SourceLine } from '../_chart-block/chart-block';
import { getTracker } from '../tracker';
import { ChartPicture, ServerDrawing } from './server-drawing';

export function ChartCard({
  view,
  isLead = false,
  more,
}: {
  view: ChartView;
  /** Whether it leads the page: larger, drawn for wide screens and for phones. */
  isLead?: boolean;
  /** The page that tells more; absent: only the chart's own. */
  more?: { readonly href: string; readonly label: string };
}) {
  const { chart, canonical, finding, measure, drawable } = view;
  const id = `${chart.slug}-finding`;
  return (
    <section aria-labelledby={id} className={isLead ? 'chart-card lead' : 'chart-card'}>
      <h2 id={id} className="finding">
        <a href={toHref(`/charts/${chart.slug}`, canonical)}>{finding}</a>
      </h2>
      <p className="measure">{measure}</p>
      {isLead ? (
        <ChartPicture drawable={drawable} draw={drawLead} />
      ) : (
        <ServerDrawing svg={drawSmall(drawable).svg} />
      )}
      <p className="source-line">
        <SourceLine view={view} />
        {more && (
          <>
            {' · '}
            <a href={more.href}>{more.label}</a>
          </>
        )}
      </p>
    </section>
  );
}

/** Charts that a page shows as small pictures: each leads to a page of its own, with its choices. */

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
