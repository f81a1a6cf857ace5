/** What the overview shows: charts in their order, what is new, what is overdue. */
import { toEvidenceHref } from '@/address/links';
import { isTime } from '@/charts/model';
import { events } from '@/data/events/contract';
import { isWellSourced } from '@/data/sources/origins';
import type { Tracker } from '@/db/connection';
import { listEvents } from '@/db/queries/events';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { notableModelChips } from '@/subjects/papers/chips-in-notable-models';
import { papersByVendor } from '@/subjects/papers/papers-by-vendor';
import { rentalPricesByChip } from '@/subjects/prices/rental-prices';
import { nvidiaDataCenterRevenue } from '@/subjects/revenue/nvidia-data-center-revenue';
import { marketShare } from '@/subjects/share/market-share';
import { addDays } from '@/units/date';
import { parsePeriod } from '@/units/period';
import { type ChartView, getChartView } from '@/views/chart-view';
import { countOverdueDays, listFreshSeries, toShownHref, wordOverdue } from '@/views/freshness';
import type { PublishedChart } from '@/views/published-chart';
import { listKeyFigures } from './key-figures';

/** A chart, and the page that tells more of it. */
interface Shown {
  readonly chart: PublishedChart;
  readonly query?: Readonly<Record<string, string>>;
  readonly more: { readonly href: string; readonly label: string };
}

const lead: Shown = {
  chart: nvidiaDataCenterRevenue,
  more: { href: '/revenue', label: 'Revenue' },
};

const owners: Shown = {
  chart: acceleratorHolders,
  more: { href: '/holdings', label: 'All owners' },
};

/** Of these the first that are current and well sourced are shown. */
const findings: readonly Shown[] = [
  { chart: marketShare, more: { href: '/share', label: 'Market share' } },
  {
    chart: rentalPricesByChip,
    query: { chip: 'h100-sxm' },
    more: { href: '/prices', label: 'Prices' },
  },
  { chart: papersByVendor, more: { href: '/papers', label: 'Papers' } },
  { chart: notableModelChips, more: { href: '/papers', label: 'Papers' } },
];

const MOST_FINDINGS = 3;

interface OverviewChart {
  readonly view: ChartView;
  readonly more: Shown['more'];
}

export async function getOverviewCharts(tracker: Tracker) {
  const show = async ({ chart, query = {}, more }: Shown): Promise<OverviewChart> => ({
    view: (await getChartView(tracker, chart, query)).view,
    more,
  });
  const shown = await Promise.all([lead, owners, ...findings].map(show));
  const [first, second, ...others] = shown;
  if (!first || !second) throw new Error('The overview has no charts.');
  const oldest = toOldest(tracker);
  const current = others.filter(
    ({ view: { asOf, sources } }) =>
      (parsePeriod(asOf)?.end ?? asOf) >= oldest && sources.every(isWellSourced),
  );
  const sound = { ...first, view: leaveOutUnsound(first.view) };
  return { lead: sound, owners: second, findings: current.slice(0, MOST_FINDINGS) };
}

/** A line over time without figures whose document is neither the origin’s own nor of the press. */
function leaveOutUnsound(view: ChartView): ChartView {
  const { model, sources, drawable } = view;
  const sound = new Set(sources.filter(isWellSourced).map(({ source }) => source));
  if (!isTime(model) || sound.size === sources.length) return view;
  const series = model.series.map((one) => ({
    ...one,
    points: one.points.map((point) =>
      point.source && !sound.has(point.source) ? { ...point, value: null, source: null } : point,
    ),
  }));
  const kept = { ...model, series };
  return {
    ...view,
    model: kept,
    drawable: { ...drawable, model: kept },
    sources: sources.filter(isWellSourced),
  };
}

/** What was of an earlier day is no news, and no figure of today. */
const toOldest = ({ snapshot }: Tracker): string => addDays(snapshot.collected_on, -365);

export interface NewsItem {
  /** When it was published or happened, as precisely as it is known. */
  readonly date: string;
  readonly title: string;
  readonly href: string;
  /** The figure, where it is one. */
  readonly value: string | null;
  readonly rest: string;
}

/** What the newest sources say, newest first: figures and events that a newspaper could print. */
export async function listNews(tracker: Tracker, most: number): Promise<readonly NewsItem[]> {
  const [figures, happened] = await Promise.all([listKeyFigures(tracker), listEvents(tracker.orm)]);
  // Of several figures that one document brought, the first is the news.
  const firsts = figures.filter(
    ({ source }, place) =>
      figures.findIndex((one) => one.source?.source === source?.source) === place,
  );
  const ofFigures = firsts.flatMap(({ label, value, period, change, href, source }): NewsItem[] =>
    source?.published_on
      ? [
          {
            date: source.published_on,
            title: label,
            href,
            value,
            rest: [period, change].filter(Boolean).join(', '),
          },
        ]
      : [],
  );
  const ofEvents = happened
    .filter(
      ({ standing, source_grade: grade }) => standing === 'verified' && isWellSourced({ grade }),
    )
    .map(
      (event): NewsItem => ({
        date: event.date,
        title: event.title,
        href: toEvidenceHref(events, event),
        value: null,
        rest: event.summary,
      }),
    );
  const oldest = toOldest(tracker);
  return [...ofFigures, ...ofEvents]
    .filter(({ date }) => date >= oldest)
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .slice(0, most);
}

export interface OverdueSeries {
  readonly name: string;
  /** Label of its newest period, or a day. */
  readonly newest: string;
  /** "5 months late". */
  readonly late: string;
  readonly href: string;
}

/** The series whose next figure is overdue on the day of the snapshot, the latest first. */
export async function listOverdue(
  { orm, snapshot }: Tracker,
  most: number,
): Promise<readonly OverdueSeries[]> {
  const today = snapshot.collected_on;
  return (await listFreshSeries(orm))
    .toSorted((a, b) => (countOverdueDays(b, today) ?? 0) - (countOverdueDays(a, today) ?? 0))
    .flatMap((series): OverdueSeries[] => {
      const late = wordOverdue(series, today);
      if (!late) return [];
      return [{ name: series.name, newest: series.newest, late, href: toShownHref(series) }];
    })
    .slice(0, most);
}
