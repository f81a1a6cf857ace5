/**
 * The article claim by claim, grouped as its story goes, and its best-known figures
 * then and now. "Now" is asked of the same charts that the other pages show.
 */
import { getFirstPoint, getLastPoint, type Series } from '@/charts/model';
import { drawSpark } from '@/charts/spark';
import type { Tracker } from '@/db/connection';
import { type ClaimRow, listClaims } from '@/db/queries/article';
import { listRents } from '@/db/queries/estimates';
import {
  listHolderLists,
  listHoldings,
  listHoldingsOfOrganization,
  type NamedHolding,
} from '@/db/queries/holdings';
import { listSources, type SourceRow } from '@/db/queries/names';
import { formatValue, type Unit } from '@/units/format-value';
import { formatDate, formatPeriod } from '@/units/period';
import { marketShare } from './charts/market-share';
import { nvidiaDataCenterRevenue } from './charts/nvidia-revenue';
import { papersByVendor } from './charts/papers';
import { toHref } from './parameters';
import type { PublishedChart } from './published-chart';
import { getChartView } from './view';

/** The chapters of the story, in its order, and the topics each gathers. */
const chapters: readonly {
  readonly title: string;
  readonly topics: readonly ClaimRow['topic'][];
}[] = [
  { title: 'The chip and its price', topics: ['price', 'product'] },
  { title: 'The market', topics: ['market-share', 'competition'] },
  { title: 'Who has how many', topics: ['holdings'] },
  { title: 'What Nvidia earned, and the stock market', topics: ['revenue', 'stock'] },
  { title: 'What serving and training cost', topics: ['inference-cost', 'training-cost'] },
  { title: 'What research uses', topics: ['papers'] },
  { title: 'Export controls', topics: ['export-control'] },
];

/** The chip the article is about. */
const CHIP = 'a100';

export interface CheckedClaim extends ClaimRow {
  readonly document: SourceRow | null;
}

export interface Chapter {
  readonly title: string;
  readonly claims: readonly CheckedClaim[];
}

/** A figure of the article and what became of it. */
export interface ThenAndNow {
  readonly label: string;
  readonly told: string;
  readonly told_when: string;
  readonly now: string;
  readonly now_when: string;
  /** What must be known to compare the two. */
  readonly remark: string;
  readonly href: string;
  readonly spark: string | null;
}

export interface ArticleView {
  readonly chapters: readonly Chapter[];
  readonly thenAndNow: readonly ThenAndNow[];
  /** How many claims have each verdict, most frequent first. */
  readonly verdicts: readonly { readonly verdict: ClaimRow['verdict']; readonly count: number }[];
}

export async function getArticleView(tracker: Tracker): Promise<ArticleView> {
  const claims = await listClaims(tracker.orm);
  const documents = await listSources(tracker.orm, [
    ...new Set(claims.map(({ source }) => source)),
  ]);
  const bySlug = new Map(documents.map((one) => [one.source, one]));
  const checked = claims.map((claim) => ({
    ...claim,
    document: bySlug.get(claim.source) ?? null,
  }));
  return {
    chapters: chapters.map(({ title, topics }) => ({
      title,
      claims: checked.filter(({ topic }) => topics.includes(topic)),
    })),
    thenAndNow: await listThenAndNow(tracker, claims),
    verdicts: countVerdicts(claims),
  };
}

function countVerdicts(claims: readonly ClaimRow[]): ArticleView['verdicts'] {
  const counts = new Map<ClaimRow['verdict'], number>();
  for (const { verdict } of claims) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts]
    .map(([verdict, count]) => ({ verdict, count }))
    .sort((a, b) => b.count - a.count);
}

