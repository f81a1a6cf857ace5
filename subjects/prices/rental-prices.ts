/** What an hour of a chip costs, with medians only among prices of one kind. */
import { group, median } from 'd3-array';
import { toEvidenceHref, toRowsHref } from '@/address/links';
import type { ColorName } from '@/charts/colors';
import { type DatedEntry, type DatedGroup, isDense } from '@/charts/model';
import { rentalPrices } from '@/data/rental-prices/contract';
import { formatCount, formatValue } from '@/units/format-value';
import { formatPeriod, type Period, parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinNames, joinSentences } from '@/views/sentences';
import { listKnownNames } from '../names/known-names';
import type { KnownName } from '../names/link-names';
import {
  listRentalPrices,
  listRentalTerms,
  listRentedChips,
  providerKinds,
  type RentalPriceRow,
  terms,
} from './queries';

const UNIT = 'USD per chip-hour';
// With fewer prices in half a year a median is one provider's price list.
const FEWEST_FOR_MEDIAN = 3;

const MEDIANS =
  'A line joins the medians of half years within one kind of provider, in which each provider counts once; it breaks where fewer than three prices are known.';

// More prices of one chip hide what is usual.
const MOST_DOTS = 60;

// Of more dates a sentence names the first and the last.
const MOST_DATES = 4;
const HOLLOW = 'Hollow: approximate, from one second-hand table, and in no median.';
const HOLLOW_BANDS = 'Hollow and dashed: approximate or assumed, and in no other band or median.';

const providerColors = {
  hyperscaler: 'category-1',
  'gpu-cloud': 'category-2',
  marketplace: 'category-3',
  index: 'category-4',
  assumption: 'category-5',
} satisfies Record<RentalPriceRow['provider_kind'], ColorName>;

export const rentalPricesByChip = defineChart({
  slug: 'rental-prices',
  name: 'Rental price per chip-hour',
  section: 'prices',
  question: 'What does an hour cost to rent?',
  datasets: [rentalPrices],
  leads: ['/prices'],
  choices: {
    chip: {
      label: 'Chip',
      dataset: 'chips',
      control: 'select',
      preferred: 'h100-sxm',
      list: async (orm) =>
        (await listRentedChips(orm)).map(({ chip, name, prices }) => ({
          value: chip,
          label: name,
          amount: prices,
        })),
    },
    term: {
      label: 'Term',
      control: 'links',
      follows: 'chip',
      list: async (orm, { chip = '' }) =>
        (await listRentalTerms(orm, chip)).map(({ term }) => ({ value: term, label: terms[term] })),
    },
  },
  build: async (orm, { chip = '', term = '' }) => {
    const [rows, chips, names] = await Promise.all([
      listRentalPrices(orm, { chip, term }),
      listRentedChips(orm),
      listKnownNames(orm),
    ]);
    // Where vendor and holder share a name, who rents chips out is meant as their holder.
    const hrefs = new Map(
      names
        .toSorted((a, b) => Number(isHolder(a)) - Number(isHolder(b)))
        .map(({ text, href }) => [text, href]),
    );
    const name = chips.find((one) => one.chip === chip)?.name ?? chip;
    const termName = terms[term as keyof typeof terms] ?? term;
    const groups = Object.entries(providerKinds).map(([kind, label]): DatedGroup => {
      const own = rows.filter(({ provider_kind }) => provider_kind === kind);
      return {
        id: kind,
        label,
        color: providerColors[kind as RentalPriceRow['provider_kind']],
        entries: own.map((row) => toEntry(row, hrefs.get(row.provider) ?? null)),
        line: listMedians(own.filter(isConfirmed)),
        rows: { href: toRowsHref(rentalPrices, { provider_kind: kind, chip, term }) },
      };
    });
    const dense = isDense({ groups, mostDots: MOST_DOTS });
    const sorted = rows.toSorted((a, b) => a.date.localeCompare(b.date));
    const approximate = rows.filter((row) => !isConfirmed(row));
    const [first, last] = [sorted[0], sorted.at(-1)];
    const cheapest = rows
      .filter((row) => row.provider_kind !== 'assumption' && isConfirmed(row))
      .toSorted((a, b) => a.price_usd_per_hour - b.price_usd_per_hour)[0];
    return {
      title: `${name}: rent per hour, ${termName.toLowerCase()}`,
      subtitle: dense
        ? 'US dollars per accelerator and hour; the middle half and the median over time'
        : 'US dollars per accelerator and hour; each dot is one provider’s price on a day',
      summary: joinSentences(
        first &&
          last &&
          rows.length > 1 &&
          `${formatCount(rows.length)} prices from ${formatPeriod(first.date)} to ${formatPeriod(last.date)}.`,
        cheapest &&
          `The ${rows.length > 1 ? 'lowest' : 'only price known'} is ${formatValue(cheapest.price_usd_per_hour, UNIT)} (${cheapest.provider}, ${formatPeriod(cheapest.date)}).`,
        first?.provider_kind === 'assumption' &&
          !cheapest &&
          `No provider’s price is known; ${first.provider} assumes ${formatValue(first.price_usd_per_hour, UNIT)} (${formatPeriod(first.date)}).`,
        last && rows.length > 1 && describeNewest(rows.filter(isConfirmed)),
        approximate.length > 0 && describeApproximate(approximate),
        rows.length === 0 && 'There is no figure.',
      ),
      model: {
        shape: 'scatter',
        unit: UNIT,
        scale: 'linear',
        valueLabel: 'Price',
        entryLabel: 'Provider',
        groupLabel: 'Kind of provider',
        counted: 'prices',
        columns: [],
        named: false,
        mostDots: MOST_DOTS,
        groups,
        notes: [
          ...(!dense && groups.some(({ line = [] }) => line.length > 0) ? [MEDIANS] : []),
          ...(approximate.length > 0 ? [dense ? HOLLOW_BANDS : HOLLOW] : []),
        ],
      },
      reading: [
        'Offers of whole servers were divided by their accelerators. Where a provider had several offers on a day, the lowest is shown.',
        'List prices, marketplaces and indices measure different things, so their medians are never joined. Between March and October 2025 only summaries were found. From July 2026 on many more providers are read than before, each once a week.',
      ],
    };
  },
});

