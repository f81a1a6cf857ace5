/**
 * Nvidia against its rivals as small panels: one row for each measure, one panel
 * for each vendor, all panels of a row on the same scale, so that a small line is a
 * small business. Taken from the charts that the other pages show.
 */

import { toHref } from '@/address/href';
import type { Drawing } from '@/charts/canvas';
import { formatWhenShort, getLastPoint, listSeries, type Point, type Series } from '@/charts/model';
import { buildSharedScale, drawPanel } from '@/charts/spark';
import { markUnfinished } from '@/charts/transform/periods';
import type { Tracker } from '@/db/connection';
import type { Orm } from '@/db/orm';
import { getVendorLooks, type VendorLook } from '@/db/queries/names';
import { listVendors } from '@/db/queries/vendors';
import { formatValue, type Unit } from '@/units/format-value';
import { parsePeriod } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { findVendorSeries } from '@/views/key-figure';
import type { PublishedChart } from '@/views/published-chart';
import { type ChipRow, listChips } from '../chips/queries';
import { toYearlyPoints } from '../papers/paper-counts';
import { papersByVendor } from '../papers/papers-by-vendor';
import { listPaperCounts, listPaperEditions } from '../papers/queries';
import { dataCenterRevenueByVendor } from '../revenue/data-center-revenue-by-vendor';
import { marketShare } from '../share/market-share';
import { shipments } from '../share/shipments';

/** In the order of display; `startups` gathers what is too small for a panel of its own. */
const vendors = ['nvidia', 'amd', 'intel', 'google', 'aws', 'huawei', 'startups'] as const;

export interface Panel {
  readonly vendor: string;
  readonly name: string;
  /** Null where the measure holds no figure of the vendor. */
  readonly value: string | null;
  readonly when: string;
  /** The company whose figure stands in for the vendor's, because it belongs to it; else null. */
  readonly of: string | null;
  /** The figure's evidence or, where it has none, the chart behind it; null without a figure. */
  readonly href: string | null;
  /** Null where there are fewer than two figures. */
  readonly spark: Drawing | null;
  /** What each hit of the spark says, in their order. */
  readonly readings: readonly PanelReading[];
}

interface PanelReading {
  readonly value: string;
  readonly when: string;
  /** As for the panel's own figure. */
  readonly href: string;
}

export interface PanelRow {
  readonly title: string;
  readonly remark: string;
  readonly href: string;
  readonly panels: readonly Panel[];
}

interface Declaration {
  readonly title: string;
  readonly remark: string;
  readonly chart: PublishedChart;
  readonly query: Readonly<Record<string, string>>;
  readonly page: string;
  /** Series of vendors that the chart folds into others, from a company that belongs to them. */
  readonly more?: (orm: Orm) => Promise<readonly PanelSeries[]>;
}

/** A series, and the company that it is of where that is not the vendor itself. */
type PanelSeries = Series & { readonly of?: string };

const declarations: readonly Declaration[] = [
  {
    title: 'Share of the computing power of AI chips shipped',
    remark:
      '% of H100-equivalents shipped in the quarter, estimated by Epoch AI for the designers that it follows. Chips for own use, such as TPUs, count.',
    chart: marketShare,
    query: { market: 'ai-compute-shipped-epoch' },
    page: '/share',
  },
  {
    title: 'AI chips shipped',
    remark:
      'Chips in the quarter, estimated by Epoch AI for the designers that it follows. A TPU or Trainium does less than a large GPU, so units and computing power differ.',
    chart: shipments,
    query: { shipments: 'ai-chip-units-epoch' },
    page: '/share',
  },
  {
    title: 'Share of AI cards in China',
    remark:
      '% of accelerator cards, as reported by IDC. Nvidia’s sales there depend on export controls.',
    chart: marketShare,
    query: { market: 'china-ai-cards-idc' },
    page: '/share',
  },
  {
    title: 'Data center revenue',
    remark:
      'US dollars in the quarter. Segments differ: AMD’s and Intel’s hold server processors. Google, Amazon and Huawei report no such figure for their chips.',
    chart: dataCenterRevenueByVendor,
    query: {},
    page: '/revenue',
  },
  {
    title: 'Mentions of its chips in AI papers',
    remark:
      'Mentions a year, of which one paper may hold two, counted by the State of AI Compute Index. Of Intel it counts Habana Labs alone, which the total of startups holds too.',
    chart: papersByVendor,
    query: {},
    page: '/papers',
    more: listPapersOfChildren,
  },
];

type LookOf = (vendor: string) => VendorLook;

const LAUNCHES_FROM = 2016;

