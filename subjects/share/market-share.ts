/** Who holds one market at a time. */

import { toVendorHref } from '@/address/links';
import { getLastPoint, type RankModel, type Series, toStart } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { foldSmall } from '@/charts/transform/values';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { markets } from '@/data/markets/contract';
import { getVendorLooks, type VendorLook } from '@/db/queries/names';
import { parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimates, toFigureKind, toSeriesBy } from '@/views/row-figures';
import {
  describeChange,
  joinNames,
  joinSentences,
  listLastValues,
  toPossessive,
} from '@/views/sentences';
import {
  addsUp,
  chooseMarket,
  describeConcentration,
  describeMarket,
  formatSharePeriod,
  marketBases,
  shareColumns,
  toShare,
  toShareEntry,
} from './market-words';
import {
  getMarket,
  listMarketEditions,
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
  datasets: [gpuMarketShare, markets],
  leads: ['/share'],
  choices: {
    market: chooseMarket('ai-compute-shipped-epoch', listMarkets, listSharePeriods),
  },
  editions: listMarketEditions('market'),
  build: async (orm, { market: slug = '' }) => {
    const [market, rows, lookOf] = await Promise.all([
      getMarket(orm, slug),
      listShares(orm, slug),
      getVendorLooks(orm),
    ]);
    const { drawn, tiny } = splitTiny(toSeries(rows, lookOf));
    const series = foldSmall(drawn, {
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
        periods.size === 1 &&
          `${market.publisher} published ${rows.length === 1 ? 'one figure' : 'one period'} for this market.`,
      ),
      caveat: market.note,
      origin: market.publisher,
      // A market known for one period only is a ranking: a line needs two points.
      model: {
        ...(periods.size === 1
          ? toRanking(rows, lookOf)
          : { shape: 'lines', unit: '%', scale: 'linear', axis: 'share', series }),
        notes: [...(said ? [said] : noteKinds(rows)), ...noteTiny(tiny)],
      },
      reading: [
        describeMarket(market),
        ...[describeConcentration(market, rows)].filter((text) => text !== null),
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

type LookOf = (vendor: string) => VendorLook;

/** Largest first; others, whoever they are, come last. */
function toSeries(rows: readonly ShareRow[], look: LookOf): Series[] {
  const series = toSeriesBy(rows, {
    by: ({ vendor }) => vendor,
    look,
    toPoint: (row) => ({ period: parsePeriod(row.period)!, ...toShare(row) }),
  });
  const size = (one: Series) => getLastPoint(one)?.value ?? 0;
  const rank = ({ id }: Series) => (id === 'other' ? 1 : 0);
  return alignSeries(series).sort(
    (a, b) => rank(a) - rank(b) || size(b) - size(a) || a.id.localeCompare(b.id),
  );
}

/** A vendor that never had more than one percent would be a line along the axis. */
const TINY = 1;

function splitTiny(series: readonly Series[]): { drawn: Series[]; tiny: Series[] } {
  const isTiny = ({ points }: Series) => points.every(({ value }) => (value ?? 0) < TINY);
  const drawn = series.filter((one) => !isTiny(one));
  // Where nobody has more, all are drawn.
  return drawn.length > 1
    ? { drawn: drawn.map(trimZeros), tiny: series.filter(isTiny) }
    : { drawn: [...series], tiny: [] };
}

/** Without the periods before a vendor's first share: it is no line along the axis until then. */
function trimZeros(series: Series): Series {
  const first = series.points.findIndex(({ value }) => (value ?? 0) > 0);
  const points = series.points.map((point, index) =>
    index < first ? { ...point, value: null } : point,
  );
  return { ...series, points };
}

function noteTiny(tiny: readonly Series[]): string[] {
  return tiny.length === 0
    ? []
    : [`Not drawn, never as much as ${TINY}%: ${tiny.map(({ label }) => label).join(', ')}.`];
}

function toRanking(rows: readonly ShareRow[], lookOf: LookOf): Omit<RankModel, 'notes'> {
  return {
    shape: 'ranking',
    unit: '%',
    scale: 'linear',
    valueLabel: 'Share',
    entryLabel: 'Vendor',
    columns: shareColumns,
    entries: rows
      .toSorted((a, b) => b.share_pct - a.share_pct)
      .map((row) => ({
        id: row.vendor,
        ...lookOf(row.vendor),
        href: toVendorHref(row.vendor),
        ...toShareEntry(row),
      })),
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
