/** Who holds how many of a chip, list by list. */
import Link from 'next/link';
import { formatList } from '@/catalog/holder-lists';
import { toOrganizationHref } from '@/catalog/links';
import { listHoldersOfChips } from '@/db/queries/holdings';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { getTracker } from '../../tracker';
import { FiguresTable } from '../../ui/figures-table';

const SHOWN = 25;

export async function ChipHolders({ chips }: { chips: readonly string[] }) {
  const rows = await listHoldersOfChips(getTracker().orm, chips);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="holders" className="mt-10">
      <h2 id="holders" className="text-lg font-semibold tracking-tight">
        Who holds how many
      </h2>
      <p className="mt-1 max-w-[70ch] text-sm text-muted">
        {rows.length} figures, newest first
        {rows.length > SHOWN && `; here the first ${SHOWN}`}. The same machines stand in several
        lists, so the rows must not be added. <Link href="/holdings">All lists of holders</Link>
      </p>
      <FiguresTable
        caption="Holders"
        columns={[
          { label: 'Organisation' },
          { label: 'Chip' },
          { label: 'Accelerators', align: 'right' },
          { label: 'As of' },
          { label: 'List' },
        ]}
        rows={rows.slice(0, SHOWN).map((row) => ({
          id: row.holding,
          cells: [
            <Link key="name" href={toOrganizationHref(row.organization)} prefetch={false}>
              {row.organization_name}
            </Link>,
            row.chip_name,
            formatValue(row.accelerators, 'accelerators'),
            formatDate(row.as_of),
            formatList(row),
          ],
        }))}
      />
    </section>
  );
}
