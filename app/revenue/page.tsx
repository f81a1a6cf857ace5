import { dataCenterRevenueByVendor } from '@/subjects/revenue/data-center-revenue-by-vendor';
import {
  nvidiaDataCenterRevenue,
  nvidiaDataCenterShareOfRevenue,
} from '@/subjects/revenue/nvidia-data-center-revenue';
import { nvidiaRevenueBySegment } from '@/subjects/revenue/nvidia-segments';
import { shipments } from '@/subjects/share/shipments';
import { leadToOwnPage, SmallCharts } from '../_ui/chart-card';
import type { PageProps } from '../page-head';
import { buildTopicPage } from '../topic';

const charts = [nvidiaDataCenterRevenue, dataCenterRevenueByVendor];
const small = [nvidiaRevenueBySegment, nvidiaDataCenterShareOfRevenue, shipments];

const topic = buildTopicPage({
  path: '/revenue',
  heading: 'Revenue from data center chips',
  intro: 'Company filings; rivals on calendar quarters.',
  charts,
  children: <SmallCharts charts={small} />,
  about: [
    'Nvidia’s fiscal year ends on the last Sunday of January and is named for the year it ends in: Q4 FY23 ended Jan 29, 2023.',
    'Data center includes Mellanox (networking) from Apr 27, 2020. From FY27 Nvidia reports two platforms; earlier ones end with the quarter to Jan 25, 2026.',
    'AMD and Intel data center revenue includes server CPUs. Broadcom’s AI figure is management’s, inside its chip segment. Intel redefined its segment in 2024 and 2025.',
    'Quarters of different companies end up to five weeks apart.',
  ],
});

export const generateMetadata = topic.generateMetadata;

export default async function RevenuePage(props: PageProps) {
  leadToOwnPage(await props.searchParams, { whole: charts, small });
  return topic.Page(props);
}
