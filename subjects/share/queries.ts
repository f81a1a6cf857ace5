/** Market shares and shipments, one market at a time: different markets never share a line. */
import {
  asc,
  count,
  countDistinct,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  max,
  min,
  sql,
} from 'drizzle-orm';
import { alias, union } from 'drizzle-orm/sqlite-core';
import { chipSales } from '@/data/chip-sales/contract';
import type { RowOf } from '@/data/contract';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { gpuShipments } from '@/data/gpu-shipments/contract';
import { markets } from '@/data/markets/contract';
import { sources } from '@/data/sources/contract';
import { findRows } from '@/db/find-rows';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import { type Edition, toEditions } from '@/db/queries/editions';
import { toTable, upward } from '@/db/to-table';

export type MarketRow = RowOf<typeof markets>;
export type ShareRow = RowOf<typeof gpuMarketShare>;
export type ShipmentRow = RowOf<typeof gpuShipments>;
export type ChipSaleRow = RowOf<typeof chipSales>;
/** A period of which something is known in a market. */
export type MarketPeriod = Pick<ShareRow, 'market' | 'period'>;

const marketTable = toTable(markets);
const shares = toTable(gpuMarketShare);
const shipments = toTable(gpuShipments);
const sales = toTable(chipSales);
const sourceTable = toTable(sources);

/** All markets, by category and name. */
export const listMarkets = (orm: Orm): Promise<readonly MarketRow[]> => readMarkets(orm, markets);

const readMarkets = oncePerSnapshot(
  (orm): Promise<readonly MarketRow[]> => findRows(orm, markets, {}, ['category', 'name']),
);

/** As `listMarkets`, without those that a newer edition of the same market revises. */
export async function listNewestMarkets(orm: Orm): Promise<MarketRow[]> {
  return (await listMarkets(orm)).filter(({ edition_of }) => edition_of === null);
}

/** One market by its slug, which has to exist: a choice offers no other. */
export async function getMarket(orm: Orm, market: string): Promise<MarketRow> {
  const [found] = await findRows(orm, markets, { market }, ['market']);
  if (!found) throw new Error(`There is no market "${market}".`);
  return found;
}

/**
 * The editions of what a market counts, whichever of them is named, the oldest first; `name` is
 * the choice that asks for one.
 */
export function listMarketEditions(name: 'market' | 'shipments') {
  return async (
    orm: Orm,
    values: Readonly<Record<string, string>>,
  ): Promise<readonly Edition[]> => {
    const market = values[name] ?? '';
    const own = alias(marketTable, 'own');
    const editions = orm
      .select({ market: marketTable.market })
      .from(own)
      .innerJoin(marketTable, eq(toFirstEdition(marketTable), toFirstEdition(own)))
      .where(eq(own.market, market));
    // Of these markets alone, before anything is joined: all figures are many.
    const figures = union(
      orm
        .select({ market: shares.market, source: shares.source })
        .from(shares)
        .where(inArray(shares.market, editions)),
      orm
        .select({ market: shipments.market, source: shipments.source })
        .from(shipments)
        .where(inArray(shipments.market, editions)),
    ).as('figures');
    return toEditions(
      await orm
        .select({ value: figures.market, published_on: max(sourceTable.published_on) })
        .from(figures)
        .innerJoin(sourceTable, eq(sourceTable.source, figures.source))
        .groupBy(figures.market)
        .orderBy(figures.market),
      name,
    );
  };
}

const toFirstEdition = ({ edition_of, market }: typeof marketTable) =>
  sql`coalesce(${edition_of}, ${market})`;

/** A market's shares, oldest period first, vendors by slug. */
export async function listShares(orm: Orm, market: string): Promise<ShareRow[]> {
  return findRows(orm, gpuMarketShare, { market }, ['period_start', 'period_end', 'vendor']);
}

/** A market's shipments, oldest period first, vendors by slug; `total` is a vendor of its own. */
export async function listShipments(orm: Orm, market: string): Promise<ShipmentRow[]> {
  return findRows(orm, gpuShipments, { market }, ['period_start', 'period_end', 'vendor']);
}

/** Each market's periods of which shipped units are known, by market, oldest first. */
export async function listShipmentPeriods(orm: Orm): Promise<MarketPeriod[]> {
  return orm
    .select({ market: shipments.market, period: shipments.period })
    .from(shipments)
    .where(isNotNull(shipments.units_thousands))
    .groupBy(shipments.market, shipments.period)
    .orderBy(...listInTime(shipments));
}

