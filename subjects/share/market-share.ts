/** Who holds one market at a time. */

import { toEvidenceHref } from '@/address/evidence-address';
import { toVendorHref } from '@/address/links';
import { alignSeries } from '@/charts/align-series';
import { foldSmall } from '@/charts/fold-small';
import {
  type ChartModel,
  getLastPoint,
  type Point,
  type RankModel,
  type Series,
} from '@/charts/model';
import { toStart } from '@/charts/when';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { getVendorColors, getVendorNames, type VendorColor } from '@/db/queries/names';
import { parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimates, toFigureKind } from '@/views/row-kind';
import {
  describeChange,
  joinNames,
  joinSentences,
  listLastValues,
  toPossessive,
} from '@/views/sentences';
import { addsUp, formatSharePeriod, marketBases, toMarketOptions } from './market-words';
import {
  getMarket,
  listMarkets,
  listSharePeriods,
  listShares,
  type MarketRow,
  type ShareRow,
} from './queries';

export const marketShare = defineChart({
  slug: 'market-share',
  name: 'Market share by vendor',
  section: 'share',
  question: 'Who holds the market?',
  datasets: ['gpu-market-share', 'markets'],
  choices: {
    market: {
      label: 'Market',
      control: 'select',
      preferred: 'ai-compute-shipped-epoch',
      list: async (orm) => toMarketOptions(await listMarkets(orm), await listSharePeriods(orm)),
    },
  },
  build: async (orm, { market: slug = '' }) => {
    const [market, rows, names, colorOf] = await Promise.all([
      getMarket(orm, slug),
      listShares(orm, slug),
      getVendorNames(orm),
      getVendorColors(orm),
    ]);
    if (!market) throw new Error(`There is no market "${slug}".`);
    const series = foldSmall(toSeries(rows, { names, colorOf }), {
      most: 7,
      label: 'Others together',
      // Only shares of a whole may be added up.
      allowed: addsUp(market),
    });
    // A picture leaves the page: who is left out, or that a period is not known, goes with it.
    const mustSay = market.adds_up === 'among-named' || rows.some((row) => row.stated_on !== null);
    const said = mustSay ? market.note : null;
    const newest = rows.at(-1);
    const periods = new Set(rows.map(({ period }) => period));
    const leader = series[0];
    const nvidia = series.find(({ id }) => id === 'nvidia') ?? leader;
    return {
      title: `${market.name}: share by vendor`,
      subtitle: toSubtitle(market, series),
      summary: joinSentences(
        periods.size > 1 && nvidia
          ? describeChange(nvidia, '%', `${toPossessive(nvidia.label)} share`)
          : null,
        newest
          ? `${toStart(formatSharePeriod(newest))}: ${listLastValues(
              series.filter((one) => getLastPoint(one)?.period.label === newest.period),
              '%',
            )}.`
          : null,
        periods.size === 1 && 'No other period of this market is known, so this is no trend.',
      ),
      caveat: market.note,
      origin: market.publisher,
      model: toModel({
        series,
        rows,
        look: { names, colorOf },
        single: periods.size === 1,
        notes: said ? [said] : noteKinds(rows),
      }),
      reading: [
        `What is counted: ${market.definition}. Published by ${market.publisher}.`,
        ...(market.note && !said ? [market.note] : []),
        addsUp(market)
          ? 'Shares of different markets are different things: never join them into one line.'
          : 'The vendors shown do not make up the whole of this market, so they are not stacked.',
      ],
      about: market.category === 'pc' ? 'desktops' : undefined,
      trends: { stacks: isStackable(market, rows) ? ['none', 'percent'] : [] },
    };
  },
});

/** "% of computing power shipped by these four vendors": of which whole, as far as it is known. */
function toSubtitle(market: MarketRow, series: readonly Series[]): string {
  if (market.basis === 'not-stated') return `%, ${marketBases[market.basis]}`;
  const whole = `% of ${marketBases[market.basis]}`;
  return market.adds_up === 'among-named'
    ? `${whole}, among ${joinNames(series.map(({ label }) => label))} alone`
    : whole;
}

