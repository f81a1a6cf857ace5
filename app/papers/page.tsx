import type { ReactNode } from 'react';
import { toChipHref, toEvidenceHref, toVendorHref } from '@/address/links';
import { paperStatements } from '@/data/paper-statements/contract';
import type { SourceRow } from '@/db/queries/names';
import { listSources } from '@/db/queries/names';
import { notableModelChips } from '@/subjects/papers/chips-in-notable-models';
import {
  listPaperStatements,
  type PaperStatementRow,
  wordStatement,
} from '@/subjects/papers/paper-statements';
import { papersByNvidiaChip } from '@/subjects/papers/papers-by-nvidia-chip';
import { papersByVendor } from '@/subjects/papers/papers-by-vendor';
import { MISSING } from '@/units/format-value';
import { FiguresTable } from '../_ui/figures-table';
import { PageSection } from '../_ui/headings';
import { SourceLink } from '../_ui/source-link';
import { buildTopicPage } from '../topic';
import { getTracker } from '../tracker';

const topic = buildTopicPage({
  path: '/papers',
  heading: 'Whose chips AI research runs on',
  charts: [papersByVendor, papersByNvidiaChip, notableModelChips],
  children: <Statements />,
  about: [
    'The State of AI Compute Index counts open-source AI papers that name a chip. A paper that names two chips counts twice.',
    'The current year is projected by the index from the papers so far. No count of a later edition has to bear it out.',
    'Epoch AI notes which chips notable models were trained on, as their makers published it. Most new models do not say.',
  ],
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

/** What was said of the counts of papers, printed statements first, each with its evidence. */
function PaperStatements({
  statements,
  sources,
}: {
  statements: readonly PaperStatementRow[];
  /** Slug → document. */
  sources: ReadonlyMap<string, SourceRow>;
}) {
  const printed = statements.filter(({ basis }) => basis === 'published');
  const derived = statements.filter(({ basis }) => basis === 'derived');
  return (
    <PageSection
      id="statements"
      title="What was said of these counts"
      lead="Shares, ratios and ranks as published, each of its own time: several rest on a projected year that later counts did not bear out. Mentions are counted, so a paper that names two chips may count twice."
    >
      <StatementTable caption="Printed statements" rows={printed} sources={sources} />
      <details className="mt-3 text-sm">
        <summary>
          {derived.length} more, which are our arithmetic on the counts of an edition
        </summary>
        <StatementTable caption="Derived statements" rows={derived} sources={sources} />
      </details>
    </PageSection>
  );
}

function StatementTable({
  caption,
  rows,
  sources,
}: {
  caption: string;
  rows: readonly PaperStatementRow[];
  sources: ReadonlyMap<string, SourceRow>;
}) {
  return (
    <FiguresTable
      caption={caption}
      columns={[
        { label: 'Of' },
        { label: 'Year', align: 'right' },
        { label: 'Statement', wraps: true },
        { label: 'What to know', wraps: true },
        { label: 'Source', wraps: true },
      ]}
      rows={rows.map((row) => ({
        id: row.statement,
        cells: [
          <Subject key="of" row={row} />,
          row.projected === 'yes' ? `${row.year}, projected` : row.year,
          <a key="statement" href={toEvidenceHref(paperStatements, row)}>
            {wordStatement(row)}
          </a>,
          row.note ?? MISSING,
          <SourceLink key="source" source={sources.get(row.source)} />,
        ],
      }))}
    />
  );
}

function Subject({
  row: { vendor, vendor_name, chip, chip_name },
}: {
  row: PaperStatementRow;
}): ReactNode {
  return chip ? (
    <a href={toChipHref(chip)}>{chip_name}</a>
  ) : (
    <a href={toVendorHref(vendor)}>{vendor_name}</a>
  );
}
