import { dataCenterRevenueByVendor } from '@/subjects/revenue/data-center-revenue-by-vendor';
import {
  nvidiaDataCenterGrowth,
  nvidiaDataCenterRevenue,
  nvidiaDataCenterShareOfRevenue,
} from '@/subjects/revenue/nvidia-data-center-revenue';
import { nvidiaRecastPlatforms, nvidiaRevenueBySegment } from '@/subjects/revenue/nvidia-segments';
import { buildTopicPage } from '../topic';

const topic = buildTopicPage({
  path: '/revenue',
  name: 'Revenue',
  question: 'What does the data center earn?',
  lead: (
    <p>
      Nvidia’s reported revenue by fiscal quarter, and its rivals’ next to it on calendar time. How
      the shares moved on each report: <a href="/article#reactions">the market’s reactions</a>.
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
