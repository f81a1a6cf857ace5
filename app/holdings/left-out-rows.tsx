/** The rows that the ranking does not count, each with the reason. */
import Link from 'next/link';
import { statuses } from '@/catalog/holder-lists';
import type { LeftOut } from '@/catalog/holdings/exclusion';
import { formatValue } from '@/units/format-value';
import { DataTable } from '../ui/data-table';

export function LeftOutRows({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null;
  const what = leftOut.length === 1 ? '1 row is' : `${leftOut.length} rows are`;
  return (
    <details className="mt-6 text-sm">
      <summary className="cursor-pointer text-accent">
        {what} left out of this ranking, and why
      </summary>
      <DataTable
        label="Rows left out"
        columns={[
          { label: 'Organisation' },
          { label: 'Chip' },
          { label: 'Accelerators', align: 'right' },
          { label: 'Status' },
          { label: 'Cluster' },
          { label: 'Left out because', wraps: true },
        ]}
        rows={leftOut.map(({ row, reason }) => ({
          key: row.holding,
          cells: [
            <Link key="name" href={`/organizations/${row.organization}`} prefetch={false}>
              {row.organization_name}
            </Link>,
            row.chip_name,
            formatValue(row.accelerators, 'accelerators'),
            statuses[row.status],
            row.cluster ?? '–',
            reason,
          ],
        }))}
      />
    </details>
  );
}
