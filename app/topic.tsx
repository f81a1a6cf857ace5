/** A topic's page is a declaration: a question, an introduction, charts in their order. */
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import type { Query } from '@/address/parameters';
import type { PublishedChart } from '@/views/published-chart';
import { ChartPage } from './_chart-block/chart-page';
import { readChartsHead } from './page-head';
import { describeSitePage } from './site-pages';

interface Topic {
  readonly path: string;
  readonly name: string;
  readonly question: string;
  readonly lead: ReactNode;
  readonly charts: readonly PublishedChart[];
  /** What stands below the charts. */
  readonly children?: ReactNode;
}

interface Props {
  readonly searchParams: Promise<Query>;
}

/** What Next wants of a page. */
export function buildTopicPage({ path, name, question, lead, charts, children }: Topic) {
  return {
    generateMetadata: async ({ searchParams }: Props): Promise<Metadata> => ({
      title: name,
      description: describeSitePage(path),
      ...(await readChartsHead(path, charts, await searchParams)),
    }),
    Page: async ({ searchParams }: Props) => (
      <ChartPage
        path={path}
        charts={charts}
        query={await searchParams}
        title={question}
        lead={lead}
      >
        {children}
      </ChartPage>
    ),
  };
}
