/**
 * A published chart without its controls, where it stands next to others: what it finds, its
 * picture, whose figures they are. It leads to the chart's own page.
 */
import { toHref } from '@/address/href';
import { drawLead, drawSmall } from '@/charts/page-drawings';
import type { ChartView } from '@/views/chart-view';
import { SourceLine } from '../_chart-block/chart-block';
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
