/** Systems with the chips inside and, where one was seen, a price. */
import { toChipHref, toVendorHref } from '@/address/links';
import type { NamedSystem } from '@/subjects/chips/queries';
import { systemPriceKinds } from '@/subjects/prices/queries';
import { formatCount, formatValue, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { FiguresTable } from './figures-table';

/** Those with a price first, each part in the order given. */
export function SystemsTable({
  systems,
  first,
}: {
  systems: readonly NamedSystem[];
  /** How many rows are shown of a longer list. */
  first?: number;
}) {
  const priced = systems.toSorted(
    (a, b) => Number(a.price_usd === null) - Number(b.price_usd === null),
  );
  return (
    <FiguresTable
      caption="Systems and their prices"
      columns={[
        { label: 'System' },
        { label: 'Vendor' },
        { label: 'Chips', align: 'right' },
        { label: 'Chip' },
        { label: 'Launched' },
        { label: 'Price', align: 'right' },
        { label: 'Kind of price' },
        {
          label: 'Per chip',
          align: 'right',
          title: 'Price divided by the chips; holds CPUs and networking',
        },
      ]}
      rows={priced.map((system) => ({
        id: `system-${system.system}`,
        cells: [
          system.name,
          <a key="vendor" href={toVendorHref(system.vendor)}>
            {system.vendor_name}
          </a>,
          formatCount(system.chips_per_system),
          <a key="chip" href={toChipHref(system.chip)}>
            {system.chip_name}
          </a>,
          formatDate(system.launch_date),
          formatValue(system.price_usd, 'USD'),
          system.price_kind
            ? systemPriceKinds[system.price_kind] +
              (system.price_as_of ? `, ${formatDate(system.price_as_of)}` : '')
            : MISSING,
          formatValue(
            system.price_usd === null ? null : system.price_usd / system.chips_per_system,
            'USD',
          ),
        ],
        remark: system.note,
      }))}
      first={first}
    />
  );
}
