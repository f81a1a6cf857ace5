import Link from 'next/link';
import { dataCenterRevenueByVendor } from '@/catalog/charts/data-center-revenue-by-vendor';
import { nvidiaDataCenterGrowth } from '@/catalog/charts/nvidia-data-center-growth';
import { nvidiaDataCenterRevenue } from '@/catalog/charts/nvidia-data-center-revenue';
import { nvidiaDataCenterShareOfRevenue } from '@/catalog/charts/nvidia-data-center-share-of-revenue';
import { nvidiaRecastPlatforms } from '@/catalog/charts/nvidia-recast-platforms';
import { nvidiaRevenueBySegment } from '@/catalog/charts/nvidia-revenue-by-segment';
import { buildTopicPage } from '../topic';

const topic = buildTopicPage({
  path: '/revenue',
  name: 'Revenue',
  question: 'What does the data center earn?',
  lead: (
    <p>
      Nvidia’s reported revenue by fiscal quarter, and its rivals’ beside it on calendar time. How
      the shares moved on each report: <Link href="/article#reactions">the market’s reactions</Link>
      .
    </p>
  ),
  charts: [
    nvidiaDataCenterRevenue,
    nvidiaDataCenterGrowth,
    dataCenterRevenueByVendor,
    nvidiaDataCenterShareOfRevenue,
    nvidiaRevenueBySegment,
    nvidiaRecastPlatforms,
  ],
});

export const generateMetadata = topic.generateMetadata;
export default topic.Page;
