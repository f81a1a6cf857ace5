/** The rows that the ranking does not count, each with the reason. */
import { toChipHref, toEvidenceHref, toOrganizationHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { LeftOut } from '@/subjects/holdings/exclusion';
import { statuses } from '@/subjects/holdings/holder-lists';
import { formatValue } from '@/units/format-value';
import { toFigureKind } from '@/views/row-figures';
import { FiguresTable } from '../_ui/figures-table';

export function LeftOutRows({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null;
  const what = leftOut.length === 1 ? '1 row is' : `${leftOut.length} rows are`;
  return (
    <details className="mt-6 text-sm">
      <summary className="cursor-pointer text-accent">
        {what} left out of this ranking, and why
      </summary>
      <FiguresTable
        caption="Rows left out"
        columns={[
          { label: 'Organization' },
          { label: 'Chip' },
          { label: 'Accelerators', align: 'right' },
          { label: 'Status' },
          { label: 'Cluster' },
          { label: 'Left out because', wraps: true },
        ]}
        rows={leftOut.map(({ row, reason }) => ({
          id: row.holding,
          cells: [
            <a key="name" href={toOrganizationHref(row.organization)}>
              {row.organization_name}
            </a>,
            <a key="chip" href={toChipHref(row.chip)}>
              {row.chip_name}
            </a>,
            <a key="count" href={toEvidenceHref(gpuHoldings, row)}>
              {formatValue(row.accelerators, 'accelerators', toFigureKind(row.kind))}
            </a>,
            statuses[row.status],
            row.cluster ?? '–',
            reason,
          ],
        }))}
      />
    </details>
  );
}
