import { toDatasetHref, toEvidenceHref } from '@/address/links';
import { paperStatements } from '@/data/paper-statements/contract';
import { isWellSourced } from '@/data/sources/origins';
import { listSources } from '@/db/queries/names';
import { notableModelChips } from '@/subjects/papers/chips-in-notable-models';
import { listPaperStatements, wordStatement } from '@/subjects/papers/paper-statements';
import { papersByNvidiaChip } from '@/subjects/papers/papers-by-nvidia-chip';
import { papersByVendor } from '@/subjects/papers/papers-by-vendor';
import { getChartView } from '@/views/chart-view';
import { ChartCard } from '../_ui/chart-card';
import { buildTopicPage } from '../topic';
import { getTracker } from '../tracker';

const topic = buildTopicPage({
  path: '/papers',
  heading: 'Whose chips AI research runs on',
  charts: [papersByVendor, papersByNvidiaChip],
  children: <ModelsAndStatements />,
  about: [
    'The State of AI Compute Index counts open-source AI papers that name a chip. A paper that names two chips counts twice.',
    'The current year is projected by the index from the papers so far.',
    'Epoch AI notes which chips notable models were trained on, as their makers published it. Most new models do not say.',
  ],
});

export const generateMetadata = topic.generateMetadata;
export default topic.Page;

async function ModelsAndStatements() {
  const { view } = await getChartView(getTracker(), notableModelChips);
  return (
    <div className="with-side mt-10">
      <ChartCard view={view} isLead />
      <Statements />
    </div>
  );
}

const MOST_STATEMENTS = 6;

/** What was printed about the counts of papers, the newest year first, each with its evidence. */
async function Statements() {
  const { orm } = getTracker();
  const all = await listPaperStatements(orm);
  const sources = new Map(
    (
      await listSources(
        orm,
        all.map(({ source }) => source),
      )
    ).map((source) => [source.source, source]),
  );
  const printed = all.flatMap((row) => {
    const source = sources.get(row.source);
    return row.basis === 'published' && source && isWellSourced(source) ? [{ row, source }] : [];
  });
  return (
    <section aria-labelledby="statements" className="side">
      <h2 id="statements">What was said of these counts</h2>
      <ul>
        {printed.slice(0, MOST_STATEMENTS).map(({ row, source }) => (
          <li key={row.statement}>
            <a href={toEvidenceHref(paperStatements, row)}>{row.chip_name ?? row.vendor_name}</a>:{' '}
            {wordStatement(row)}, {row.year}
            {row.projected === 'yes' && ' (projected)'}{' '}
            <span className="text-muted">– {source.origin}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={toDatasetHref('paper-statements')}>All {all.length} statements</a>
      </p>
    </section>
  );
}
