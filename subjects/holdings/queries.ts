/** Accelerators per organization. Source families are never mixed in one answer. */
import { and, asc, countDistinct, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import { indexEditions } from '@/data/index-editions/contract';
import { organizations } from '@/data/organizations/contract';
import { findRows } from '@/db/find-rows';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import { downward, toTable, upward } from '@/db/to-table';

export type HoldingRow = RowOf<typeof gpuHoldings>;
type HistoryRow = RowOf<typeof gpuHoldingsHistory>;
export type OrganizationRow = RowOf<typeof organizations>;
export type EditionRow = RowOf<typeof indexEditions>;

const holdings = toTable(gpuHoldings);
const history = toTable(gpuHoldingsHistory);
const organizationTable = toTable(organizations);
const chipTable = toTable(chips);
const editions = toTable(indexEditions);
const hostTable = alias(organizationTable, 'hosts');
const tenantTable = alias(organizationTable, 'tenants');

/** A holding with the names its slugs stand for. */
export type NamedHolding = HoldingRow & {
  readonly organization_name: string;
  readonly organization_kind: OrganizationRow['kind'];
  readonly country: string;
  readonly chip_name: string;
  readonly chip_vendor: string;
  readonly host_name: string | null;
  readonly tenant_name: string | null;
};

/** Which list of holders: one edition of the index, or one other family as a whole. */
export interface HolderList {
  readonly family: HoldingRow['family'];
  /** Only for the index's own editions. */
  readonly edition: string | null;
  /** How much of an edition's list is known; null for other lists. */
  readonly completeness: EditionRow['holdings_numbers'];
  /** When it appeared, as exactly as is known; null for other lists. */
  readonly published_on: string | null;
  readonly count: number;
  /** How many chips its rows name. */
  readonly chips: number;
}

/** Every list of holders with its number of rows: editions newest first, then the other families. */
export async function listHolderLists(orm: Orm): Promise<HolderList[]> {
  return orm
    .select({
      family: holdings.family,
      edition: holdings.edition,
      completeness: editions.holdings_numbers,
      published_on: editions.published_on,
      count: sql<number>`count(*)`,
      chips: countDistinct(holdings.chip),
    })
    .from(holdings)
    .leftJoin(editions, eq(holdings.edition, editions.edition))
    .groupBy(holdings.family, holdings.edition, editions.holdings_numbers, editions.published_on)
    .orderBy(
      desc(sql`${holdings.edition} IS NOT NULL`),
      downward(sql`${editions.published_on}`),
      downward(holdings.edition),
      upward(holdings.family),
    );
}

/** The rows of one list, largest first; equal counts by name. */
export async function listHoldings(
  orm: Orm,
  { family, edition }: { family: HoldingRow['family']; edition: string | null },
): Promise<NamedHolding[]> {
  const ofEdition = edition === null ? undefined : eq(holdings.edition, edition);
  return selectNamed(orm)
    .where(and(eq(holdings.family, family), ofEdition))
    .orderBy(
      downward(holdings.accelerators),
      upward(organizationTable.name),
      upward(holdings.holding),
    );
}

/** Everything known of one organization, newest first. */
export async function listHoldingsOfOrganization(
  orm: Orm,
  organization: string,
): Promise<NamedHolding[]> {
  return selectNamed(orm)
    .where(eq(holdings.organization, organization))
    .orderBy(downward(holdings.as_of), downward(holdings.accelerators), upward(holdings.holding));
}

/** The newest that is known of these chips, at most so many, then by number. */
export async function listHoldersOfChips(
  orm: Orm,
  chipSlugs: readonly string[],
  most: number,
): Promise<NamedHolding[]> {
  return selectNamed(orm)
    .where(inArray(holdings.chip, [...chipSlugs]))
    .orderBy(downward(holdings.as_of), downward(holdings.accelerators), upward(holdings.holding))
    .limit(most);
}

/** Those of these chips of which anything is known, with the number of figures, the most first. */
export async function countHoldersOfChips(orm: Orm, chipSlugs: readonly string[]) {
  return orm
    .select({ chip: holdings.chip, name: chipTable.name, rows: sql<number>`count(*)` })
    .from(holdings)
    .innerJoin(chipTable, eq(holdings.chip, chipTable.chip))
    .where(inArray(holdings.chip, [...chipSlugs]))
    .groupBy(holdings.chip, chipTable.name)
    .orderBy(desc(sql`count(*)`), upward(holdings.chip));
}

/** The row with most of these chips in operation, the newest of equal ones; null: there is none. */
export async function findLargestOfChips(
  orm: Orm,
  chipSlugs: readonly string[],
): Promise<NamedHolding | null> {
  const [largest] = await selectNamed(orm)
    .where(
      and(
        inArray(holdings.chip, [...chipSlugs]),
        eq(holdings.status, 'operational'),
        eq(holdings.counts, 'stock'),
      ),
    )
    .orderBy(downward(holdings.accelerators), downward(holdings.as_of), upward(holdings.holding))
    .limit(1);
  return largest ?? null;
}

function selectNamed(orm: Orm) {
  return orm
    .select({
      ...getTableColumns(holdings),
      organization_name: organizationTable.name,
      organization_kind: organizationTable.kind,
      country: organizationTable.country,
      chip_name: chipTable.name,
      chip_vendor: chipTable.vendor,
      host_name: hostTable.name,
      tenant_name: tenantTable.name,
    })
    .from(holdings)
    .innerJoin(organizationTable, eq(holdings.organization, organizationTable.organization))
    .leftJoin(hostTable, eq(holdings.host, hostTable.organization))
    .leftJoin(tenantTable, eq(holdings.tenant, tenantTable.organization))
    .innerJoin(chipTable, eq(holdings.chip, chipTable.chip))
    .$dynamic();
}

export type NamedHistory = HistoryRow & {
  readonly chip_name: string;
  readonly chip_vendor: string;
};

/** Every organization's history by family and chip, oldest first. */
export async function listHistory(orm: Orm): Promise<NamedHistory[]> {
  return orm
    .select({
      ...getTableColumns(history),
      chip_name: chipTable.name,
      chip_vendor: chipTable.vendor,
    })
    .from(history)
    .innerJoin(chipTable, eq(history.chip, chipTable.chip))
    .orderBy(
      upward(history.family),
      upward(history.chip),
      upward(history.as_of),
      upward(history.organization),
      upward(history.source),
    );
}

/** All organizations by name. */
export const listOrganizations = (orm: Orm): Promise<readonly OrganizationRow[]> =>
  readOrganizations(orm, organizations);

const readOrganizations = oncePerSnapshot(
  (orm): Promise<readonly OrganizationRow[]> => findRows(orm, organizations, {}, ['name']),
);

/** One organization by its slug; null when there is none. */
export async function getOrganization(orm: Orm, slug: string): Promise<OrganizationRow | null> {
  const [found] = await findRows(orm, organizations, { organization: slug }, ['organization']);
  return found ?? null;
}

export interface OrganizationSize {
  readonly organization: string;
  readonly name: string;
  readonly country: string;
  /** How many rows of holdings speak of it, over all sources. */
  readonly figures: number;
}

/** Organizations that hold anything, by name, with the number of their figures. */
export const listOrganizationSizes = (orm: Orm): Promise<readonly OrganizationSize[]> =>
  readSizes(orm, organizations);

const readSizes = oncePerSnapshot(
  async (orm): Promise<readonly OrganizationSize[]> =>
    orm
      .select({
        organization: organizationTable.organization,
        name: organizationTable.name,
        country: organizationTable.country,
        figures: sql<number>`count(*)`,
      })
      .from(holdings)
      .innerJoin(organizationTable, eq(holdings.organization, organizationTable.organization))
      .groupBy(organizationTable.organization)
      .orderBy(asc(sql`lower(${organizationTable.name})`), asc(organizationTable.organization)),
);
