/**
 * The best-known figures of the article and the newest of the datasets: what was said then,
 * what the same is now, and a picture. "Now" is asked of the charts that other pages show.
 */

import { toHref } from '@/address/href';
import { toOrganizationHref, toSystemHref } from '@/address/links';
import type { ColorName } from '@/charts/colors';
import { getFirstPoint, getLastPoint, hasValue, listSeries, type Point } from '@/charts/model';
import { drawSpark, drawSparkPoints } from '@/charts/spark';
import type { Tracker } from '@/db/connection';
import { getVendorLooks } from '@/db/queries/names';
import { isEstimate } from '@/units/figure-kind';
import { formatValue, type Unit } from '@/units/format-value';
import { formatDate, formatPeriod, parsePeriod } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { toSettled } from '@/views/key-figure';
import type { PublishedChart } from '@/views/published-chart';
import { toCaution } from '@/views/sentences';
import { listVariants } from '../chips/queries';
import { readHoldings, readLists, toListSlug } from '../holdings/holder-lists';
import { listHoldingsOfOrganization, type NamedHolding } from '../holdings/queries';
import { papersByVendor } from '../papers/papers-by-vendor';
import { systemPriceKinds } from '../prices/queries';
import { nvidiaDataCenterRevenue } from '../revenue/nvidia-data-center-revenue';
import { marketShare } from '../share/market-share';
import { listNewestPurchases } from './newest-prices';
import type { ClaimRow } from './queries';

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

/** A figure of today next to a claim. */
export interface Today {
  readonly label: string;
  readonly value: string;
  readonly period: string;
  readonly href: string;
}

/** In the order of the story; figures that are gone are left out. */
export async function listThenAndNow(
  tracker: Tracker,
  claims: readonly ClaimRow[],
): Promise<ThenAndNow[]> {
  const claim = (slug: string) => claims.find((one) => one.claim === slug) ?? null;
  const found = await Promise.all([
    compareWithSeries(tracker, claim('claim-02'), {
      label: 'Nvidia’s share of GPUs for machine learning and data centers',
      unit: '%',
      chart: marketShare,
      query: { market: 'dc-gpu-compute-epoch' },
      page: '/share',
      counted: [
        'a statement by New Street Research on GPUs usable for machine learning; period and basis not given',
        'of the computing power of data center GPUs, Nvidia against AMD alone, by Epoch AI',
      ],
      remark: ({ first, lowest }) =>
        `Both leave out TPUs and other AI chips. Epoch AI’s line begins at ${first}; its lowest is ${lowest}. Its share of all AI chips is another figure, and another question.`,
    }),
    compareWithSeries(tracker, claim('claim-46'), {
      label: 'Mentions of Nvidia chips in AI papers, a year',
      unit: 'papers',
      chart: papersByVendor,
      query: {},
      page: '/papers',
      counted: ['mentions', 'mentions'],
      remark: () =>
        'A paper that names two chips counts twice. Then an extrapolation made before the year was over; the index has since revised that year.',
    }),
    compareHoldings(tracker, claim('claim-07')),
    compareWithSeries(tracker, claim('claim-15'), {
      label: 'Nvidia’s data center revenue in a quarter',
      unit: 'USD',
      chart: nvidiaDataCenterRevenue,
      query: {},
      page: '/revenue',
      remark: () => 'The same segment, as Nvidia reports it.',
    }),
    comparePurchase(tracker, claim('claim-24')),
  ]);
  return found.filter((one) => one !== null);
}

/** The holder of the article, as the index last listed it, and the largest of its newest list. */
async function compareHoldings(
  { orm }: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  if (claim?.value == null || !claim.organization) return null;
  const ofIndex = (one: NamedHolding) => one.family === INDEX && one.chip === CHIP;
  const listings = (await listHoldingsOfOrganization(orm, claim.organization)).filter(ofIndex);
  const lists = (await readLists(orm)).filter(({ family }) => family === INDEX);
  const [newest] = lists;
  const listed = newest ? (await readHoldings(orm, toListSlug(newest))).filter(ofIndex) : [];
  const [[own], [largest]] = [listings, listed];
  if (!own || !largest) return null;
  const isListed = listed.some(({ organization }) => organization === claim.organization);
  const lookOf = await getVendorLooks(orm);
  // A first chart that another of the same day replaced is no edition of its own.
  const whole = new Set(
    lists.flatMap((one) => (one.completeness === 'complete' ? one.edition : [])),
  );
  const label = `${largest.chip_name} at ${own.organization_name}`;
  return {
    claim: claim.claim,
    label,
    told: quoteClaim(claim, 'accelerators'),
    told_when: formatDate(claim.as_of),
    now: isListed ? formatValue(own.accelerators, 'accelerators') : 'no longer listed',
    now_when: formatDate(largest.as_of),
    remark: `Last listed with ${formatValue(own.accelerators, 'accelerators')} (${formatDate(own.as_of)}). The largest on the index’s newest list of the chip: ${largest.organization_name}, ${formatValue(largest.accelerators, 'accelerators')}. A dot is an edition of the index that names the owner.`,
    href: toOrganizationHref(claim.organization),
    spark: drawEditions(
      listings.filter(({ edition }) => whole.has(edition)),
      { newest: largest.as_of, label, color: lookOf(own.chip_vendor).color },
    ),
  };
}

