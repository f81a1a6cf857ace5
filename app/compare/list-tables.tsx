/** A table for each list: accelerators in operation by chip, and their sum in H100-equivalents. */
import { toHref } from '@/address/href';
import { toChipHref } from '@/address/links';
import type { ComparedOrganization, ComparisonView } from '@/subjects/holdings/comparison';
import { commonUnits } from '@/subjects/holdings/conversion';
import { listFamilies, statuses, WHOLE_FLEETS } from '@/subjects/holdings/holder-lists';
import { formatAmountInRange } from '@/subjects/holdings/holder-words';
import { formatValue, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { FiguresTable } from '../_ui/figures-table';
import { PageSection } from '../_ui/headings';
import { chipCell, countCell, holderCell } from '../_ui/holding-cells';

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
      <PageSection
        key={list}
        id={`list-${list}`}
        title={label}
        folded={`${chips.length} chips`}
        lead={
          <>
            {listFamilies[family].covers}{' '}
            <a
              href={toHref('/holdings', {
                list: family === WHOLE_FLEETS ? null : list,
                unit: unitName === listFamilies[family].unit ? null : unitName,
              })}
            >
              The whole ranking
            </a>
          </>
        }
      >
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
                      'Announced or being installed',
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
      </PageSection>
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

/** Single clusters of the organizations, as Epoch AI lists them; earlier phases are left out. */
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
    <PageSection id="clusters" title="Clusters" folded={`${rows.length} rows`}>
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
            holderCell(row),
            row.cluster ?? '–',
            chipCell(row),
            countCell(row),
            statuses[row.status],
            formatDate(row.as_of),
          ],
        }))}
      />
    </PageSection>
  );
}
