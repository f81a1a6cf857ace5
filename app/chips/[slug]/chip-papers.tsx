/** In how many AI papers a chip was named, by year, in the newest edition of the index. */
import { listPapersOfChips } from '@/subjects/papers/queries';
import { PageSection } from '../../_ui/page-section';
import { PapersTable } from '../../_ui/papers-table';
import { getTracker } from '../../tracker';

export async function ChipPapers({ chips }: { chips: readonly string[] }) {
  const rows = await listPapersOfChips(getTracker().orm, chips);
  if (rows.length === 0) return null;
  return (
    <PageSection
      id="papers"
      title="AI papers that name it"
      lead={
        <>
          Mentions per year in the State of AI Compute Index; * marks a projected year. Some chips
          are counted together. <a href="/papers">All chips in papers</a>
        </>
      }
    >
      <PapersTable rows={rows} />
    </PageSection>
  );
}
