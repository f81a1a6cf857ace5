/** AI data centers: how they grow and whose they are, who uses them, where they are, and all of them. */
import { toHref } from '@/address/href';
import { toDataCenterHref } from '@/address/links';
import type { Query } from '@/address/parameters';
import { dataCenterMap, listUnplaced } from '@/subjects/sites/data-center-map';
import { dataCentersOverTime } from '@/subjects/sites/data-centers-over-time';
import { largestDataCenters } from '@/subjects/sites/largest-data-centers';
import { ownersAndUsers } from '@/subjects/sites/owners-and-users';
import { getSiteTable, SITE_PARAMETERS, siteColumns } from '@/subjects/sites/site-table';
import { readListed } from '@/subjects/sites/sites';
import { formatCount } from '@/units/format-value';
import { listSortNames, showCell } from '@/units/table';
import { ChartPage, type PageAddress } from '../_chart-block/chart-page';
import { leadToOwnPage, SmallCharts } from '../_ui/chart-card';
import { CellContent, FiguresTable, toSortedHead } from '../_ui/figures-table';
import { FoundList } from '../_ui/found-list';
import { AboutFigures, PageSection } from '../_ui/headings';
import { type PageProps, readChartsHead } from '../page-head';
import { getTracker } from '../tracker';

const DATA_CENTERS = '/data-centers';
/** The list in addresses: the place on the page, and the table that is sorted. */
const SITE_TABLE = 'sites';
const charts = [dataCentersOverTime];
const small = [largestDataCenters, ownersAndUsers, dataCenterMap];

export const generateMetadata = readChartsHead(DATA_CENTERS, charts);

export default async function DataCentersPage({ searchParams }: PageProps) {
  const query = await searchParams;
  leadToOwnPage(query, { whole: charts, small });
  const { corrections, parameters } = await getSiteTable(getTracker().orm, query, []);
  return (
    <ChartPage
      path={DATA_CENTERS}
      charts={charts}
      query={query}
      more={SITE_PARAMETERS}
      kept={parameters}
      tables={{ [SITE_TABLE]: listSortNames({ columns: siteColumns }) }}
      corrections={corrections}
      title="AI data centers"
      lead="The largest sites that Epoch AI follows: who owns them, who uses them, how they grow."
    >
      {(page) => (
        <>
          <SmallCharts charts={small} />
          <SiteList query={query} page={page} />
          <NotOnMap />
          <AboutFigures notes={about} />
        </>
      )}
    </ChartPage>
  );
}

const about = [
  'Epoch AI chooses the sites, mostly the largest: they are no total of a company, a country or the world.',
  'IT power is that of servers and network; the whole site draws about 1.3 times as much. H100-equivalents weigh chips by peak 8-bit speed.',
  'Dates after the publisher’s copy are plans. Editions revise each other and are compared site by site.',
  'Cost is an assumption: 37.88 million dollars of 2025 per megawatt of IT power, at every site.',
  'Clusters and the model of owners count the same machines. They are never added.',
];

/** In words what the map does not show. */
async function NotOnMap() {
  const sites = await readListed(getTracker().orm);
  const unplaced = listUnplaced(sites);
  const count = unplaced.reduce((sum, { found }) => sum + found, 0);
  return (
    <PageSection
      id="not-on-map"
      title="Not on the map"
      folded={`${formatCount(count)} of ${formatCount(sites.length)} sites`}
      lead="Epoch AI’s public files give no place for these, or none that is unmistakable."
    >
      {unplaced.map(({ country, name: called, sites: own, found }) => (
        <p key={country} className="mt-2 max-w-[90ch] text-sm">
          {called}:{' '}
          {own.map(({ site, name }, at) => (
            <span key={site}>
              {at > 0 && ', '}
              <a href={toDataCenterHref(site)}>{name}</a>
            </span>
          ))}
          {found > own.length && (
            <>
              {` and ${formatCount(found - own.length)} more, among `}
              <a href={`${toHref(DATA_CENTERS, { country })}#${SITE_TABLE}`}>all sites there</a>
            </>
          )}
        </p>
      ))}
    </PageSection>
  );
}

const words = { one: 'data center', several: 'sites', hint: 'Site, place, owner, user or chip' };

/** All data centers as a table: found while one types, narrowed, sorted by a click, paged. */
async function SiteList({
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
