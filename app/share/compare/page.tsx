/** One vendor's share by every definition, with the definitions spelt out. */
import { shareByDefinition } from '@/subjects/share/share-by-definition';
import { buildTopicPage } from '../../topic';

const topic = buildTopicPage({
  path: '/share/compare',
  name: 'One share, many definitions',
  question: 'Which share is the right one?',
  lead: 'Each of these figures rests on what somebody published, and each is a share of something else. Most were printed as such; of a range the middle is shown, and a few follow by arithmetic from printed figures, as their notes say. Here they stand side by side with what is counted, who says so, and for when.',
  charts: [shareByDefinition],
});

export const generateMetadata = topic.generateMetadata;
export default topic.Page;
