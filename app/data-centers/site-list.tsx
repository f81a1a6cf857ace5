/** All data centers as a table: found while one types, narrowed, sorted by a click, paged. */
import { toHref } from '@/address/href';
import type { Query } from '@/address/parameters';
import { getSiteTable, siteColumns } from '@/subjects/sites/site-table';
import { showCell } from '@/units/table';
import type { PageAddress } from '../_chart-block/chart-page';
import { CellContent, FiguresTable, toSortedHead } from '../_ui/figures-table';
import { FilterForm } from '../_ui/filter-form';
import { WrongName } from '../_ui/wrong-name';
import { getTracker } from '../tracker';

export const DATA_CENTERS = '/data-centers';
/** The list in addresses: the place on the page, and the table that is sorted. */
export const SITE_TABLE = 'sites';

export async function SiteList({
  query,
  page: { parameters, table },
}: {
  query: Query;
  page: PageAddress;
}) {
  const sort = table.chart === SITE_TABLE ? table.sort : [];
  const found = await getSiteTable(getTracker().orm, query, sort);
  const { sites, firstRow, whole, page, pageCount, search, narrowed } = found;
  const to = (changed: Readonly<Record<string, string | null>>) =>
    `${toHref(DATA_CENTERS, { ...parameters, ...changed })}#${SITE_TABLE}`;
  const kept = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => !Object.hasOwn(narrowed, name)),
  );
  return (
    <section id={SITE_TABLE} aria-labelledby="sites-heading" className="mt-10 scroll-mt-4">
      <h2 id="sites-heading" className="text-lg font-semibold tracking-tight">
        All sites
      </h2>
      <FilterForm
        label="Find a data center"
        action={`${DATA_CENTERS}#${SITE_TABLE}`}
        search={{ name: 'q', value: search, hint: 'Site, place, owner, user or chip' }}
        choices={found.offered}
        kept={kept}
      />
      {found.found === 0 && search !== '' ? (
        <WrongName
          kind="data center"
          found={search}
          near={found.near.map(({ name, href }) => ({ label: name, href }))}
          all={{ label: `all ${whole} sites`, href: DATA_CENTERS }}
        />
      ) : (
        <p role="status" className="mt-3 text-sm text-muted">
          {found.found === 0
            ? 'No site matches. '
            : `${firstRow}–${firstRow + sites.length - 1} of ${found.found}${found.found < whole ? ` (${whole} in all)` : ''}`}
          {found.found === 0 && <a href={DATA_CENTERS}>Clear the filter</a>}
        </p>
      )}
      {found.found > 0 && (
        <FiguresTable
          caption="Data centers"
          columns={siteColumns.map((column) => {
            const head = toSortedHead(column, sort, (turned) =>
              to({ table: turned ? SITE_TABLE : null, sort: turned || null, page: null }),
            );
            return column.id === 'users' || column.id === 'chips' ? { ...head, wraps: true } : head;
          })}
          rows={sites.map((site) => ({
            id: `site-${site.site}`,
            cells: siteColumns.map((column) => (
              <CellContent key={column.id} cell={showCell(column, site)} />
            )),
          }))}
          box="whole"
        />
      )}
      {pageCount > 1 && (
        <nav aria-label="Pages of the table" className="no-print mt-3 flex gap-4 text-sm">
          {page > 1 && <a href={to({ page: page > 2 ? String(page - 1) : null })}>Previous</a>}
          <span className="text-muted">
            Page {page} of {pageCount}
          </span>
          {page < pageCount && <a href={to({ page: String(page + 1) })}>Next</a>}
        </nav>
      )}
    </section>
  );
}
