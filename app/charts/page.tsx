/** Every published chart as a picture, with what it finds. */
import { toHref } from '@/address/href';
import { collectedDeck, toAddHref } from '@/address/opened';
import { readAddress } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import { type ChartView, getChartView } from '@/views/chart-view';
import type { Section } from '@/views/published-chart';
import { ChartThumbnail } from '../_ui/chart-thumbnail';
import { PageHeading, PageSection } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

export const metadata = toSiteHead('/charts');

/** The entries of the navigation, and what of the charts belongs to each. */
const topics = {
  Market: ['share', 'papers'],
  Ownership: ['holdings'],
  Revenue: ['revenue'],
  'Chips & prices': ['chips', 'prices'],
  Timeline: ['timeline'],
  Checks: ['checks'],
} as const satisfies Record<string, readonly Section[]>;

export default async function ChartsPage({ searchParams }: PageProps) {
  const query = await searchParams;
  leaveOutUnknown('/charts', query, ['deck']);
  const { deck } = readAddress({ deck: collectedDeck }, query).values;
  const tracker = getTracker();
  const views = await Promise.all(
    publishedCharts.map(async (chart) => (await getChartView(tracker, chart)).view),
  );
  return (
    <>
      <PageHeading title="All charts" />
      {Object.entries(topics).map(([topic, sections]: [string, readonly Section[]]) => (
        <PageSection key={topic} id={sections[0] ?? topic} title={topic}>
          <ul className="gallery">
            {views
              .filter(({ chart }) => sections.includes(chart.section))
              .map((view) => (
                <li key={view.chart.slug}>
                  <Thumbnail view={view} deck={deck} />
                </li>
              ))}
          </ul>
        </PageSection>
      ))}
    </>
  );
}

/** Whoever collects charts for a deck adds them here, or looks at one first. */
function Thumbnail({ view, deck }: { view: ChartView; deck: string }) {
  const path = `/charts/${view.chart.slug}`;
  return (
    <>
      <a href={toHref(path, { deck: deck || null })}>
        <ChartThumbnail view={view} />
        <strong>{view.finding}</strong>
        <small>{view.chart.name}</small>
      </a>
      {deck && (
        <a href={toAddHref(deck, path)} className="deck">
          Add to deck
        </a>
      )}
    </>
  );
}
