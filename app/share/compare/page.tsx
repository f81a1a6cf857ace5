/** One vendor's share by every definition, with the definitions spelt out. */
import { shareByDefinition } from '@/subjects/share/share-by-definition';
import { buildTopicPage } from '../../topic';

const topic = buildTopicPage({
  path: '/share/compare',
  heading: 'One share, many definitions',
  intro: 'Each figure is a share of something else: what is counted, who says so, and for when.',
  charts: [shareByDefinition],
  about: [
    'Most figures were printed as they stand. Of a range the middle is shown, and a few follow by arithmetic from printed figures, as their notes say.',
  ],
});

export const generateMetadata = topic.generateMetadata;
export default topic.Page;
