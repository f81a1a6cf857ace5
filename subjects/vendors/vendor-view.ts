/**
 * All that the datasets know of one vendor, each part from the dataset that holds it,
 * and by name what none of them knows.
 */
import type { Tracker } from '@/db/connection';
import { listEvents, type NamedEvent } from '@/db/queries/events';
import { listSources, type SourceRow } from '@/db/queries/names';
import { getVendor, listVendors, type VendorRow } from '@/db/queries/vendors';
import { type ChartView, getChartView } from '@/views/chart-view';
import { buildKeyFigure, type FigureDeclaration, type KeyFigure } from '@/views/key-figure';
import { isDescribed } from '../chips/chip-measures';
import { type ChipRow, listChips, listSystems, type NamedSystem } from '../chips/queries';
import { listEventsOfChips } from '../events/timeline';
import { getOrganization, type OrganizationRow } from '../holdings/queries';
import { papersByVendor } from '../papers/papers-by-vendor';
import { listPapersOfVendors, type NamedPaperCount } from '../papers/queries';
import { listRentedChips, type RentedChip } from '../prices/queries';
import { dataCenterRevenueByVendor } from '../revenue/data-center-revenue-by-vendor';
import { marketShare } from '../share/market-share';
import { marketCategories } from '../share/market-words';
import {
  listNewestMarkets,
  listNewestShares,
  listNewestShipments,
  type MarketRow,
  type ShareRow,
  type ShipmentRow,
} from '../share/queries';
import { shareByDefinition } from '../share/share-by-definition';
import { shipments } from '../share/shipments';
import { getVendorHolders, type VendorHolderList } from './vendor-holders';
import { listRevenueLines, type RevenueLine } from './vendor-revenue';

/** The newest figure of a vendor in a market. */
interface InMarket<R> {
  readonly market: MarketRow;
  readonly row: R;
}

export interface Generation {
  readonly architecture: ChipRow;
  /** Oldest first, undated ones last. */
  readonly models: readonly ChipRow[];
}

export interface VendorView {
  readonly vendor: VendorRow;
  /** The company it belongs to, and those that belong to it. */
  readonly kin: readonly VendorRow[];
  /** The same company among the holders of accelerators. */
  readonly organization: OrganizationRow | null;
  readonly figures: readonly KeyFigure[];
  /** Oldest first; empty where the vendor's chips have no architectures. */
  readonly generations: readonly Generation[];
  /** Chips with figures of their own, newest first. */
  readonly chips: readonly ChipRow[];
  /** By category of market, then by size. */
  readonly shares: readonly InMarket<ShareRow>[];
  /** The shares as a picture; null where there are too few to compare. */
  readonly sharePicture: ChartView | null;
  /** Those of companies that belong to it are listed with its own and are not in its total. */
  readonly papers: readonly NamedPaperCount[];
  readonly revenue: readonly RevenueLine[];
  readonly shipments: readonly InMarket<ShipmentRow>[];
  readonly holders: VendorHolderList | null;
  readonly systems: readonly NamedSystem[];
  /** Newest first: those of the vendor, and those about its chips. */
  readonly events: readonly NamedEvent[];
  readonly rents: readonly RentedChip[];
  readonly sources: ReadonlyMap<string, SourceRow>;
  /** Measures of which no source here gives a figure, in words. */
  readonly missing: readonly string[];
}

/** Of its shares, and of its shipments, a page lists no more. */
export const MOST_ROWS = 100;

/** Everything of one vendor; null where there is none of that name. */
export async function getVendorView(tracker: Tracker, slug: string): Promise<VendorView | null> {
  const { orm } = tracker;
  const vendor = await getVendor(orm, slug);
  if (!vendor) return null;
  const [vendors, organization, chips, markets] = await Promise.all([
    listVendors(orm),
    getOrganization(orm, sameCompany[slug] ?? slug),
    listChips(orm),
    listNewestMarkets(orm),
  ]);
  const own = chips.filter((chip) => chip.vendor === slug);
  const ownSlugs = new Set(own.map(({ chip }) => chip));
  // Counts may name a company that was bought apart.
  const children = vendors.filter(({ parent }) => parent === slug).map((one) => one.vendor);
  const [
    { revenue, figures },
    shares,
    papers,
    shipments,
    holders,
    systems,
    events,
    aboutChips,
    rented,
  ] = await Promise.all([
    listRevenueLines(orm, slug).then(async (lines) => ({
      revenue: lines,
      figures: await listVendorFigures(tracker, slug, lines),
    })),
    listNewestShares(orm, slug),
    listPapersOfVendors(orm, [slug, ...children]),
    listNewestShipments(orm, slug),
    getVendorHolders(orm, slug),
    listSystems(orm),
    listEvents(orm),
    listEventsOfChips(orm, own),
    listRentedChips(orm),
  ]);
  const known = {
    chips: own
      .filter(isDescribed)
      .toSorted((a, b) => (b.launch_date ?? '').localeCompare(a.launch_date ?? '')),
    shares: pickNewest(shares, markets, ({ share_pct }) => share_pct),
    papers,
    revenue,
    shipments: pickNewest(shipments, markets, ({ units_thousands }) => units_thousands ?? 0),
    holders,
    rents: rented.filter(({ chip }) => ownSlugs.has(chip)),
  };
  const eventsOfChips = new Set(aboutChips.map(({ event }) => event));
  const sources = await listSources(orm, [
    ...[known.shares, known.shipments].flatMap((rows) =>
      rows.slice(0, MOST_ROWS).map(({ row }) => row.source),
    ),
    ...known.revenue.map(({ source }) => source),
    ...known.chips.flatMap(({ source }) => source ?? []),
  ]);
  return {
    ...known,
    vendor,
    kin: vendors.filter((one) => one.vendor === vendor.parent || one.parent === slug),
    organization,
    figures,
    generations: listGenerations(own),
    sharePicture: await getSharePicture(tracker, slug),
    systems: systems.filter((system) => system.vendor === slug),
    events: events.filter((event) => event.vendor === slug || eventsOfChips.has(event.event)),
    sources: new Map(sources.map((source) => [source.source, source])),
    missing: listMissing(known),
  };
}

