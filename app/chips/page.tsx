/** All chips: a table by choice, and what became of them over time. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { chipEfficiency } from '@/catalog/charts/chip-efficiency';
import { chipLaunches } from '@/catalog/charts/chip-launches';
import { chipSpecifications } from '@/catalog/charts/chip-specifications';
import { nvidiaGenerations } from '@/catalog/charts/nvidia-generations';
import { buildCatalogue, catalogueChoices } from '@/catalog/chip-catalogue';
import { toChipHref, toVendorHref } from '@/catalog/links';
import { parseChoices, type Query, toCanonical } from '@/catalog/parameters';
import { listChips } from '@/db/queries/chips';
import { getVendorNames } from '@/db/queries/names';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { ChartControls } from '../chart/chart-controls';
import { ChartPage } from '../chart/chart-page';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { Corrections } from '../ui/corrections';
import { FiguresTable } from '../ui/figures-table';

export const metadata: Metadata = {
  title: 'Chips',
  description: describeSitePage('/chips'),
};

const charts = [nvidiaGenerations, chipSpecifications, chipEfficiency, chipLaunches];

export default async function ChipsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  return (
    <ChartPage
      path="/chips"
      charts={charts}
      query={query}
      more={Object.keys(catalogueChoices)}
      title="Which chips does AI run on?"
      lead={
        <p>
          Accelerators of every vendor with their dense rates, memory, power and what is known of
          their price. Each has a page of its own, and so has{' '}
          <Link href="/vendors">each vendor</Link>.
        </p>
      }
    >
      <Catalogue query={query} />
    </ChartPage>
  );
}

async function Catalogue({ query }: { query: Query }) {
  const { orm } = getTracker();
  const [{ values, offered, corrections }, all, vendors] = await Promise.all([
    parseChoices(catalogueChoices, query, orm),
    listChips(orm),
    getVendorNames(orm),
  ]);
  const { chips, columns } = buildCatalogue(all, values);
  return (
    <section id="catalogue" aria-labelledby="catalogue-heading" className="mt-10 scroll-mt-4">
      <h2 id="catalogue-heading" className="text-lg font-semibold tracking-tight">
        The catalogue
      </h2>
      <Corrections corrections={corrections} />
      <ChartControls
        offered={offered}
        scope={null}
        path="/chips"
        parameters={toCanonical(offered)}
        slug="catalogue"
      />
      <p className="mt-2 text-sm text-muted">
        {chips.length} chips, newest first. “–” means that the source does not say.
      </p>
      <FiguresTable
        caption="Chips"
        columns={[{ label: 'Chip' }, { label: 'Vendor' }, { label: 'Launched' }, ...columns]}
        rows={chips.map((chip) => ({
          id: chip.chip,
          cells: [
            <Link key="name" href={toChipHref(chip.chip)} prefetch={false}>
              {chip.name}
            </Link>,
            <a key="vendor" href={toVendorHref(chip.vendor)}>
              {vendors.get(chip.vendor) ?? chip.vendor}
            </a>,
            chip.launch_date ? formatDate(chip.launch_date) : MISSING,
            ...columns.map(({ format }) => format(chip)),
          ],
        }))}
      />
    </section>
  );
}
