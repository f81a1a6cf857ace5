import type { Metadata } from 'next';
import Link from 'next/link';
import type { Query } from '@/address/parameters';
import { dataCenterRevenueByVendor } from '@/catalog/charts/data-center-revenue-by-vendor';
import { nvidiaDataCenterGrowth } from '@/catalog/charts/nvidia-data-center-growth';
import { nvidiaDataCenterRevenue } from '@/catalog/charts/nvidia-data-center-revenue';
import { nvidiaDataCenterShareOfRevenue } from '@/catalog/charts/nvidia-data-center-share-of-revenue';
import { nvidiaRecastPlatforms } from '@/catalog/charts/nvidia-recast-platforms';
import { nvidiaRevenueBySegment } from '@/catalog/charts/nvidia-revenue-by-segment';
import { ChartPage } from '../chart/chart-page';
import { readChartsHead } from '../page-head';
import { describeSitePage } from '../site-pages';

const charts = [
  nvidiaDataCenterRevenue,
  nvidiaDataCenterGrowth,
  dataCenterRevenueByVendor,
  nvidiaDataCenterShareOfRevenue,
  nvidiaRevenueBySegment,
  nvidiaRecastPlatforms,
];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: 'Revenue',
    description: describeSitePage('/revenue'),
    ...(await readChartsHead('/revenue', charts, await searchParams)),
  };
}

export default async function RevenuePage({ searchParams }: Props) {
  return (
    <ChartPage
      path="/revenue"
      charts={charts}
      query={await searchParams}
      title="What does the data center earn?"
      lead={
        <p>
          Nvidia’s reported revenue by fiscal quarter, and its rivals’ beside it on calendar time.
          How the shares moved on each report:{' '}
          <Link href="/article#reactions">the market’s reactions</Link>.
        </p>
      }
    />
  );
}
