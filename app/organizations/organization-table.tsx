/** Organizations as a table: found while one types, sorted by a click, paged. */
import { toHref } from '@/address/href';
import {
  getOrganizationTable,
  type OrganizationTable,
  organizationColumns,
} from '@/subjects/holdings/organization-table';
import { MOST_ORGANIZATIONS } from '@/subjects/holdings/organizations-compared';
import { showCell } from '@/units/table';
import { CellContent, FiguresTable, toHead, toSortedHead } from '../_ui/figures-table';
import { FilterForm } from '../_ui/filter-form';
import { PageSection } from '../_ui/headings';
import { CompareButton, Ticked } from '../_ui/ticked';
import { WrongName } from '../_ui/wrong-name';
import { getTracker } from '../tracker';

const PATH = '/organizations';
const SEARCH = 'Name or country';

export function OrganizationList({ table }: { table: OrganizationTable }) {
  const { lines, firstRow, found, near, whole, page, pageCount, parameters, sort, search } = table;
  const { sort: sorted, ...narrowed } = parameters;
  const toPageHref = (to: number) =>
    toHref(PATH, { ...parameters, page: to > 1 ? String(to) : null });
  return (
    <>
      <FilterForm
        label="Find an organization"
        action={PATH}
        search={{ name: 'q', value: search, hint: SEARCH }}
        choices={table.offered}
        kept={sorted ? { sort: sorted } : {}}
      />
      {found === 0 && search !== '' ? (
        <WrongName
          kind="organization"
          found={search}
          near={near.map(({ name, href }) => ({ label: name, href }))}
          all={{ label: `all ${whole} organizations`, href: PATH }}
        />
      ) : (
        <p role="status" className="mt-3 text-sm text-muted">
          {found === 0
            ? 'No organizations match. '
            : `${firstRow}–${firstRow + lines.length - 1} of ${found.toLocaleString('en-US')}${found < whole ? ` (${whole.toLocaleString('en-US')} in all)` : ''}`}
          {found === 0 && <a href={PATH}>Clear the filter</a>}
        </p>
      )}
      {found > 0 && (
        <Table
          lines={lines}
          heads={organizationColumns.map((column) =>
            toSortedHead(column, sort, (turned) =>
              toHref(PATH, { ...narrowed, sort: turned || null }),
            ),
          )}
        />
      )}
      {pageCount > 1 && (
        <nav aria-label="Pages of the table" className="no-print mt-3 flex gap-4 text-sm">
          {page > 1 && <a href={toPageHref(page - 1)}>Previous</a>}
          <span className="text-muted">
            Page {page} of {pageCount}
          </span>
          {page < pageCount && <a href={toPageHref(page + 1)}>Next</a>}
        </nav>
      )}
    </>
  );
}

const LARGEST = 8;
/** Figures with more characters than this leave no room for the last column. */
const LONG = 45;

/** The way to every organization from another page: a search, and the largest. */
export async function FindOrganization() {
  const { lines, whole } = await getOrganizationTable(getTracker().orm, {});
  return (
    <PageSection id="organizations" title="Find an organization">
      <div className="mt-2">
        <FilterForm
          label="Find an organization"
          action={PATH}
          search={{ name: 'q', value: '', hint: SEARCH }}
        >
          <a href={PATH}>All {whole.toLocaleString('en-US')} organizations</a>
        </FilterForm>
      </div>
      <Table lines={lines.slice(0, LARGEST)} heads={organizationColumns.map(toHead)} />
    </PageSection>
  );
}

/** Rows with a box to tick; those ticked are compared by a plain form. */
function Table({
  lines,
  heads,
}: {
  lines: OrganizationTable['lines'];
  heads: Parameters<typeof FiguresTable>[0]['columns'];
}) {
  const isLong = lines.some(({ newest }) => newest !== null && newest.text.length > LONG);
  const wrapped = isLong ? ['newest', 'list'] : ['list'];
  return (
    <form action="/compare">
      <FiguresTable
        caption="Organizations"
        columns={heads.map((head, index) =>
          wrapped.includes(organizationColumns[index]?.id ?? '') ? { ...head, wraps: true } : head,
        )}
        rows={lines.map((line) => ({
          id: `organization-${line.organization.organization}`,
          cells: organizationColumns.map((column, index) =>
            index === 0 ? (
              <Ticked
                key={column.id}
                name="orgs"
                value={line.organization.organization}
                label={line.organization.name}
              >
                <CellContent cell={showCell(column, line)} />
              </Ticked>
            ) : (
              <CellContent key={column.id} cell={showCell(column, line)} />
            ),
          ),
        }))}
        box="whole"
      />
      <CompareButton most={MOST_ORGANIZATIONS} />
    </form>
  );
}
