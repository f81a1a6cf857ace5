import { chipsSold } from '@/subjects/share/chips-sold';
import { marketShare } from '@/subjects/share/market-share';
import { shipments } from '@/subjects/share/shipments';
import { leadToOwnPage, SmallCharts } from '../_ui/chart-card';
import type { PageProps } from '../page-head';
import { buildTopicPage } from '../topic';

const charts = [marketShare, chipsSold];
const small = [shipments];

const topic = buildTopicPage({
  path: '/share',
  heading: 'Who sells AI chips',
  intro: 'Publishers define the market differently. Shares of two markets cannot be compared.',
  charts,
  children: <SmallCharts charts={small} />,
  about: [
    'AI compute counts chips by peak 8-bit speed, in H100-equivalents. A count of units gives a small chip the weight of a large one.',
    'Epoch AI models six designers: Nvidia, Google, Amazon, AMD, Huawei and Cambricon. Quarters without an estimate of one of them, such as Amazon in 2026, make the shares of the others upper bounds. Shares are medians of a model; their ranges do not add up.',
    'Jon Peddie Research (JPR) counts shipments to distributors, not sales. “Graphics cards” are desktop cards only; “PC GPUs” include graphics built into processors.',
    'Steam is a voluntary survey of gamers’ PCs. TOP500 is a voluntary list of supercomputers, not of AI clusters.',
  ],
});

export const generateMetadata = topic.generateMetadata;

export default async function SharePage(props: PageProps) {
  leadToOwnPage(await props.searchParams, { whole: charts, small });
  return topic.Page(props);
}
