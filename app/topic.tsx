/** A topic's page is a declaration: a heading, charts in their order, what holds for all of them. */
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import type { Query } from '@/address/parameters';
import type { PublishedChart } from '@/views/published-chart';
import { ChartPage } from './_chart-block/chart-page';
import { AboutFigures } from './_ui/headings';
import { readChartsHead } from './page-head';
import { describeSitePage } from './site-pages';

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

interface Props {
  readonly searchParams: Promise<Query>;
}

/** What Next wants of a page. */
export function buildTopicPage({
  path,
  heading,
  intro,
  charts,

  children,
  about = [],
}: Topic) {
  return {
    generateMetadata: async ({ searchParams }: Props): Promise<Metadata> => ({
      ...describeSitePage(path),
      ...(await readChartsHead(path, charts, await searchParams)),
    }),
    Page: async ({ searchParams }: Props) => (
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
