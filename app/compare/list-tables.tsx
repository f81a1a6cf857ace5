/** A table for each list: accelerators in operation by chip, and their sum in H100-equivalents. */
import Link from 'next/link';
import { toKindOf } from '@/catalog/figure-kind';
import type { ComparisonView } from '@/catalog/holdings/comparison-view';
import type { Holder } from '@/catalog/holdings/ranking';
import { toChipHref } from '@/catalog/links';
import { toHref } from '@/catalog/parameters';
import { formatValue, MISSING } from '@/units/format-value';
import { FiguresTable } from '../ui/figures-table';

export function ListTables({
  comparison: { organizations, lists },
}: {
  comparison: ComparisonView;
}) {
  return lists.map((compared) => {
    const { list, label, kind, chips, equivalents, equivalentsEvidence, coming, comingEvidence } =
      compared;
    return (
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
        <FiguresTable
          caption={`By chip: ${label}`}
          columns={[
            { label: 'Chip' },
            ...organizations.map(({ name }) => ({ label: name, align: 'right' as const })),
          ]}
          rows={[
            ...chips.map(({ chip, name, counts, evidence }) => ({
              id: `${list}-${chip}`,
              cells: [
                <Link key="chip" href={toChipHref(chip)} prefetch={false}>
                  {name}
                </Link>,
                ...counts.map((count, at) =>
                  count === null
                    ? MISSING
                    : toRows(formatValue(count, 'accelerators', kind), evidence[at]),
                ),
              ],
            })),
            {
              id: `${list}-equivalents`,
              cells: [
                <strong key="label">H100-equivalents, 16-bit</strong>,
                ...equivalents.map((holder, at) =>
                  holder ? toRows(formatHolder(holder), equivalentsEvidence[at]) : MISSING,
                ),
              ],
            },
            ...(coming.some((count) => count > 0)
              ? [
                  {
                    id: `${list}-coming`,
                    cells: [
                      <em key="label">Announced or being installed</em>,
                      ...coming.map((count, at) =>
                        count > 0
                          ? toRows(formatValue(count, 'accelerators', kind), comingEvidence[at])
                          : MISSING,
                      ),
                    ],
                  },
                ]
              : []),
          ]}
        />
      </section>
    );
  });
}

/** A count as a link to the rows of the list that it is made of. */
function toRows(text: string, href: string | null | undefined) {
  return href ? (
    <a key={href} href={href}>
      {text}
    </a>
  ) : (
    text
  );
}

/** A lone lower end: of the same, something could not be converted. */
function formatHolder({ value, low, high, rows }: Holder): string {
  const say = (count: number) => formatValue(count, 'H100-equivalents', toKindOf(rows));
  if (low !== null && high === null) return `> ${say(low)}`;
  return low !== null && high !== null ? `${say(value)} (${say(low)}–${say(high)})` : say(value);
}
