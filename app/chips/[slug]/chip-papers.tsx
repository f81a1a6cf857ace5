/** In how many AI papers a chip was named, by year, in the newest edition of the index. */
import Link from 'next/link';
import { listPapersOfChips } from '@/db/queries/papers';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { getTracker } from '../../tracker';
import { FiguresTable } from '../../ui/figures-table';

export async function ChipPapers({ chips }: { chips: readonly string[] }) {
  const rows = await listPapersOfChips(getTracker().orm, chips);
  if (rows.length === 0) return null;
  const years = [...new Set(rows.map(({ period }) => period))].sort();
  const names = [...new Set(rows.map(({ chip_name }) => chip_name))];
  return (
    <section aria-labelledby="papers" className="mt-10">
      <h2 id="papers" className="text-lg font-semibold tracking-tight">
        AI papers that name it
      </h2>
      <p className="mt-1 max-w-[70ch] text-sm text-muted">
        Mentions per year in the State of AI Compute Index; * marks a projected year. Some chips are
        counted together. <Link href="/papers">All chips in papers</Link>
      </p>
      <FiguresTable
        caption="Papers by year"
        columns={[
          { label: 'Chip' },
          ...years.map((year) => ({ label: formatPeriod(year), align: 'right' as const })),
        ]}
        rows={names.map((name) => ({
          id: `papers-${rows.find((row) => row.chip_name === name)!.chip}`,
          cells: [
            name,
            ...years.map((year) => {
              const row = rows.find((one) => one.chip_name === name && one.period === year);
              return (
                formatValue(row?.papers ?? null, 'papers') + (row?.kind === 'projection' ? '*' : '')
              );
            }),
          ],
        }))}
      />
    </section>
  );
}
