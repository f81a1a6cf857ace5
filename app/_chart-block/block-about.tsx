/** What a chart is about, in place of its drawing: answer, definitions, notes, events, sources. */
import { toFrozenHref } from '@/address/frozen-links';
import { toDatasetHref } from '@/address/links';
import { listNotes } from '@/charts/kinds';
import { nameOrigin } from '@/data/sources/origins';
import { formatDate, formatPeriod } from '@/units/period';
import type { ChartView } from '@/views/chart-view';
import { SeriesItem, SourceList } from './source-list';

export function BlockAbout({ view, heading: Heading }: { view: ChartView; heading: 'h2' | 'h3' }) {
  const { chart, title, subtitle, summary, reading, model, sources, events, canonical } = view;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section aria-label={`About: ${title}`} tabIndex={0} className="block-about">
      <div>
        <Heading>How to read it</Heading>
        <p>
          {title}. {subtitle}.
        </p>
        <p>{summary}</p>
        {[...reading, ...listNotes(model)].map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div>
        {events.length > 0 && (
          <>
            <Heading>Events in this time ({events.length})</Heading>
            <ul>
              {events.map(({ date, title, summary, source }) => (
                <li key={`${date}${title}`}>
                  {formatDate(date)}: {source?.url ? <a href={source.url}>{title}</a> : title}.{' '}
                  {summary} {source && `(${nameOrigin(source)})`}
                </li>
              ))}
            </ul>
          </>
        )}
        <SourceList sources={sources} heading={Heading} />
        <SeriesList view={view} heading={Heading} />
        <p>
          Datasets:{' '}
          {chart.datasets.map(({ slug: dataset }, index) => (
            <span key={dataset}>
              {index > 0 && ', '}
              <a href={toFrozenHref(toDatasetHref(dataset), canonical.snapshot ?? null)}>
                {dataset}
              </a>
            </span>
          ))}
        </p>
      </div>
    </section>
  );
}

/** How new each series behind the chart is, how often it is published, and when it goes on. */
function SeriesList({
  view: { freshness, asOf, snapshot },
  heading: Heading,
}: {
  view: ChartView;
  heading: 'h2' | 'h3';
}) {
  return (
    <>
      <Heading>Newest figure</Heading>
      {freshness.length === 0 ? (
        <p>{formatPeriod(asOf)}</p>
      ) : (
        <ul>
          {freshness.map((series) => (
            <SeriesItem key={series.series} series={series} today={snapshot.collected_on} />
          ))}
        </ul>
      )}
    </>
  );
}
