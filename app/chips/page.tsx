/** All chips: a table by choice, and what became of them over time. */

import { type ParsedChoices, parseChoices, toCanonical } from '@/address/choices';
import { toHref } from '@/address/href';
import { toChipHref, toVendorHref } from '@/address/links';
import { toSortText } from '@/address/sort-keys';
import { MOST_CHIPS } from '@/catalog/chip-comparison';
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
import { rentalPricesByChip } from '@/subjects/prices/rental-prices';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { listSortNames, showCell } from '@/units/table';
import { ChartControls } from '../_chart-block/chart-controls';
import { ChartPage, type PageAddress } from '../_chart-block/chart-page';
import { leadToOwnPage, SmallCharts } from '../_ui/chart-card';
import { FiguresTable, toSortedHead } from '../_ui/figures-table';
import { AboutFigures } from '../_ui/headings';
import { CompareButton, Ticked } from '../_ui/ticked';
import { type PageProps, readChartsHead } from '../page-head';
import { getTracker } from '../tracker';

const charts = [chipSpecifications];
const small = [nvidiaGenerations, chipEfficiency, rentalPricesByChip];

export const generateMetadata = readChartsHead('/chips', charts);

export default async function ChipsPage({ searchParams }: PageProps) {
  const query = await searchParams;
  leadToOwnPage(query, { whole: charts, small: [...small, chipLaunches] });
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
      title="Chips and prices"
      lead="What chips can do, what they cost to buy and to rent."
    >
      {(page) => (
        <>
          <SmallCharts charts={small} />
          <ChipTable values={values} offered={offered} page={page} />
          <AboutFigures notes={about} />
        </>
      )}
    </ChartPage>
  );
}

const about = [
  'Speed is the peak dense rate in the vendor’s specification. Vendors often print the sparse rate, which is twice as high.',
  'A blank is a figure that the vendor has not published. Dates without a day are as precise as the source.',
  'Purchase prices are of different kinds (list, reseller, analyst, share of a server, cost estimate) and are never joined.',
];

/** The catalog in addresses: the place on the page, and the table that is sorted. */
const CHIP_TABLE = 'catalogue';
/** All of them are half of the page's bytes. */
const FIRST_ROWS = 15;

async function ChipTable({
  values,
  offered,
  page: { parameters, table },
}: Pick<ParsedChoices, 'values' | 'offered'> & { page: PageAddress }) {
  const { orm } = getTracker();
  const { sort, isWhole } = table.chart === CHIP_TABLE ? table : { sort: [], isWhole: false };
  const [all, lookOf] = await Promise.all([listChips(orm), getVendorLooks(orm)]);
  const { rows, columns } = buildChipTable(all, values, sort);
  const shown = isWhole ? rows : rows.slice(0, FIRST_ROWS);
  const to = (asked: { sort: string; isWhole: boolean }) => {
    const isOpen = asked.sort !== '' || asked.isWhole;
    const changed = {
      table: isOpen ? CHIP_TABLE : null,
      sort: asked.sort || null,
      rows: asked.isWhole ? 'all' : null,
    };
    return `${toHref('/chips', { ...parameters, ...changed })}#${CHIP_TABLE}`;
  };
  return (
    <section id={CHIP_TABLE} aria-labelledby="catalogue-heading" className="mt-10 scroll-mt-4">
      <h2 id="catalogue-heading" className="text-lg font-semibold tracking-tight">
        All chips
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
      <form action="/chips/compare">
        <FiguresTable
          caption="Chips"
          columns={[...chipHeads, ...columns].map((column) =>
            toSortedHead(column, sort, (turned) => to({ sort: turned, isWhole })),
          )}
          box="whole"
          rows={shown.map((chip) => ({
            id: chip.chip,
            cells: [
              <Ticked key="name" name="chips" value={chip.chip} label={chip.name}>
                <a href={toChipHref(chip.chip)}>{chip.name}</a>
              </Ticked>,
              <a key="vendor" href={toVendorHref(chip.vendor)}>
                {lookOf(chip.vendor).label}
              </a>,
              chip.launch_date ? formatDate(chip.launch_date) : MISSING,
              ...columns.map((column) => showCell(column, chip).text),
            ],
          }))}
        />
        {rows.length > FIRST_ROWS && (
          <p className="no-print mt-2 text-sm">
            <a href={to({ sort: toSortText(sort), isWhole: !isWhole })}>
              {isWhole ? 'Show fewer' : `Show all ${rows.length} chips`}
            </a>
          </p>
        )}
        <CompareButton most={MOST_CHIPS} />
      </form>
    </section>
  );
}
