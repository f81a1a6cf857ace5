import type { Metadata } from 'next';
import type { Query } from '@/address/parameters';
import { chipHalfLife } from '@/catalog/charts/chip-half-life';
import { chipsInNotableModels } from '@/catalog/charts/chips-in-notable-models';
import { nvidiaShareOfPapers } from '@/catalog/charts/nvidia-share-of-papers';
import { nvidiaToOthersInPapers } from '@/catalog/charts/nvidia-to-others-in-papers';
import { papersByNvidiaChip } from '@/catalog/charts/papers-by-nvidia-chip';
import { papersByVendor } from '@/catalog/charts/papers-by-vendor';
import { listSources } from '@/db/queries/names';
import { listPaperStatements } from '@/db/queries/paper-statements';
import { ChartPage } from '../chart/chart-page';
import { readChartsHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { PaperStatements } from './paper-statements';

const charts = [
  papersByVendor,
  papersByNvidiaChip,
  nvidiaShareOfPapers,
  nvidiaToOthersInPapers,
  chipHalfLife,
  chipsInNotableModels,
];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: 'Papers',
    description: describeSitePage('/papers'),
    ...(await readChartsHead('/papers', charts, await searchParams)),
  };
}

export default async function PapersPage({ searchParams }: Props) {
  const { orm } = getTracker();
  const statements = await listPaperStatements(orm);
  const sources = await listSources(
    orm,
    statements.map(({ source }) => source),
  );
  return (
    <ChartPage
      path="/papers"
      charts={charts}
      query={await searchParams}
      title="Whose chips does AI research run on?"
      lead="Papers say on what they were computed. The State of AI Compute Index counts them; Epoch AI notes what notable models were trained on."
    >
      <PaperStatements
        statements={statements}
        sources={new Map(sources.map((source) => [source.source, source]))}
      />
    </ChartPage>
  );
}
