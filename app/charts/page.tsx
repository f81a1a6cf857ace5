/** Every published chart with its question. */
import type { Metadata } from 'next';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import type { Section } from '@/views/published-chart';
import { PageHeading } from '../_ui/headings';
import { Corrections } from '../_ui/notices';
import { List, ListItem } from '../_ui/tremor';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';

export const metadata: Metadata = {
  ...describeSitePage('/charts'),
  ...toPageHead('/charts'),
};

const sections = {
  share: 'Market share',
  papers: 'Papers',
  holdings: 'Ownership',
  revenue: 'Revenue',
  chips: 'Chips',
  prices: 'Prices',
  timeline: 'Timeline',
} satisfies Record<Section, string>;

export default async function ChartsPage({ searchParams }: { searchParams: Promise<Query> }) {
  return (
    <>
      <PageHeading title="All charts">
        <p>Each has a page of its own, whose address holds every choice made on it.</p>
      </PageHeading>
      <Corrections corrections={listUnknownParameters(await searchParams, [])} />
      {Object.entries(sections).map(([section, label]) => (
        <section key={section} aria-labelledby={section} className="mt-6">
          <h2 id={section} className="text-lg font-semibold tracking-tight">
            {label}
          </h2>
          <List className="mt-1">
            {publishedCharts
              .filter((chart) => chart.section === section)
              .map(({ slug, name, question }) => (
                <ListItem key={slug} className="flex-wrap gap-x-6">
                  <a href={`/charts/${slug}`}>{name}</a>
                  <span className="text-muted">{question}</span>
                </ListItem>
              ))}
          </List>
        </section>
      ))}
    </>
  );
}
