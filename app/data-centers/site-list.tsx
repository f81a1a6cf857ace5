/** All data centers as a table: found while one types, narrowed, sorted by a click, paged. */
import { toHref } from '@/address/href';
import type { Query } from '@/address/parameters';
import { getSiteTable, siteColumns } from '@/subjects/sites/site-table';
import { showCell } from '@/units/table';
import type { PageAddress } from '../_chart-block/chart-page';
import { CellContent, FiguresTable, toSortedHead } from '../_ui/figures-table';
import { FoundList } from '../_ui/found-list';
import { getTracker } from '../tracker';

export const DATA_CENTERS = '/data-centers';
/** The list in addresses: the place on the page, and the table that is sorted. */
export const SITE_TABLE = 'sites';

const words = {
  one: 'data center',
  several: 'sites',
  hint: 'Site, place, owner, user or chip',
};

export async function SiteList({
  query,
  page: { parameters, table },
}: {
  query: Query;
  page: PageAddress;
}) {
  const sort = table.chart === SITE_TABLE ? table.sort : [];
  const found = await getSiteTable(getTracker().orm, query, sort);
  const to = (changed: Readonly<Record<string, string | null>>) =>
    `${toHref(DATA_CENTERS, { ...parameters, ...changed })}#${SITE_TABLE}`;
  const kept = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => !Object.hasOwn(found.parameters, name)),
  );
  return (
    <section id={SITE_TABLE} aria-labelledby="sites-heading" className="mt-10 scroll-mt-4">
      <h2 id="sites-heading" className="text-lg font-semibold tracking-tight">
        All sites
      </h2>
      <FoundList
        table={found}
        label="Find a data center"
        words={words}
        path={DATA_CENTERS}
        place={`#${SITE_TABLE}`}
        kept={kept}
        toPageHref={(page) => to({ page: page > 1 ? String(page) : null })}
      >
        <FiguresTable
          caption="Data centers"
          columns={siteColumns.map((column) => {
            const head = toSortedHead(column, sort, (turned) =>
              to({ table: turned ? SITE_TABLE : null, sort: turned || null, page: null }),
            );
            return column.id === 'users' || column.id === 'chips' ? { ...head, wraps: true } : head;
          })}
          rows={found.rows.map((site) => ({
            id: `site-${site.site}`,
            cells: siteColumns.map((column) => (
              <CellContent key={column.id} cell={showCell(column, site)} />
            )),
          }))}
          box="whole"
        />
      </FoundList>
    </section>
  );
}