/** Markets whose shipped units are known for more than one period, by category and name. */
export async function listMarketsWithShipments(orm: Orm): Promise<MarketRow[]> {
  const counted = orm
    .select({ market: shipments.market })
    .from(shipments)
    .where(isNotNull(shipments.units_thousands))
    .groupBy(shipments.market)
    .having(gt(countDistinct(shipments.period), 1));
  return orm
    .select()
    .from(marketTable)
    .where(inArray(marketTable.market, counted))
    .orderBy(upward(marketTable.category), upward(marketTable.name), upward(marketTable.market));
}

/** One vendor's shares of every market, by market, oldest period first. */
export async function listSharesOfVendor(orm: Orm, vendor: string): Promise<ShareRow[]> {
  return findRows(orm, gpuMarketShare, { vendor }, ['market', 'period_start', 'period_end']);
}

/** Of those the newest of each market alone, by market. */
export const listNewestShares = (orm: Orm, vendor: string): Promise<readonly ShareRow[]> =>
  readNewestShares(orm, { slug: vendor });

const readNewestShares = oncePerSnapshot(async (orm, { slug: vendor }: { slug: string }) => {
  const placed = orm
    .select({ ...getTableColumns(shares), place: toPlace(shares) })
    .from(shares)
    .where(eq(shares.vendor, vendor))
    .as('placed');
  const { place, ...columns } = placed._.selectedFields;
  return orm.select(columns).from(placed).where(eq(place, 1)).orderBy(upward(placed.market));
});

/** The place of a vendor's row among those of its market, the newest being the first. */
const toPlace = ({ market, period_start, period_end, period }: typeof shares | typeof shipments) =>
  sql<number>`row_number() OVER (PARTITION BY ${market}
    ORDER BY ${period_start} DESC, ${period_end} DESC, ${period} DESC)`.as('place');

/** Each market's periods of which a share is known, by market, oldest first. */
export const listSharePeriods = (orm: Orm): Promise<MarketPeriod[]> =>
  readPeriods(orm, gpuMarketShare);

const readPeriods = oncePerSnapshot(
  async (orm): Promise<MarketPeriod[]> =>
    orm
      .select({ market: shares.market, period: shares.period })
      .from(shares)
      .groupBy(shares.market, shares.period)
      .orderBy(...listInTime(shares)),
);

/** By market, oldest period first; a period is of the same days wherever it is named. */
const listInTime = (table: typeof shares | typeof shipments) => [
  asc(table.market),
  asc(min(table.period_start)),
  asc(min(table.period_end)),
  asc(table.period),
];

/** One vendor's newest shipments of every market, by market. */
export const listNewestShipments = (orm: Orm, vendor: string): Promise<readonly ShipmentRow[]> =>
  readNewestShipments(orm, { slug: vendor });

const readNewestShipments = oncePerSnapshot(async (orm, { slug: vendor }: { slug: string }) => {
  const placed = orm
    .select({ ...getTableColumns(shipments), place: toPlace(shipments) })
    .from(shipments)
    .where(eq(shipments.vendor, vendor))
    .as('placed');
  const { place, ...columns } = placed._.selectedFields;
  return orm.select(columns).from(placed).where(eq(place, 1)).orderBy(upward(placed.market));
});

/**
 * Vendors by the number of markets in which a share of theirs is known, most first; earlier
 * editions of a market are none of their own.
 */
export const listVendorsByMarkets = (
  orm: Orm,
): Promise<readonly { readonly vendor: string; readonly markets: number }[]> =>
  countMarkets(orm, gpuMarketShare);

const countMarkets = oncePerSnapshot(async (orm) => {
  const markets = countDistinct(shares.market);
  return orm
    .select({ vendor: shares.vendor, markets })
    .from(shares)
    .innerJoin(marketTable, eq(marketTable.market, shares.market))
    .where(isNull(marketTable.edition_of))
    .groupBy(shares.vendor)
    .orderBy(desc(markets), upward(shares.vendor));
});

/** Designers whose chips are in any edition of it, those with most figures first. */
export async function listSalesDesigners(orm: Orm): Promise<string[]> {
  const rows = await orm
    .select({ vendor: sales.vendor })
    .from(sales)
    .groupBy(sales.vendor)
    .orderBy(desc(count()), upward(sales.vendor));
  return rows.map(({ vendor }) => vendor);
}

/** One edition's chips sold, oldest quarter first, so that chips follow in the order of their first sale. */
export async function listChipSales(orm: Orm, edition: string): Promise<ChipSaleRow[]> {
  return findRows(orm, chipSales, { edition }, ['period_start', 'vendor', 'chip']);
}
