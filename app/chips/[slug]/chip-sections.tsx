/** The sections of a chip’s page: data sheet, holders, machines and papers. */

import { sum } from 'd3-array';
import { toChipHref, toRowsHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { nameOrigin } from '@/data/sources/origins';
import { listSources } from '@/db/queries/names';
import { isDescribed } from '@/subjects/chips/chip-measures';
import { chipColumns, chipHeads } from '@/subjects/chips/chip-table';
import { getChipFamily } from '@/subjects/chips/chip-tree';
import type { ChipRow } from '@/subjects/chips/queries';
import { listEventsOfChips } from '@/subjects/events/timeline';
import { formatList } from '@/subjects/holdings/holder-lists';
import { countHoldersOfChips, listHoldersOfChips } from '@/subjects/holdings/queries';
import { listPapersOfChips, type NamedPaperCount } from '@/subjects/papers/queries';
import { listRentedChips } from '@/subjects/prices/queries';
import { countOf, formatCount, formatValue } from '@/units/format-value';
import { formatDate, formatPeriod } from '@/units/period';
import { showCell, toSortName } from '@/units/table';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/headings';
import { chipCell, countCell, holderCell } from '../../_ui/holding-cells';
import { PapersTable } from '../../_ui/papers-table';
import { getTracker } from '../../tracker';

const MOST = 12;

/** Data sheets side by side: a row for each figure, a column for each described chip. */
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
        box="whole"
        columns={[
          { label: 'Figure' },
          ...described.map(({ name }) => ({ label: name, align: 'right' as const })),
        ]}
        rows={rows.map((column) => ({
          id: `specification-${toSortName(column)}`,
          cells: [column.label, ...described.map((chip) => showCell(column, chip).text)],
        }))}
      />
      <details className="mt-2 text-sm text-muted">
        <summary className="w-fit cursor-pointer text-accent">
          All rates are dense. Remarks and sources
        </summary>
        <ul className="mt-1 grid max-w-[80ch] gap-1">
          {described
            .filter(({ note }) => note)
            .map(({ chip, name, note }) => (
              <li key={chip}>
                <a href={toChipHref(chip)}>{name}</a>: {note}
              </li>
            ))}
          <li>
            Sources:{' '}
            {sources.map((source, index) => (
              <span key={source.source}>
                {index > 0 && ', '}
                {source.url ? <a href={source.url}>{nameOrigin(source)}</a> : nameOrigin(source)}
              </span>
            ))}
          </li>
        </ul>
      </details>
    </PageSection>
  );
}

const SHOWN = 25;

/** Who holds how many of a chip, list by list. */
export async function ChipHolders({ chips }: { chips: readonly string[] }) {
  const { orm } = getTracker();
  const [rows, counted] = await Promise.all([
    listHoldersOfChips(orm, chips, SHOWN),
    countHoldersOfChips(orm, chips),
  ]);
  if (rows.length === 0) return null;
  const found = sum(counted, (one) => one.rows);
  return (
    <PageSection
      id="holders"
      title="Owners"
      lead={
        <>
          Newest first. Lists count many of the same machines; never add them.{' '}
          <a href="/organizations">All organizations</a>
        </>
      }
    >
      <FiguresTable
        caption="Owners, by list"
        columns={[
          { label: 'Organization' },
          { label: 'Chip' },
          { label: 'Accelerators', align: 'right' },
          { label: 'As of' },
          { label: 'List' },
        ]}
        rows={rows.map((row) => ({
          id: row.holding,
          cells: [
            holderCell(row),
            chipCell(row),
            countCell(row),
            formatDate(row.as_of),
            formatList(row),
          ],
        }))}
      />
      {found > rows.length && (
        <p className="mt-2 text-sm">
          The newest {rows.length} of {formatCount(found)}. All as a table:{' '}
          {counted.map(({ chip, name, rows: own }, at) => (
            <span key={chip}>
              {at > 0 && ', '}
              <a href={toRowsHref(gpuHoldings, { chip })}>{name}</a> ({formatCount(own)})
            </span>
          ))}
        </p>
      )}
    </PageSection>
  );
}

/**
 * What sources say of the model and seldom of one of its variants: how much of it there is,
 * and where it stands. `whole` is the row above the variant, which holds it.
 */
export async function CountedWithModel({ whole }: { whole: ChipRow }) {
  const { orm } = getTracker();
  const family = await getChipFamily(orm, whole);
  const rows = [whole, ...family.descendants];
  const counted = [...rows, ...family.buckets].map(({ chip }) => chip);
  const [papers, holders, events, rented] = await Promise.all([
    listPapersOfChips(orm, counted),
    countHoldersOfChips(orm, counted),
    listEventsOfChips(orm, rows),
    listRentedChips(orm),
  ]);
  const rents = rented
    .filter(({ chip }) => rows.some((row) => row.chip === chip))
    .reduce((sum, { prices }) => sum + prices, 0);
  const found = [
    { anchor: 'papers', label: 'In AI papers', figure: describePapers(papers) },
    {
      anchor: 'holders',
      label: 'Owners',
      figure: count(
        sum(holders, (one) => one.rows),
        'figure',
      ),
    },
    { anchor: 'events', label: 'Events', figure: count(events.length, 'event') },
    { anchor: '', label: 'What does an hour cost to rent?', figure: count(rents, 'price') },
  ].filter(({ figure }) => figure !== null);
  if (found.length === 0) return null;
  const href = toChipHref(whole.chip);
  return (
    <PageSection
      id="model"
      title={`Counted for ${whole.name}`}
      lead="Sources seldom separate its variants, so these are on the page of the whole."
    >
      <ul className="mt-2 grid gap-1 text-sm">
        {found.map(({ anchor, label, figure }) => (
          <li key={label}>
            <a href={anchor ? `${href}#${anchor}` : href}>{label}</a>: {figure}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

const count = (found: number, noun: string): string | null =>
  found === 0 ? null : countOf(found, noun);

/** "5,012 in 2025 (H100/H200)": the last year that is no projection, series by series. */
function describePapers(rows: readonly NamedPaperCount[]): string | null {
  const settled = rows.filter(({ kind }) => kind === 'measured');
  const year = settled.at(-1)?.period;
  if (!year) return null;
  const counts = settled
    .filter(({ period }) => period === year)
    .map(({ papers, chip_name }) => `${formatValue(papers, 'papers')} (${chip_name})`);
  return `${counts.join(', ')} in ${formatPeriod(year)}`;
}

/** In how many AI papers a chip was named, by year, in the newest edition of the index. */
export async function ChipPapers({ chips }: { chips: readonly string[] }) {
  const rows = await listPapersOfChips(getTracker().orm, chips);
  if (rows.length === 0) return null;
  return (
    <PageSection
      id="papers"
      title="In AI papers"
      lead={
        <>
          Mentions per year in the State of AI Compute Index; * marks a projected year. Some chips
          are counted together. <a href="/papers">All chips in papers</a>
        </>
      }
    >
      <PapersTable rows={rows} />
    </PageSection>
  );
}