const INDEX = 'index-edition';

/** One dot for each edition, oldest first; up to the newest list, whoever stands on it. */
function drawEditions(
  listings: readonly NamedHolding[],
  { newest, label, color }: { newest: string; label: string; color: ColorName },
): string | null {
  const dots = listings
    .toSorted((a, b) => a.as_of.localeCompare(b.as_of))
    .map(({ as_of, accelerators }) => ({ date: parsePeriod(as_of)!, value: accelerators }));
  const [first, last] = [listings.at(-1), listings[0]];
  if (!first || !last) return null;
  return drawSparkPoints(
    { color, dots, line: dots, until: parsePeriod(newest)! },
    CARD,
    `${label}: ${dots.length} editions from ${formatDate(first.as_of)} to ${formatDate(last.as_of)}, none since until ${formatDate(newest)}`,
  );
}

/** Only purchases are compared: servers with as many of the chip as the article’s. */
async function comparePurchase(
  { orm }: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  const own = (await listVariants(orm, CHIP)).map(({ chip }) => chip);
  const priced = (await listNewestPurchases(orm, own)).filter(
    ({ chips_per_system }) => chips_per_system === CHIPS_PER_SERVER,
  );
  const [newest] = priced;
  if (claim?.value == null || !newest) return null;
  const { name, price_usd, price_kind, price_as_of, system } = newest;
  const kind = price_kind ? systemPriceKinds[price_kind] : 'price';
  const label = `Buying a server with ${CHIPS_PER_SERVER} A100`;
  return {
    claim: claim.claim,
    label,
    told: quoteClaim(claim, 'USD'),
    told_when: formatDate(claim.as_of),
    now: formatValue(price_usd, 'USD'),
    now_when: `${formatDate(price_as_of)}, ${name}, ${kind}`,
    remark: `Purchases alone; the servers are of different makers and memory. No newer price is known here, and none of an A100 by itself since the article.`,
    href: toSystemHref(system),
    spark: drawSparkPoints(
      {
        color: 'nvidia',
        dots: priced
          .toReversed()
          .map((one) => ({ date: parsePeriod(one.price_as_of)!, value: one.price_usd })),
        line: [],
      },
      CARD,
      `${label}: ${priced.length} prices`,
    ),
  };
}

/** As many as the article’s server holds. */
const CHIPS_PER_SERVER = 8;

/** Null where the claim holds no figure, or the chart no series of Nvidia. */
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
    remark: (course: { first: string; lowest: string }) => string;
  },
): Promise<ThenAndNow | null> {
  const { view } = await getChartView(tracker, chart, query);
  const { model } = view;
  if (claim?.value == null) return null;
  const vendor = listSeries(model).find(({ id }) => id === 'nvidia' || id === 'data-center');
  const series = vendor && toSettled(vendor);
  const last = series && getLastPoint(series);
  if (!series || !last) return null;
  const now = formatValue(last.value, model.unit, last.kind);
  const when = formatPeriod(last.period.label);
  const from = getFirstPoint(series);
  const say = ({ value, kind, period }: Point) =>
    `${formatValue(value, model.unit, kind)} (${formatPeriod(period.label)})`;
  const [least] = series.points.filter(hasValue).toSorted((a, b) => a.value - b.value);
  const first = from ? say(from) : '';
  const caution = toCaution(last.note);
  const [then, later] = counted;
  const join = (...parts: readonly (string | false | undefined)[]) =>
    parts.filter(Boolean).join(', ');
  return {
    claim: claim.claim,
    label,
    told: quoteClaim(claim, unit),
    told_when: join(formatDate(claim.as_of), then),
    now,
    now_when: join(when, later, isEstimate(last.kind) && 'estimate'),
    remark: [remark({ first, lowest: least ? say(least) : '' }), caution].filter(Boolean).join(' '),
    href: toHref(page, view.canonical),
    spark: drawSpark(series, CARD, `${label}: from ${first} to ${now} in ${when}`),
  };
}

/** The picture on a card, in pixels. */
const CARD = { width: 240, height: 56 } as const;

/** The chip the article is about. */
const CHIP = 'a100';

/** The figure as the article words it, "more than 21,000", else as it is. */
function quoteClaim({ value, value_text }: ClaimRow, unit: Unit): string {
  return value_text ?? formatValue(value, unit);
}
