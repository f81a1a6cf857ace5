/** Single clusters of the organizations, as Epoch AI lists them; earlier phases are left out. */
import { toChipHref, toEvidenceHref, toOrganizationHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { ComparedOrganization } from '@/subjects/holdings/comparison';
import { statuses } from '@/subjects/holdings/holder-lists';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toFigureKind } from '@/views/row-figures';
import { FiguresTable } from '../_ui/figures-table';

export function ClusterTable({
  organizations,
}: {
  organizations: readonly ComparedOrganization[];
}) {
  const rows = organizations.flatMap(({ rows }) =>
    rows
      .filter(({ family, counts }) => family === 'epoch-clusters' && counts === 'stock')
      .toSorted((a, b) => b.accelerators - a.accelerators),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="clusters" className="mt-8">
      <h2 id="clusters" className="text-lg font-semibold tracking-tight">
        Clusters
      </h2>
      <FiguresTable
        caption="Single clusters by organization"
        columns={[
          { label: 'Organization' },
          { label: 'Cluster', wraps: true },
          { label: 'Chip' },
          { label: 'Accelerators', align: 'right' },
          { label: 'Status' },
          { label: 'As of' },
        ]}
        rows={rows.map((row) => ({
          id: row.holding,
          cells: [
            <a key="name" href={toOrganizationHref(row.organization)}>
              {row.organization_name}
            </a>,
            row.cluster ?? '–',
            <a key="chip" href={toChipHref(row.chip)}>
              {row.chip_name}
            </a>,
            <a key="count" href={toEvidenceHref(gpuHoldings, row)}>
              {formatValue(row.accelerators, 'accelerators', toFigureKind(row.kind))}
            </a>,
            statuses[row.status],
            formatDate(row.as_of),
          ],
        }))}
      />
    </section>
  );
}
