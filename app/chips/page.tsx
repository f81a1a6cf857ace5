/** All chips: a table by choice, and what became of them over time. */

import type { Metadata } from 'next';
import { type ParsedChoices, parseChoices, toCanonical } from '@/address/choices';
import { toHref } from '@/address/href';
import { toChipHref, toVendorHref } from '@/address/links';
import type { Query } from '@/address/parameters';
import { getVendorLooks } from '@/db/queries/names';
import { chipLaunches } from '@/subjects/chips/chip-launches';
import { chipEfficiency, chipSpecifications } from '@/subjects/chips/chip-specifications';
import {
  buildChipTable,
  chipHeads,
  chipTableChoices,
  sortableColumns,
} from '@/subjects/chips/chip-table';
import { nvidiaGenerations } from '@/subjects/chips/nvidia-generations';
import { listChips } from '@/subjects/chips/queries';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { listSortNames, showCell } from '@/units/table';
import { ChartControls } from '../_chart-block/chart-controls';
import { ChartPage, type PageAddress } from '../_chart-block/chart-page';
import { FiguresTable, toSortedHead } from '../_ui/figures-table';
import { readChartsHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';

const charts = [nvidiaGenerations, chipSpecifications, chipEfficiency, chipLaunches];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    ...describeSitePage('/chips'),
    ...(await readChartsHead('/chips', charts, await searchParams)),
  };
}

export default async function ChipsPage({ searchParams }: Props) {
  const query = await searchParams;
  const { values, offered, corrections } = await parseChoices(
    chipTableChoices,
    query,
    getTracker().orm,
  );
  return (
    <ChartPage
      path="/chips"
      charts={charts}
      query={query}
      more={Object.keys(chipTableChoices)}
      kept={toCanonical(offered)}
      tables={{ [CHIP_TABLE]: listSortNames({ columns: sortableColumns }) }}
      corrections={corrections}
      title="Which chips does AI run on?"
      lead={
        <p>
          Accelerators of every vendor with their dense rates, memory, power and what is known of
          their price: <a href={`#${CHIP_TABLE}`}>the catalog</a> is below the charts. Each has a
          page of its own, and so has <a href="/vendors">each vendor</a>.
        </p>
      }
    >
      {(page) => <ChipTable values={values} offered={offered} page={page} />}
    </ChartPage>
  );
}

/** The catalog in addresses: the place on the page, and the table that is sorted. */
const CHIP_TABLE = 'catalogue';

async function ChipTable({
  values,
  offered,
  page: { parameters, table },
}: Pick<ParsedChoices, 'values' | 'offered'> & { page: PageAddress }) {
  const { orm } = getTracker();
  const sort = table.chart === CHIP_TABLE ? table.sort : [];
  const [all, lookOf] = await Promise.all([listChips(orm), getVendorLooks(orm)]);
  const { rows, columns } = buildChipTable(all, values, sort);
  const toSortHref = (turned: string) => {
    const asked = turned ? { table: CHIP_TABLE, sort: turned } : { table: null, sort: null };
    return `${toHref('/chips', { ...parameters, ...asked })}#${CHIP_TABLE}`;
  };
  return (
    <section id={CHIP_TABLE} aria-labelledby="catalogue-heading" className="mt-10 scroll-mt-4">
      <h2 id="catalogue-heading" className="text-lg font-semibold tracking-tight">
        The catalog
      </h2>
      <ChartControls
        offered={offered}
        scope={null}
        path="/chips"
        parameters={parameters}
        slug={CHIP_TABLE}
      />
      <p className="mt-2 text-sm text-muted">
        {rows.length} chips, {sort.length > 0 ? 'sorted as asked' : 'newest first'}; a click on a
        header sorts. “–” means that the source does not say.
      </p>
      <FiguresTable
        caption="Chips"
        columns={[...chipHeads, ...columns].map((column) => toSortedHead(column, sort, toSortHref))}
        rows={rows.map((chip) => ({
          id: chip.chip,
          cells: [
            <a key="name" href={toChipHref(chip.chip)}>
              {chip.name}
            </a>,
            <a key="vendor" href={toVendorHref(chip.vendor)}>
              {lookOf(chip.vendor).label}
            </a>,
            chip.launch_date ? formatDate(chip.launch_date) : MISSING,
            ...columns.map((column) => showCell(column, chip).text),
          ],
        }))}
      />
    </section>
  );
}
