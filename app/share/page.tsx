import { marketConcentration } from '@/subjects/share/market-concentration';
import { marketShare } from '@/subjects/share/market-share';
import { shipments } from '@/subjects/share/shipments';
import { buildTopicPage } from '../topic';

const topic = buildTopicPage({
  path: '/share',
  name: 'Market share',
  question: 'Who holds the market for GPUs and AI accelerators?',
  lead: (
    <p>
      Every publisher draws the line around the market elsewhere. Pick a market; its definition
      stands next to the picture. Shares of two markets are never one line;{' '}
      <a href="/share/compare">all definitions side by side</a> show why they differ.
    </p>
  ),
  charts: [marketShare, marketConcentration, shipments],
});

export const generateMetadata = topic.generateMetadata;
export default topic.Page;
