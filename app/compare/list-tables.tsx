/** A table for each list: accelerators in operation by chip, and their sum in H100-equivalents. */
import { toHref } from '@/address/href';
import { toChipHref } from '@/address/links';
import type { ComparisonView } from '@/subjects/holdings/comparison';
import { commonUnits } from '@/subjects/holdings/conversion';
import { listFamilies, WHOLE_FLEETS } from '@/subjects/holdings/holder-lists';
import { formatAmountInRange } from '@/subjects/holdings/holder-words';
import { formatValue, MISSING } from '@/units/format-value';
import { FiguresTable } from '../_ui/figures-table';

export function ListTables({
  comparison: { organizations, lists },
}: {
  comparison: ComparisonView;
}) {
  return lists.map((compared) => {
    const {
      list,
      family,
      label,
      kind,
      chips,
      unitName,
      equivalents,
      equivalentsEvidence,
      coming,
      comingEvidence,
    } = compared;
    return (
      <section key={list} aria-labelledby={`list-${list}`} className="mt-8">
        <h2 id={`list-${list}`} className="text-lg font-semibold tracking-tight">
          {label}
        </h2>
        <p className="mt-1 text-sm text-muted">
          {listFamilies[family].covers}{' '}
          <a
            href={toHref('/holdings', {
              list: family === WHOLE_FLEETS ? null : list,
              unit: unitName === listFamilies[family].unit ? null : unitName,
            })}
          >
            The whole ranking
          </a>
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
                <a key="chip" href={toChipHref(chip)}>
                  {name}
                </a>,
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
                <strong key="label">{commonUnits[unitName].label}</strong>,
                ...equivalents.map((holder, at) =>
                  holder
                    ? toRows(
                        formatAmountInRange(holder, 'H100-equivalents'),
                        equivalentsEvidence[at],
                      )
                    : MISSING,
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
