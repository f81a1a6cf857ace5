/** The chips of a data center: how many run, and how many are planned. */
import { toChipHref, toEvidenceHref } from '@/address/links';
import { dataCenterChips } from '@/data/data-center-chips/contract';
import type { SiteView } from '@/subjects/sites/site-view';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/headings';

export function SiteChips({ chips }: Pick<SiteView, 'chips'>) {
  return (
    <PageSection
      id="chips"
      title="Chips"
      lead="The newest count of each chip; earlier ones are in it."
    >
      <FiguresTable
        caption="Chips"
        columns={[
          { label: 'Chip' },
          { label: 'Number', align: 'right' },
          { label: 'H100-equivalents', align: 'right' },
          { label: 'From' },
          { label: 'How it is known', wraps: true },
        ]}
        rows={chips.map((row) => ({
          id: `chips-${row.kind}-${row.chip}`,
          cells: [
            <a key="chip" href={toChipHref(row.chip)}>
              {row.name}
            </a>,
            <a key="number" href={toEvidenceHref(dataCenterChips, row)}>
              {formatValue(row.accelerators, 'accelerators', 'modeled')}
            </a>,
            formatValue(row.h100e, 'H100-equivalents', 'modeled'),
            formatDate(row.date),
            [
              row.kind === 'projection' ? 'Planned' : 'In operation',
              `number ${row.count_basis}`,
              `chip ${row.chip_basis}`,
            ].join(', '),
          ],
        }))}
      />
    </PageSection>
  );
}
