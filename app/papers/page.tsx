import { listSources } from '@/db/queries/names';
import { chipHalfLife } from '@/subjects/papers/chip-half-life';
import { notableModelChips } from '@/subjects/papers/chips-in-notable-models';
import { listPaperStatements } from '@/subjects/papers/paper-statements';
import { papersByNvidiaChip } from '@/subjects/papers/papers-by-nvidia-chip';
import {
  nvidiaShareOfPapers,
  nvidiaToOthersInPapers,
  papersByVendor,
} from '@/subjects/papers/papers-by-vendor';
import { buildTopicPage } from '../topic';
import { getTracker } from '../tracker';
import { PaperStatements } from './paper-statements';

const topic = buildTopicPage({
  path: '/papers',
  name: 'Papers',
  question: 'Whose chips does AI research run on?',
  lead: 'Papers say on what they were computed. The State of AI Compute Index counts them; Epoch AI notes what notable models were trained on.',
  charts: [
    papersByVendor,
    papersByNvidiaChip,
    nvidiaShareOfPapers,
    nvidiaToOthersInPapers,
    chipHalfLife,
    notableModelChips,
  ],
  children: <Statements />,
});

export const generateMetadata = topic.generateMetadata;
export default topic.Page;

async function Statements() {
  const { orm } = getTracker();
  const statements = await listPaperStatements(orm);
  const sources = await listSources(
    orm,
    statements.map(({ source }) => source),
  );
  return (
    <PaperStatements
      statements={statements}
      sources={new Map(sources.map((source) => [source.source, source]))}
    />
  );
}
