/** Who holds how many of a chip, list by list. */
import { toChipHref, toEvidenceHref, toOrganizationHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { formatList } from '@/subjects/holdings/holder-lists';
import { listHoldersOfChips } from '@/subjects/holdings/queries';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toFigureKind } from '@/views/row-figures';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/page-section';
import { getTracker } from '../../tracker';

const SHOWN = 25;

export async function ChipHolders({ chips }: { chips: readonly string[] }) {
  const rows = await listHoldersOfChips(getTracker().orm, chips);
  if (rows.length === 0) return null;
  return (
    <PageSection
      id="holders"
      title="Who holds how many"
      lead={
        <>
          {rows.length} figures, newest first
          {rows.length > SHOWN && `; here the first ${SHOWN}`}. The same machines stand in several
          lists, so the rows must not be added. <a href="/holdings">All lists of holders</a>
        </>
      }
    >
      <FiguresTable
        caption="Holders"
        columns={[
          { label: 'Organization' },
          { label: 'Chip' },
          { label: 'Accelerators', align: 'right' },
          { label: 'As of' },
          { label: 'List' },
        ]}
        rows={rows.slice(0, SHOWN).map((row) => ({
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
            formatDate(row.as_of),
            formatList(row),
          ],
        }))}
      />
    </PageSection>
  );
}
