/** A topic's page is a declaration: a heading, charts in their order, what holds for all of them. */
import type { ReactNode } from 'react';
import type { PublishedChart } from '@/views/published-chart';
import { ChartPage } from './_chart-block/chart-page';
import { AboutFigures } from './_ui/headings';
import { type PageProps, readChartsHead } from './page-head';

interface Topic {
  readonly path: string;
  readonly heading: string;
  /** One line under the heading, where it needs one. */
  readonly intro?: string;
  readonly charts: readonly PublishedChart[];
  /** What stands below the charts. */
  readonly children?: ReactNode;
  /** Definitions and limits of the page's figures, a paragraph each; the last thing on the page. */
  readonly about?: readonly string[];
}

/** What Next wants of a page. */
export function buildTopicPage({ path, heading, intro, charts, children, about = [] }: Topic) {
  return {
    generateMetadata: readChartsHead(path, charts),
    Page: async ({ searchParams }: PageProps) => (
      <ChartPage
        path={path}
        charts={charts}
        query={await searchParams}
        title={heading}
        lead={intro}
      >
        {children}
        {about.length > 0 && <AboutFigures notes={about} />}
      </ChartPage>
    ),
  };
}
