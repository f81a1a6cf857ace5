import type { Metadata } from 'next';
import Link from 'next/link';
import type { Query } from '@/address/parameters';
import { marketConcentration } from '@/catalog/charts/market-concentration';
import { marketShare } from '@/catalog/charts/market-share';
import { shipments } from '@/catalog/charts/shipments';
import { ChartPage } from '../chart/chart-page';
import { readChartsHead } from '../page-head';
import { describeSitePage } from '../site-pages';

const charts = [marketShare, marketConcentration, shipments];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: 'Market share',
    description: describeSitePage('/share'),
    ...(await readChartsHead('/share', charts, await searchParams)),
  };
}

export default async function MarketSharePage({ searchParams }: Props) {
  return (
    <ChartPage
      path="/share"
      charts={charts}
      query={await searchParams}
      title="Who holds the market for GPUs and AI accelerators?"
      lead={
        <p>
          Every publisher draws the line around the market elsewhere. Pick a market; its definition
          stands beside the picture. Shares of two markets are never one line;{' '}
          <Link href="/share/compare">all definitions side by side</Link> show why they differ.
        </p>
      }
    />
  );
}
