/** Organizations as a table: found while one types, sorted by a click, paged. */
import { toHref } from '@/address/href';
import {
  getOrganizationTable,
  type OrganizationTable,
  organizationColumns,
} from '@/subjects/holdings/organization-table';
import { MOST_ORGANIZATIONS } from '@/subjects/holdings/organizations-compared';
import { formatCount } from '@/units/format-value';
import { showCell } from '@/units/table';
import { CellContent, FiguresTable, toHead, toSortedHead } from '../_ui/figures-table';
import { FilterForm } from '../_ui/filter-form';
import { FoundList } from '../_ui/found-list';
import { PageSection } from '../_ui/headings';
import { CompareButton, Ticked } from '../_ui/ticked';
import { getTracker } from '../tracker';

const PATH = '/organizations';
const SEARCH = 'Name or country';

export function OrganizationList({ table }: { table: OrganizationTable }) {
  const { rows, parameters, sort } = table;
  const { sort: sorted, ...narrowed } = parameters;
  const toPageHref = (to: number) =>
    toHref(PATH, { ...parameters, page: to > 1 ? String(to) : null });
  return (
    <FoundList
      table={table}
      label="Find an organization"
      words={{ one: 'organization', several: 'organizations', hint: SEARCH }}
      path={PATH}
      kept={sorted ? { sort: sorted } : {}}
      toPageHref={toPageHref}
    >
      <Table
        lines={rows}
        heads={organizationColumns.map((column) =>
          toSortedHead(column, sort, (turned) =>
            toHref(PATH, { ...narrowed, sort: turned || null }),
          ),
        )}
      />
    </FoundList>
  );
}

const LARGEST = 8;
/** Figures with more characters than this leave no room for the last column. */
const LONG = 45;

/** The way to every organization from another page: a search, and the largest. */
export async function FindOrganization() {
  const { rows, whole } = await getOrganizationTable(getTracker().orm, {});
  return (
    <PageSection id="organizations" title="Find an organization">
      <div className="mt-2">
        <FilterForm
          label="Find an organization"
          action={PATH}
          search={{ name: 'q', value: '', hint: SEARCH }}
        >
          <a href={PATH}>All {formatCount(whole)} organizations</a>
        </FilterForm>
      </div>
      <Table lines={rows.slice(0, LARGEST)} heads={organizationColumns.map(toHead)} />
    </PageSection>
  );
}

/** Rows with a box to tick; those ticked are compared by a plain form. */
function Table({
  lines,
  heads,
}: {
  lines: OrganizationTable['rows'];
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