/** Whether the price could be read where it was asked, not in somebody's approximate table. */
const isConfirmed = ({ standing }: RentalPriceRow): boolean => standing === 'verified';

const isHolder = ({ href }: KnownName): boolean => href.startsWith('/organizations/');

/**
 * "Newest, Mar 2026: GPU clouds $1.49 to $2.99 (3 prices); large clouds $6.98 (AWS)." One
 * date may have many prices, and those of two kinds of provider do not compare.
 */
function describeNewest(all: readonly RentalPriceRow[]): string | null {
  const newest = all.at(-1)?.date;
  if (newest === undefined) return null;
  const rows = all.filter(({ date }) => date === newest);
  const kinds = Object.entries(providerKinds).flatMap(([kind, label]) => {
    const own = rows
      .filter(({ provider_kind }) => provider_kind === kind)
      .toSorted((a, b) => a.price_usd_per_hour - b.price_usd_per_hour);
    const [low, high] = [own[0], own.at(-1)].map((row) =>
      formatValue(row?.price_usd_per_hour ?? null, UNIT),
    );
    if (own.length === 0) return [];
    const text =
      own.length === 1
        ? `${low} (${own[0]!.provider})`
        : `${low} to ${high} (${own.length} prices)`;
    return [`${label.replace(/^(?!GPU)./, (letter) => letter.toLowerCase())} ${text}`];
  });
  return `Newest, ${formatPeriod(newest)}: ${kinds.join('; ')}.`;
}

/** "Of Mar 2026 there are 7 approximate prices of one second-hand table, $1.49 to $6.16." */
function describeApproximate(rows: readonly RentalPriceRow[]): string {
  const prices = rows.map(({ price_usd_per_hour }) => price_usd_per_hour);
  const [low, high] = [Math.min(...prices), Math.max(...prices)].map((price) =>
    formatValue(price, UNIT),
  );
  const all = [...new Set(rows.map(({ date }) => date))].sort().map(formatPeriod);
  const dates = all.length > MOST_DATES ? `${all[0]} to ${all.at(-1)}` : joinNames(all);
  return rows.length === 1
    ? `Of ${dates} there is one approximate price, of a second-hand table: ${low}.`
    : `Of ${dates} there are ${formatCount(rows.length)} approximate prices of a second-hand table, ${low} to ${high}; they are drawn hollow and left out of the medians.`;
}

function toEntry(row: RentalPriceRow, href: string | null): DatedEntry {
  return {
    id: `${row.date} ${row.provider}`,
    label: row.provider,
    href,
    date: parsePeriod(row.date)!,
    value: row.price_usd_per_hour,
    kind: row.provider_kind === 'assumption' || !isConfirmed(row) ? 'estimate' : 'measured',
    details: [],
    source: row.source,
    note: row.note,
    evidence: toEvidenceHref(rentalPrices, row),
  };
}

/** The median of each half year, oldest first; null where too few prices are known. */
function listMedians(rows: readonly RentalPriceRow[]): { date: Period; value: number | null }[] {
  const halves = group(
    // A year alone belongs to neither half.
    rows.filter(({ date }) => date.length > 4),
    ({ date }) => `${date.slice(0, 4)}-H${Number(date.slice(5, 7)) <= 6 ? 1 : 2}`,
  );
  const known = [...halves.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const medians = listHalves(first, last).map((half) => {
    const prices = halves.get(half) ?? [];
    // Whoever was read ten times in a half year weighs no more than whoever was read once.
    const ofProviders = [...group(prices, ({ provider }) => provider).values()].map((own) =>
      median(own, (row) => row.price_usd_per_hour),
    );
    return {
      date: parsePeriod(half)!,
      value: prices.length >= FEWEST_FOR_MEDIAN ? (median(ofProviders) ?? null) : null,
    };
  });
  // Halves without a median would still widen the picture's time.
  return medians.some(({ value }) => value !== null) ? medians : [];
}

function listHalves(first: string, last: string): string[] {
  const from = Number(first.slice(0, 4));
  const years = Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, at) => from + at);
  return years
    .flatMap((year) => [`${year}-H1`, `${year}-H2`])
    .filter((half) => half >= first && half <= last);
}
