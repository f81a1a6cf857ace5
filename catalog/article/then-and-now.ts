/**
 * The best-known figures of the article beside the newest of the datasets. "Now" is
 * asked of the same charts that the other pages show.
 */
import { getVendorColour } from '@/charts/colours';
import { type DatedGroup, getFirstPoint, getLastPoint, isDated } from '@/charts/model';
import { drawSpark } from '@/charts/spark';
import { drawSparkPoints } from '@/charts/spark-points';
import type { Tracker } from '@/db/connection';
import type { ClaimRow } from '@/db/queries/article';
import { listVariants } from '@/db/queries/estimates';
import {
  listHolderLists,
  listHoldings,
  listHoldingsOfOrganization,
  type NamedHolding,
} from '@/db/queries/holdings';
import { listRentedChips } from '@/db/queries/rental-prices';
import { formatValue, type Unit } from '@/units/format-value';
import { formatDate, formatPeriod, parsePeriod } from '@/units/period';
import { marketShare } from '../charts/market-share';
import { nvidiaDataCenterRevenue } from '../charts/nvidia-data-center-revenue';
import { papersByVendor } from '../charts/papers-by-vendor';
import { rentalPricesByChip } from '../charts/rental-prices';
import { terms } from '../chip-groups';
import { toOrganizationHref } from '../links';
import { withoutProjections } from '../newest-figure';
import { toHref } from '../parameters';
import type { PublishedChart } from '../published-chart';
import { getChartView } from '../view';

/** A figure of the article and what became of it. */
export interface ThenAndNow {
  /** The claim that holds the figure. */
  readonly claim: string;
  readonly label: string;
  readonly told: string;
  readonly told_when: string;
  readonly now: string;
  readonly now_when: string;
  /** What must be known to compare the two, and what the picture shows. */
  readonly remark: string;
  readonly href: string;
  /** An SVG; null where there are fewer than two figures. */
  readonly spark: string | null;
}

const CARD = { width: 240, height: 56 } as const;

/** The chip the article is about. */
const CHIP = 'a100';

/** In the order of the story; figures that are gone are left out. */
export async function listThenAndNow(
  tracker: Tracker,
  claims: readonly ClaimRow[],
): Promise<ThenAndNow[]> {
  const claim = (slug: string) => claims.find((one) => one.claim === slug) ?? null;
  const found = await Promise.all([
    compareWithSeries(tracker, claim('claim-02'), {
      label: 'Nvidia’s share, by two definitions of the market',
      unit: '%',
      chart: marketShare,
      query: { market: 'ai-compute-shipped-epoch' },
      page: '/share',
      counted: ['of GPUs usable for machine learning', 'of AI compute shipped'],
      remark: ({ first }) =>
        `No fall from one to the other: New Street Research leaves out TPUs and other AI chips, which Epoch AI counts in. The line is Epoch AI’s alone; it begins at ${first}.`,
    }),
    compareWithSeries(tracker, claim('claim-46'), {
      label: 'Nvidia chips named in AI papers, a year',
      unit: 'papers',
      chart: papersByVendor,
      query: {},
      page: '/papers',
      counted: ['mentions', 'mentions'],
      remark: () =>
        'A paper that names two chips may count twice. Then an extrapolation made before the year was over; the index has since revised that year.',
    }),
    compareHoldings(tracker, claim('claim-07')),
    compareWithSeries(tracker, claim('claim-15'), {
      label: 'Nvidia’s data-center revenue in a quarter',
      unit: 'USD',
      chart: nvidiaDataCenterRevenue,
      query: {},
      page: '/revenue',
      remark: () => 'The same segment, as Nvidia reports it.',
    }),
    compareRent(tracker, claim('claim-01')),
  ]);
  return found.filter((one) => one !== null);
}

async function compareWithSeries(
  tracker: Tracker,
  claim: ClaimRow | null,
  {
    label,
    unit,
    chart,
    query,
    page,
    counted = [],
    remark,
  }: {
    label: string;
    unit: Unit;
    chart: PublishedChart;
    query: Readonly<Record<string, string>>;
    page: string;
    /** What the figure of the article counts, and what that of the chart does. */
    counted?: readonly string[];
    remark: (course: { first: string }) => string;
  },
): Promise<ThenAndNow | null> {
  const { view } = await getChartView(tracker, chart, query);
  const { model } = view;
  if (claim?.value == null || !('series' in model)) return null;
  const vendor = model.series.find(({ id }) => id === 'nvidia' || id === 'data-center');
  const series = vendor && withoutProjections(vendor);
  const last = series && getLastPoint(series);
  if (!series || !last) return null;
  const now = formatValue(last.value, model.unit);
  const when = formatPeriod(last.period.label);
  const from = getFirstPoint(series);
  const first = from
    ? `${formatValue(from.value, model.unit)} (${formatPeriod(from.period.label)})`
    : '';
  const [then, later] = counted;
  const join = (...parts: readonly (string | false | undefined)[]) =>
    parts.filter(Boolean).join(', ');
  return {
    claim: claim.claim,
    label,
    told: tell(claim, unit),
    told_when: join(formatDate(claim.as_of), then),
    now,
    now_when: join(when, later, last.kind === 'estimate' && 'estimate'),
    remark: remark({ first }),
    href: toHref(page, view.canonical),
    spark: drawSpark(series, CARD, `${label}: from ${first} to ${now} in ${when}`),
  };
}

