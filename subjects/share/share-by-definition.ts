/** One vendor's share by every definition there is: side by side, never one line. */

import { group } from 'd3-array';
import { toHref } from '@/address/href';
import type { RankEntry } from '@/charts/model';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { markets } from '@/data/markets/contract';
import type { Orm } from '@/db/orm';
import { getVendorLooks, type VendorColor } from '@/db/queries/names';
import { countOf, formatCount, formatValue } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import { isWithin } from '@/units/time-range';
import { defineChart } from '@/views/published-chart';
import { joinSentences, toPossessive } from '@/views/sentences';
import { marketBases, marketCategories, shareColumns, toShareEntry } from './market-words';
import {
  listNewestMarkets,
  listNewestShares,
  listSharePeriods,
  listSharesOfVendor,
  listVendorsByMarkets,
  type MarketRow,
  type ShareRow,
} from './queries';

/** Fewer definitions are no comparison. */
const LEAST_MARKETS = 3;

export const shareByDefinition = defineChart({
  slug: 'share-by-definition',
  name: 'One vendor’s share by every definition',
  section: 'share',
  question: 'Why are there so many figures for one share?',
  datasets: [gpuMarketShare, markets],
  leads: ['/share/compare'],
  choices: {
    vendor: {
      label: 'Vendor',
      dataset: 'vendors',
      control: 'select',
      preferred: 'nvidia',
      list: async (orm) => {
        const [vendors, lookOf] = await Promise.all([
          listVendorsByMarkets(orm),
          getVendorLooks(orm),
        ]);
        return vendors
          .filter(({ vendor, markets }) => markets >= LEAST_MARKETS && vendor !== 'other')
          .map(({ vendor, markets }) => ({
            value: vendor,
            label: lookOf(vendor).label,
            amount: markets,
          }));
      },
    },
    period: {
      label: 'Period',
      control: 'select',
      list: async (orm) => [
        { value: 'newest', label: 'Newest of each' },
        ...(await listYears(orm)).map((year) => ({ value: year, label: year })),
      ],
    },
  },
  build: async (orm, { vendor = '', period = 'newest' }) => {
    const [markets, rows, lookOf] = await Promise.all([
      listNewestMarkets(orm),
      period === 'newest' ? listNewestShares(orm, vendor) : listSharesOfVendor(orm, vendor),
      getVendorLooks(orm),
    ]);
    const { label: name, color } = lookOf(vendor);
    const byMarket = group(rows, ({ market }) => market);
    const entries = Object.keys(marketCategories).flatMap((category) =>
      markets
        .filter((market) => market.category === category)
        .flatMap((market) => {
          const row = byMarket.get(market.market)?.findLast((one) => isAskedFor(one, period));
          return row ? [toEntry(row, market, color)] : [];
        })
        .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.label.localeCompare(b.label)),
    );
    const shown = grayOld(keepNewest(entries, MOST_DEFINITIONS));
    const bySize = entries.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const [most, least] = [bySize[0], bySize.at(-1)];
    const say = ({ value, label, date, kind }: RankEntry) =>
      `${formatValue(value, '%')} of “${label}” (${formatPeriod(date ?? '')}${kind === 'projection' ? ', a projection' : ''})`;
    return {
      title: `${toPossessive(name)} share, by definition of the market`,
      subtitle: `% of each market, ${period === 'newest' ? 'newest figure of each' : `newest figure within ${period}`}; each row is a market of its own`,
      summary:
        most && least
          ? joinSentences(
              `${countOf(entries.length, 'definition')} of ${toPossessive(name)} market:`,
              `the highest is ${say(most)}, the lowest ${say(least)}.`,
            )
          : `No publisher gives a share of ${name} for ${period}.`,
      model: {
        shape: 'ranking',
        marks: 'dots',
        unit: '%',
        scale: 'linear',
        valueLabel: 'Share',
        entryLabel: 'Market',
        columns: [
          ...shareColumns,
          { id: 'basis', label: 'Basis' },
          { id: 'publisher', label: 'Publisher' },
          { id: 'what_is_counted', label: 'What is counted' },
        ],
        entries: shown,
        legend: shown.some(({ color }) => color === OLD_COLOR)
          ? [{ name: `ended more than ${OLD_YEARS} years before the newest`, color: OLD_COLOR }]
          : [],
        notes:
          shown.length < entries.length
            ? [
                `The ${shown.length} definitions with the newest figures, of ${formatCount(entries.length)}; all are in the dataset.`,
              ]
            : [],
      },
      reading: [
        'The rows differ because the markets do: chips that train models or every graphics unit in a PC, units or money, what was shipped or what is on a list, one year or another. None is wrong, and none can replace another.',
        'Revenue shares of an expensive vendor exceed its unit shares. All PC graphics include the graphics inside nearly every Intel processor. Computing power of all AI chips counts TPU and Trainium, which GPU markets leave out.',
        'Each market’s definition is in the table; its name leads to its history.',
      ],
    };
  },
});

/** More rows nobody compares. */
const MOST_DEFINITIONS = 100;

/** The entries with the newest figures, in the order given. */
export function keepNewest<E extends Pick<RankEntry, 'date'>>(
  entries: readonly E[],
  most: number,
): readonly E[] {
  if (entries.length <= most) return entries;
  const ends = new Map(
    entries.map((entry) => [entry, parsePeriod(entry.date ?? '')?.end ?? ''] as const),
  );
  const newest = new Set(
    entries.toSorted((a, b) => (ends.get(b) ?? '').localeCompare(ends.get(a) ?? '')).slice(0, most),
  );
  return entries.filter((entry) => newest.has(entry));
}

/** What is much older than the newest figure of any market says little of today. */
const OLD_YEARS = 3;
const OLD_COLOR = 'other';

function grayOld(entries: readonly RankEntry[]): RankEntry[] {
  const toYear = ({ date }: RankEntry) => Number(parsePeriod(date ?? '')?.end.slice(0, 4) ?? 0);
  const newest = Math.max(...entries.map(toYear));
  return entries.map((entry) =>
    toYear(entry) < newest - OLD_YEARS ? { ...entry, color: OLD_COLOR } : entry,
  );
}

/** Years of which enough markets are known to compare, newest first. */
async function listYears(orm: Orm): Promise<string[]> {
  const markets = new Map<string, Set<string>>();
  // The same few periods are those of many markets.
  for (const [period, rows] of group(await listSharePeriods(orm), (row) => row.period)) {
    const { start, end } = parsePeriod(period)!;
    for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
      if (!isOf(period, String(year))) continue;
      const known = markets.get(String(year)) ?? new Set();
      for (const { market } of rows) known.add(market);
      markets.set(String(year), known);
    }
  }
  return [...markets]
    .filter(([, known]) => known.size >= LEAST_MARKETS)
    .map(([year]) => year)
    .sort()
    .reverse();
}

const isOf = (period: string, year: string): boolean =>
  isWithin(parsePeriod(period)!, { from: year, to: year });

const isAskedFor = ({ period }: ShareRow, asked: string): boolean =>
  asked === 'newest' || isOf(period, asked);

function toEntry(row: ShareRow, market: MarketRow, color: VendorColor): RankEntry {
  const entry = toShareEntry(row);
  return {
    ...entry,
    id: market.market,
    label: market.name,
    href: toHref('/share', { market: market.market }),
    color,
    group: marketCategories[market.category],
    details: [...entry.details, marketBases[market.basis], market.publisher, market.definition],
  };
}