/** What does not add up to a whole must not be stacked into one. */
function isStackable(market: MarketRow, rows: readonly ShareRow[]): boolean {
  const periods = new Set(rows.map(({ period }) => period));
  const isWhole = rows.every(({ coverage }) => coverage === 'all-vendors');
  return periods.size > 1 && addsUp(market) && (isWhole || market.adds_up === 'among-named');
}

interface VendorLook {
  readonly names: ReadonlyMap<string, string>;
  readonly colorOf: (vendor: string) => VendorColor;
}

function toSeries(rows: readonly ShareRow[], { names, colorOf }: VendorLook): Series[] {
  const vendors = [...new Set(rows.map(({ vendor }) => vendor))];
  const series = vendors.map(
    (vendor): Series => ({
      id: vendor,
      label: names.get(vendor) ?? vendor,
      color: colorOf(vendor),
      points: rows.filter((row) => row.vendor === vendor).map(toPoint),
    }),
  );
  const size = (one: Series) => getLastPoint(one)?.value ?? 0;
  const rank = ({ id }: Series) => (id === 'other' ? 1 : 0);
  return alignSeries(series).sort(
    (a, b) => rank(a) - rank(b) || size(b) - size(a) || a.id.localeCompare(b.id),
  );
}

function toPoint(row: ShareRow): Point {
  return {
    period: parsePeriod(row.period)!,
    value: row.share_pct,
    low: row.share_low_pct,
    high: row.share_high_pct,
    kind: toFigureKind(row.kind),
    source: row.source,
    note: row.note,
    evidence: toEvidenceHref(gpuMarketShare, row),
  };
}

/** A market known for one period only is a ranking: a line needs two points. */
function toModel({
  series,
  rows,
  look,
  single,
  notes,
}: {
  series: readonly Series[];
  rows: readonly ShareRow[];
  look: VendorLook;
  single: boolean;
  notes: readonly string[];
}): ChartModel {
  if (single) return toRanking(rows, look, notes);
  return {
    shape: 'lines',
    unit: '%',
    scale: 'linear',
    axis: 'share',
    series,
    notes,
  };
}

function toRanking(
  rows: readonly ShareRow[],
  { names, colorOf }: VendorLook,
  notes: readonly string[],
): RankModel {
  const entries = rows.toSorted((a, b) => b.share_pct - a.share_pct);
  return {
    shape: 'ranking',
    unit: '%',
    scale: 'linear',
    valueLabel: 'Share',
    entryLabel: 'Vendor',
    columns: [
      { id: 'period', label: 'Period', as: 'date' },
      { id: 'kind', label: 'Kind' },
    ],
    entries: entries.map((row) => ({
      id: row.vendor,
      label: names.get(row.vendor) ?? row.vendor,
      href: toVendorHref(row.vendor),
      date: row.period,
      value: row.share_pct,
      low: row.share_low_pct,
      high: row.share_high_pct,
      kind: toFigureKind(row.kind),
      color: colorOf(row.vendor),
      tone: 'full',
      details: [row.stated_on ? formatSharePeriod(row) : row.period, row.kind.replaceAll('-', ' ')],
      source: row.source,
      note: row.note,
      evidence: toEvidenceHref(gpuMarketShare, row),
    })),
    notes,
  };
}

/** A picture leaves the page, so that it must say itself what its figures rest on. */
function noteKinds(rows: readonly ShareRow[]): string[] {
  const kinds = new Set(rows.map(({ kind }) => kind).filter((kind) => kind !== 'projection'));
  const [only, ...more] = kinds;
  const rest = rows.map(({ kind }) => ({ kind: toFigureKind(kind) }));
  return [
    ...(only && more.length === 0 ? (kindNotes[only] ?? []) : noteEstimates(rest)),
    ...(rows.some(({ kind }) => kind === 'projection')
      ? ['Dashed: projected by the publisher before the period was over.']
      : []),
  ];
}

const kindNotes: Readonly<Partial<Record<ShareRow['kind'], readonly string[]>>> = {
  'analyst-estimate': ['Estimated by analysts.'],
  'model-estimate': ['Medians of a model.'],
  'company-statement': ['Stated by the company itself.'],
  'vendor-claim': ['Claimed by the vendor itself.'],
};