/** The figure as the article words it, "more than 21,000", else as it is. */
function tell({ value, value_text }: ClaimRow, unit: Unit): string {
  return value_text ?? formatValue(value, unit);
}

/** The holder of the article, as the index last listed it, beside the largest of its newest list. */
async function compareHoldings(
  { orm }: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  if (claim?.value == null || !claim.organization) return null;
  const ofIndex = (one: NamedHolding) => one.family === FAMILY && one.chip === CHIP;
  const listings = (await listHoldingsOfOrganization(orm, claim.organization)).filter(ofIndex);
  const lists = (await listHolderLists(orm)).filter(({ family }) => family === FAMILY);
  const [newest] = lists;
  const listed = newest ? (await listHoldings(orm, newest)).filter(ofIndex) : [];
  const [[own], [largest]] = [listings, listed];
  if (!own || !largest) return null;
  const isListed = listed.some(({ organization }) => organization === claim.organization);
  // A first chart that another of the same day replaced is no edition of its own.
  const whole = new Set(
    lists.flatMap((one) => (one.completeness === 'complete' ? one.edition : [])),
  );
  const label = `${largest.chip_name} at ${own.organization_name}`;
  return {
    claim: claim.claim,
    label,
    told: tell(claim, 'accelerators'),
    told_when: formatDate(claim.as_of),
    now: isListed ? formatValue(own.accelerators, 'accelerators') : 'no longer listed',
    now_when: formatDate(largest.as_of),
    remark: `Last listed with ${formatValue(own.accelerators, 'accelerators')} (${formatDate(own.as_of)}). The largest on the index’s newest list of the chip: ${largest.organization_name}, ${formatValue(largest.accelerators, 'accelerators')}. A dot is an edition of the index that names the holder.`,
    href: toOrganizationHref(claim.organization),
    spark: drawEditions(
      listings.filter(({ edition }) => whole.has(edition)),
      largest.as_of,
      label,
    ),
  };
}

const FAMILY = 'index-edition';

/** One dot for each edition, oldest first; up to the newest list, whoever stands on it. */
function drawEditions(
  listings: readonly NamedHolding[],
  newest: string,
  label: string,
): string | null {
  const dots = listings
    .toSorted((a, b) => a.as_of.localeCompare(b.as_of))
    .map(({ as_of, accelerators }) => ({ date: parsePeriod(as_of)!, value: accelerators }));
  const [first, last] = [listings.at(-1), listings[0]];
  if (!first || !last) return null;
  return drawSparkPoints(
    { colour: getVendorColour(first.chip_vendor), dots, line: dots, until: parsePeriod(newest)! },
    CARD,
    `${label}: ${dots.length} editions from ${formatDate(first.as_of)} to ${formatDate(last.as_of)}, none since until ${formatDate(newest)}`,
  );
}

/**
 * The price of the chip then beside what an hour of it costs; the data hold no price of
 * today. Figure, picture and link are one series: of one variant, one term and one kind of
 * provider, that with most prices. The lowest price of each day is a dot, the medians of
 * half years are the line.
 */
async function compareRent(tracker: Tracker, claim: ClaimRow | null): Promise<ThenAndNow | null> {
  const own = (await listVariants(tracker.orm, CHIP)).map(({ chip }) => chip);
  const rented = (await listRentedChips(tracker.orm)).find(({ chip }) => own.includes(chip));
  if (claim?.value == null || !rented) return null;
  const { view } = await getChartView(tracker, rentalPricesByChip, { chip: rented.chip });
  if (!isDated(view.model)) return null;
  const [group] = view.model.groups.toSorted((a, b) => b.entries.length - a.entries.length);
  const lowest = group ? pickLowest(group) : [];
  const newest = lowest.at(-1);
  if (!group || !newest) return null;
  const term = view.offered.find(({ name }) => name === 'term')?.value as keyof typeof terms;
  const series = `${rented.name}, ${terms[term].toLowerCase()}, ${group.label.toLowerCase()}`;
  return {
    claim: claim.claim,
    label: 'The price of an A100, and its rent',
    told: tell(claim, 'USD'),
    told_when: `${formatDate(claim.as_of)}, to buy`,
    now: `${formatValue(newest.value, 'USD per hour')} an hour`,
    now_when: `${formatPeriod(newest.date.label)}, ${series}`,
    remark: `No price of today is known here, so this is a rent: the lowest of the newest day in the longest series of rents. At that rent ${formatValue(claim.value / newest.value, 'hours')} hours cost as much as the chip did. Pictured: the same series, the lowest price of each day, and medians of half years.`,
    href: toHref('/prices', view.canonical),
    spark: drawSparkPoints(
      { colour: 'nvidia', dots: lowest, line: group.line ?? [] },
      CARD,
      `Rent per hour: ${series}`,
    ),
  };
}

/** One price a day, the lowest; oldest first. */
function pickLowest({ entries }: DatedGroup) {
  const lowest = new Map<string, { date: DatedGroup['entries'][number]['date']; value: number }>();
  for (const { date, value } of entries) {
    const known = lowest.get(date.label);
    if (value !== null && (!known || value < known.value)) lowest.set(date.label, { date, value });
  }
  return [...lowest.values()].toSorted((a, b) => a.date.start.localeCompare(b.date.start));
}
