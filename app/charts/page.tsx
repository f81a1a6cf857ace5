/** Every published chart as a picture, with what it finds. */
import type { Metadata } from 'next';
import { toHref } from '@/address/href';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import { type ChartView, getChartView } from '@/views/chart-view';
import type { Section } from '@/views/published-chart';
import { PageHeading, PageSection } from '../_ui/headings';
import { Corrections } from '../_ui/notices';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';

export const metadata: Metadata = { ...describeSitePage('/charts'), ...toPageHead('/charts') };

/** The entries of the navigation, and what of the charts belongs to each. */
const topics = {
  Market: ['share', 'papers'],
  Ownership: ['holdings'],
  Revenue: ['revenue'],
  'Chips & prices': ['chips', 'prices'],
  Timeline: ['timeline'],
  Checks: ['checks'],
} as const satisfies Record<string, readonly Section[]>;

export default async function ChartsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const tracker = getTracker();
  const views = await Promise.all(
    publishedCharts.map(async (chart) => (await getChartView(tracker, chart)).view),
  );
  return (
    <>
      <PageHeading title="All charts" />
      <Corrections corrections={listUnknownParameters(await searchParams, [])} />
      {Object.entries(topics).map(([topic, sections]: [string, readonly Section[]]) => (
        <PageSection key={topic} id={sections[0] ?? topic} title={topic}>
          <ul className="gallery">
            {views
              .filter(({ chart }) => sections.includes(chart.section))
              .map((view) => (
                <li key={view.chart.slug}>
                  <Thumbnail view={view} />
                </li>
              ))}
          </ul>
        </PageSection>
      ))}
    </>
  );
}

const SIZE = { width: 400, height: 240 } as const;

/** The picture is fetched when it comes into sight, in the colors that are shown. */
function Thumbnail({ view: { chart, finding } }: { view: ChartView }) {
  return (
    <a href={`/charts/${chart.slug}`}>
      {(['light', 'dark'] as const).map((theme) => (
        // biome-ignore lint/performance/noImgElement: an SVG of our own, which nothing can shrink
        <img
          key={theme}
          className={`in-${theme}`}
          loading="lazy"
          alt=""
          {...SIZE}
          src={toHref(`/charts/${chart.slug}.svg`, {
            frame: 'none',
            width: String(SIZE.width),
            height: String(SIZE.height),
            background: 'transparent',
            ...(theme === 'dark' ? { theme } : {}),
          })}
        />
      ))}
      <strong>{finding}</strong>
      <small>{chart.name}</small>
    </a>
  );
}