/** Rows in the order of declaration, launches last; panels in the order of vendors. */
export async function listPanelRows(tracker: Tracker): Promise<PanelRow[]> {
  const [lookOf, companies] = await Promise.all([
    getVendorLooks(tracker.orm),
    listVendors(tracker.orm),
  ]);
  // Whoever has no panel counts in that of its group.
  const panelOf = new Map(companies.map((one) => [one.vendor, one.gathered_in ?? one.vendor]));
  const rows = await Promise.all(declarations.map((one) => buildRow(tracker, one, lookOf)));
  const launched = toLaunchSeries(await listChips(tracker.orm), { lookOf, panelOf });
  const { series: launches } = markUnfinished(launched, tracker.snapshot.collected_on);
  return [
    ...rows,
    {
      title: 'Accelerators launched',
      remark: `Models for servers and workstations launched in a year, ${LAUNCHES_FROM} onwards; of startups, those that any figure here names.`,
      href: '/chips',
      panels: buildPanels(launches, { unit: 'models', behind: '/chips', lookOf }),
    },
  ];
}

async function buildRow(
  tracker: Tracker,
  { title, remark, chart, query, page, more }: Declaration,
  lookOf: LookOf,
): Promise<PanelRow> {
  const { view } = await getChartView(tracker, chart, query);
  const { model } = view;
  const all: readonly PanelSeries[] = [
    ...listSeries(model),
    ...((await more?.(tracker.orm)) ?? []),
  ];
  const series = vendors.map((vendor) => findVendorSeries(all, vendor));
  return {
    title,
    remark,
    href: toHref(page, view.canonical),
    panels: buildPanels(series, {
      unit: model.unit,
      behind: toHref(`/charts/${chart.slug}`, view.canonical),
      lookOf,
    }),
  };
}

/** One panel for each vendor, all on one scale; `series` are in the order of vendors. */
function buildPanels(
  series: readonly (PanelSeries | null)[],
  {
    unit,
    behind,
    lookOf,
  }: {
    unit: Unit;
    /** Address of the chart that the figures are from. */
    behind: string;
    lookOf: LookOf;
  },
): Panel[] {
  const shown = series.map((one) => one && withoutProjections(one));
  const shared = buildSharedScale(shown.filter((one) => one !== null));
  return vendors.map((vendor, index): Panel => {
    const name = lookOf(vendor).label;
    const own = shown[index] ?? null;
    const last = own && getLastPoint(own);
    if (!own || !last) {
      return {
        vendor,
        name,
        value: null,
        when: '',
        of: null,
        href: null,
        spark: null,
        readings: [],
      };
    }
    const read = (point: Point): PanelReading => ({
      value: formatValue(point.value, unit, point.kind),
      when: formatWhenShort(point),
      href: point.evidence ?? behind,
    });
    const newest = read(last);
    const spark = drawPanel(own, PANEL, `${name}: ${newest.value} in ${newest.when}`, shared);
    const readings = spark?.hits.map(({ period }) => read(own.points[period]!)) ?? [];
    return { vendor, name, ...newest, of: series[index]?.of ?? null, spark, readings };
  });
}

/** A panel has no room to tell a projection from a count; a year that is not over it can. */
const withoutProjections = (series: PanelSeries): PanelSeries => ({
  ...series,
  points: series.points.filter(({ kind }) => kind !== 'projection'),
});

/** Of vendors without a count, that of a company that belongs to them. */
async function listPapersOfChildren(orm: Orm): Promise<PanelSeries[]> {
  const [edition] = await listPaperEditions(orm);
  const [counts, companies, lookOf] = await Promise.all([
    edition ? listPaperCounts(orm, edition.edition) : [],
    listVendors(orm),
    getVendorLooks(orm),
  ]);
  return companies.flatMap(({ vendor, name, parent }) => {
    const own = counts.filter((row) => row.vendor === vendor && row.series === vendor);
    if (parent === null || own.length === 0) return [];
    const { color } = lookOf(parent);
    return [{ id: parent, label: name, color, points: toYearlyPoints(own), of: name }];
  });
}

const PANEL = { width: 150, height: 64 } as const;

const KINDS: ReadonlySet<ChipRow['kind']> = new Set([
  'datacenter-gpu',
  'workstation-gpu',
  'tpu',
  'asic',
  'npu',
]);

/** Models launched in each year, zero where none was: a count has no unknown years. */
function toLaunchSeries(
  chips: readonly ChipRow[],
  { lookOf, panelOf }: { lookOf: LookOf; panelOf: ReadonlyMap<string, string> },
): Series[] {
  const models = chips.filter(
    ({ level, kind, launch_date }) => level === 'model' && KINDS.has(kind) && launch_date,
  );
  const years = models.map(({ launch_date }) => Number(launch_date!.slice(0, 4)));
  const last = Math.max(LAUNCHES_FROM, ...years);
  return vendors.map((vendor): Series => {
    const own = models.filter((chip) => panelOf.get(chip.vendor) === vendor);
    const points = Array.from({ length: last - LAUNCHES_FROM + 1 }, (_, index): Point => {
      const year = String(LAUNCHES_FROM + index);
      const value = own.filter(({ launch_date }) => launch_date!.startsWith(year)).length;
      return { period: parsePeriod(year)!, value, kind: 'measured', source: null };
    });
    return { id: vendor, ...lookOf(vendor), points };
  });
}
