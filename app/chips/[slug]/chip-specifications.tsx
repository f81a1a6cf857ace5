/** Data sheets side by side: a row for each figure, a column for each described chip. */
import { toChipHref } from '@/address/links';
import { listSources } from '@/db/queries/names';
import { isDescribed } from '@/subjects/chips/chip-measures';
import { chipColumns, chipHeads } from '@/subjects/chips/chip-table';
import type { ChipRow } from '@/subjects/chips/queries';
import { showCell, toSortName } from '@/units/table';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/page-section';
import { getTracker } from '../../tracker';

const MOST = 12;

export async function ChipSpecifications({ chips }: { chips: readonly ChipRow[] }) {
  const described = chips.filter(isDescribed).slice(0, MOST);
  if (described.length === 0) return null;
  const sources = await listSources(
    getTracker().orm,
    described.flatMap(({ source }) => source ?? []),
  );
  const rows = [...chipHeads.slice(-1), ...chipColumns].filter(({ read }) =>
    described.some((chip) => read(chip) !== null),
  );
  return (
    <PageSection id="specifications" title="Specifications">
      <FiguresTable
        caption="Specifications; all rates are dense"
        whole
        columns={[
          { label: 'Figure' },
          ...described.map(({ name }) => ({ label: name, align: 'right' as const })),
        ]}
        rows={rows.map((column) => ({
          id: `specification-${toSortName(column)}`,
          cells: [column.label, ...described.map((chip) => showCell(column, chip).text)],
        }))}
      />
      <ul className="mt-2 grid max-w-[80ch] gap-1 text-sm text-muted">
        {described
          .filter(({ note }) => note)
          .map(({ chip, name, note }) => (
            <li key={chip}>
              <a href={toChipHref(chip)}>{name}</a>: {note}
            </li>
          ))}
        <li>
          All rates are dense. Sources:{' '}
          {sources.map(({ source, publisher, url }, index) => (
            <span key={source}>
              {index > 0 && ', '}
              {url ? <a href={url}>{publisher}</a> : publisher}
            </span>
          ))}
        </li>
      </ul>
    </PageSection>
  );
}
