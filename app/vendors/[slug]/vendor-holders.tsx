/** Who holds most of a vendor's chips, on one list. */
import { toHref } from '@/address/href';
import { toChipHref, toOrganizationHref } from '@/address/links';
import { formatList, listFamilies } from '@/subjects/holdings/holder-lists';
import type { VendorView } from '@/subjects/vendors/vendor-view';
import { formatDate } from '@/units/period';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/page-section';

export function VendorHolders({ view: { holders } }: { view: VendorView }) {
  if (!holders) return null;
  const { list, parameter, added, largest, count } = holders;
  return (
    <PageSection
      id="holders"
      title="Who holds most of its chips"
      lead={
        <>
          {formatList(list)}: {count}{' '}
          {added
            ? `${count === 1 ? 'holder' : 'holders'} of its chips`
            : `${count === 1 ? 'figure' : 'figures'} for its chips`}
          {count > largest.length && `, here the ${largest.length} largest`}.{' '}
          {added
            ? listFamilies[list.family].covers
            : 'The lists that count each machine once name no holder of them, so each figure stands by itself.'}{' '}
          <a
            href={toHref('/holdings', {
              list: parameter,
            })}
          >
            The whole list
          </a>
        </>
      }
    >
      <FiguresTable
        caption="Largest holders"
        columns={[
          { label: 'Organization' },
          { label: 'Accelerators', align: 'right' },
          { label: 'Chips', wraps: true },
          { label: 'As of' },
        ]}
        rows={largest.map(({ key, organization, name, amount, chips, as_of, evidence }) => ({
          id: `holder-${key}`,
          cells: [
            <a key="name" href={toOrganizationHref(organization)}>
              {name}
            </a>,
            <a key="count" href={evidence ?? undefined}>
              {amount}
            </a>,
            chips.map(({ chip, name: chipName }, index) => (
              <span key={chip}>
                {index > 0 && ', '}
                <a href={toChipHref(chip)}>{chipName}</a>
              </span>
            )),
            formatDate(as_of),
          ],
        }))}
      />
    </PageSection>
  );
}