/** Figures of the article beside the newest of the datasets; those that are gone are left out. */
async function listThenAndNow(
  tracker: Tracker,
  claims: readonly ClaimRow[],
): Promise<ThenAndNow[]> {
  const claim = (slug: string) => claims.find((one) => one.claim === slug) ?? null;
  const found = await Promise.all([
    compareWithSeries(tracker, claim('claim-02'), {
      label: 'Nvidia’s share of the market',
      unit: '%',
      chart: marketShare,
      query: { market: 'ai-compute-shipped-epoch' },
      page: '/share',
      remark:
        'Two definitions: then GPUs usable for machine learning (New Street Research), now computing power of all AI chips shipped, TPUs and others included (Epoch AI).',
    }),
    compareWithSeries(tracker, claim('claim-46'), {
      label: 'AI papers a year that name Nvidia chips',
      unit: 'papers',
      chart: papersByVendor,
      query: {},
      page: '/papers',
      remark:
        'Then an extrapolation made before the year was over; the index has since revised that year.',
    }),
    compareHoldings(tracker, claim('claim-07')),
    compareWithSeries(tracker, claim('claim-15'), {
      label: 'Nvidia’s data-center revenue in a quarter',
      unit: 'USD',
      chart: nvidiaDataCenterRevenue,
      query: {},
      page: '/revenue',
      remark: 'The same segment, as Nvidia reports it.',
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
    remark,
  }: {
    label: string;
    unit: Unit;
    chart: PublishedChart;
    query: Readonly<Record<string, string>>;
    page: string;
    remark: string;
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
  return {
    label,
    told: formatValue(claim.value, unit),
    told_when: formatDate(claim.as_of),
    now,
    now_when: when,
    remark,
    href: toHref(page, view.canonical),
    spark: drawSpark(
      series,
      { width: 240, height: 56 },
      `${label}: from ${from ? formatPeriod(from.period.label) : ''} to ${now} in ${when}`,
    ),
  };
}

function withoutProjections(series: Series): Series {
  return { ...series, points: series.points.filter(({ kind }) => kind !== 'projection') };
}

/** The holder of the article, as the index last listed it, beside the largest of its newest list. */
async function compareHoldings(
  { orm }: Tracker,
  claim: ClaimRow | null,
): Promise<ThenAndNow | null> {
  if (claim?.value == null || !claim.organization) return null;
  const ofIndex = (one: NamedHolding) => one.family === FAMILY && one.chip === CHIP;
  const own = (await listHoldingsOfOrganization(orm, claim.organization)).find(ofIndex);
  const [newest] = (await listHolderLists(orm)).filter(({ family }) => family === FAMILY);
  const listed = newest ? (await listHoldings(orm, newest)).filter(ofIndex) : [];
  const [largest] = listed;
  if (!own || !largest) return null;
  const isListed = listed.some(({ organization }) => organization === claim.organization);
  return {
    label: `${largest.chip_name} at ${own.organization_name}`,
    told: formatValue(claim.value, 'accelerators'),
    told_when: formatDate(claim.as_of),
    now: isListed ? formatValue(own.accelerators, 'accelerators') : 'no longer listed',
    now_when: formatDate(largest.as_of),
    remark: `Last listed with ${formatValue(own.accelerators, 'accelerators')} (${formatDate(own.as_of)}). The largest on the index’s newest list of the chip: ${largest.organization_name}, ${formatValue(largest.accelerators, 'accelerators')}.`,
    href: `/organizations/${claim.organization}`,
    spark: null,
  };
}

const FAMILY = 'index-edition';

/** The price of the chip then beside what an hour of it costs now; the data hold no price of today. */
async function compareRent({ orm }: Tracker, claim: ClaimRow | null): Promise<ThenAndNow | null> {
  const rents = await listRents(orm, CHIP);
  const newest = rents.toSorted((a, b) => b.date.localeCompare(a.date))[0];
  if (claim?.value == null || !newest) return null;
  const rent = formatValue(newest.price_usd_per_hour, 'USD per hour');
  return {
    label: 'The price of an A100',
    told: formatValue(claim.value, 'USD'),
    told_when: formatDate(claim.as_of),
    now: `${rent} an hour`,
    now_when: formatDate(newest.date),
    remark: `No price of today is known here; the newest figure is a rent. At that rent ${formatValue(claim.value / newest.price_usd_per_hour, 'hours')} hours cost as much as the chip did.`,
    href: toHref('/datasets/rental-prices', { chip: newest.chip }),
    spark: null,
  };
}