/** Companies that the holdings call otherwise. */
const sameCompany: Readonly<Record<string, string>> = { aws: 'amazon' };

/** The newest rows with their markets; groups of markets, then by size. */
function pickNewest<R extends { readonly market: string }>(
  rows: readonly R[],
  markets: readonly MarketRow[],
  size: (row: R) => number,
): InMarket<R>[] {
  const newest = new Map(rows.map((row) => [row.market, row]));
  return Object.keys(marketCategories).flatMap((category) =>
    markets
      .filter((market) => market.category === category)
      .flatMap((market) => {
        const row = newest.get(market.market);
        return row ? [{ market, row }] : [];
      })
      .toSorted((a, b) => size(b.row) - size(a.row)),
  );
}

function listGenerations(own: readonly ChipRow[]): Generation[] {
  const launch = ({ launch_date }: ChipRow) => launch_date ?? '9';
  const byLaunch = (a: ChipRow, b: ChipRow) => launch(a).localeCompare(launch(b));
  return own
    .filter(({ level }) => level === 'architecture')
    .map((architecture) => ({
      architecture,
      models: own
        .filter((chip) => chip.level === 'model' && chip.architecture === architecture.chip)
        .toSorted(byLaunch),
    }))
    .filter(({ models }) => models.length > 0)
    .toSorted((a, b) => byLaunch(a.models[0]!, b.models[0]!));
}

/** The published picture of all definitions, where it has the vendor. */
async function getSharePicture(tracker: Tracker, vendor: string): Promise<ChartView | null> {
  const options = await shareByDefinition.choices.vendor!.list(tracker.orm, {}, {});
  if (!options.some(({ value }) => value === vendor)) return null;
  return (await getChartView(tracker, shareByDefinition, { vendor })).view;
}

function listMissing(
  known: Pick<
    VendorView,
    'chips' | 'shares' | 'papers' | 'revenue' | 'shipments' | 'holders' | 'rents'
  >,
): string[] {
  const words: readonly [has: boolean, what: string][] = [
    [known.chips.length > 0, 'chips with a data sheet'],
    [known.shares.length > 0, 'a share of any market'],
    [known.shipments.length > 0, 'what it shipped'],
    [known.revenue.length > 0, 'what it earns with chips for data centers'],
    [known.papers.length > 0, 'Mentions of its chips in AI papers'],
    [known.holders !== null, 'who holds its chips'],
    [known.rents.length > 0, 'what its chips cost to rent'],
  ];
  return words.filter(([has]) => !has).map(([, what]) => what);
}

/** A vendor's key figures: the same charts for every vendor, those that know it. */

type Declaration = Omit<FigureDeclaration, 'series' | 'page' | 'changes'>;

const declarations: readonly Declaration[] = [
  {
    label: 'Share of AI compute shipped (Epoch AI)',
    chart: marketShare,
    query: { market: 'ai-compute-shipped-epoch' },
  },
  {
    label: 'Share of AI cards in China',
    chart: marketShare,
    query: { market: 'china-ai-cards-idc' },
  },
  {
    label: 'Share of all PC graphics processors',
    chart: marketShare,
    query: { market: 'jpr-pc-gpu-total' },
  },
  {
    label: 'AI chips shipped in a quarter',
    chart: shipments,
    query: { shipments: 'ai-chip-units-epoch' },
  },
  { label: 'Data center revenue in a quarter', chart: dataCenterRevenueByVendor, query: {} },
  { label: 'Mentions of its chips in AI papers, a year', chart: papersByVendor, query: {} },
];

/**
 * In the order of declaration; a figure that no source gives of the vendor is left out.
 * Revenue takes its growth from the vendor's lines, which know what is rounded.
 */
async function listVendorFigures(
  tracker: Tracker,
  vendor: string,
  lines: readonly RevenueLine[],
): Promise<KeyFigure[]> {
  const changes = new Map(
    lines.flatMap(({ series, growth }) =>
      growth
        ? [
            [
              series,
              `${growth.change} from a year earlier${growth.isPublished ? ', as published' : ''}`,
            ],
          ]
        : [],
    ) as [string, string][],
  );
  const figures = await Promise.all(
    declarations.map((one) =>
      buildKeyFigure(tracker, {
        ...one,
        series: vendor,
        page: `/charts/${one.chart.slug}`,
        alone: true,
        changes,
      }),
    ),
  );
  return figures.filter((figure) => figure !== null);
}
