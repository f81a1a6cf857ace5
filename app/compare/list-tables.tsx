/** A table for each list: accelerators in operation by chip, and their sum in H100-equivalents. */
import Link from 'next/link';
import type { ComparisonView } from '@/catalog/holdings/comparison-view';
import type { Holder } from '@/catalog/holdings/ranking';
import { toHref } from '@/catalog/parameters';
import { formatValue, MISSING } from '@/units/format-value';
import { DataTable } from '../ui/data-table';

export function ListTables({
  comparison: { organizations, lists },
}: {
  comparison: ComparisonView;
}) {
  return lists.map(({ list, label, chips, equivalents, coming }) => (
    <section key={list} aria-labelledby={`list-${list}`} className="mt-8">
      <h2 id={`list-${list}`} className="text-lg font-semibold tracking-tight">
        {label}
      </h2>
      <p className="mt-1 text-sm text-muted">
        Accelerators in operation, as this list counts them.{' '}
        <Link href={toHref('/holdings', { list, unit: 'h100e-16bit' })} prefetch={false}>
          The whole ranking, with the factors of conversion
        </Link>
      </p>
      <DataTable
        label={`By chip: ${label}`}
        columns={[
          { label: 'Chip' },
          ...organizations.map(({ name }) => ({ label: name, align: 'right' as const })),
        ]}
        rows={[
          ...chips.map(({ chip, name, counts }) => ({
            key: chip,
            cells: [name, ...counts.map((count) => formatValue(count, 'accelerators'))],
          })),
          {
            key: 'equivalents of all',
            cells: [
              <strong key="label">H100-equivalents, 16-bit</strong>,
              ...equivalents.map(formatHolder),
            ],
          },
          ...(coming.some((count) => count > 0)
            ? [
                {
                  key: 'coming',
                  cells: [
                    <em key="label">Announced or being installed</em>,
                    ...coming.map((count) =>
                      count > 0 ? formatValue(count, 'accelerators') : MISSING,
                    ),
                  ],
                },
              ]
            : []),
        ]}
      />
    </section>
  ));
}

function formatHolder(holder: Holder | null): string {
  if (!holder) return MISSING;
  const { value, low, high } = holder;
  const text = formatValue(value, 'H100-equivalents');
  return low !== null && high !== null
    ? `${text} (${formatValue(low, 'H100-equivalents')}–${formatValue(high, 'H100-equivalents')})`
    : text;
}
