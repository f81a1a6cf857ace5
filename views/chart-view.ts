/**
 * A published chart as one visitor sees it: choices read, model built, sources looked
 * up. Nothing is drawn here: pages and embeds draw a view when they show it, files when
 * they are written. Views are kept per snapshot, and with them what was drawn of them,
 * so that an address asked twice is drawn once.
 */
import { LRUCache } from 'lru-cache';
import { type OfferedChoice, type ParsedChoices, parseChoices } from '@/address/choices';
import { freezeLinks } from '@/address/frozen-links';
import type { ParameterProblem, Query } from '@/address/parameters';
import { MARK_PARAMETERS, TREND_PARAMETERS } from '@/address/trends';
import { type ChartModel, kindOf } from '@/charts/kinds';
import { dropGhosts, isTime, listPeriods, listSourceSlugs } from '@/charts/model';
import type { Drawable } from '@/charts/page-drawings';
import type { Tracker } from '@/db/connection';
import { listSources, type SourceRow } from '@/db/queries/names';
import { getNvidiaCalendar } from '@/db/queries/vendors';
import type { Snapshot } from '@/db/snapshot-tables';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { parsePeriod } from '@/units/period';
import { isWithin } from '@/units/time-range';
import { compareVintages, describeMoved, type VintageShown } from './compare-vintages';
import { type FailedCheck, listFailedChecks } from './failed-checks';
import { type FreshSeries, listSeriesBehind } from './freshness';
import { markEvents, type ShownEvent } from './mark-events';
import { type Marks, markModel, NO_MARKS, readMarks } from './mark-model';
import type { BuiltChart, PublishedChart } from './published-chart';
import {
  listAnnotations,
  type ShownAnnotation,
  type Told,
  tellStory,
  wordAnnotation,
} from './story';
import { applyTrend } from './trend/apply-trend';
import { type ParsedTrend, parseTrend } from './trend/parse-trend';
import { applyPeriods, type Trend } from './trend/transform-model';
import { AS_OF, readVintage, type Vintage } from './vintage';

export interface ChartView extends BuiltChart {
  readonly chart: PublishedChart;
  readonly offered: readonly OfferedChoice[];
  /** The choices that differ from their defaults, and a frozen snapshot's id: the view's address. */
  readonly canonical: Readonly<Record<string, string>>;
  /** The series that can be chosen and the time that is covered; null for a ranking. */
  readonly scope: Scope | null;
  /** The figures before the trend was applied, and the trend: a visitor's own go the same way. */
  readonly base: ChartModel;
  readonly trend: Trend | null;
  /** The editor's words at points of the picture, the most telling first. */
  readonly annotations: readonly ShownAnnotation[];
  /** What happened in the time shown, oldest first; empty unless asked for. */
  readonly events: readonly ShownEvent[];
  /** What a reader marked: part of the address, the drawing and every file, never of what is said. */
  readonly marks: Marks;
  /** What `drawForPage` draws and keeps. */
  readonly drawable: Drawable;
  /** The newest figure shown, ISO or the label of a period. */
  readonly asOf: string;
  readonly sources: readonly SourceRow[];
  /** What the view shows, in one sentence: the title of its picture wherever that stands. */
  readonly finding: string;
  /** What is measured, in which unit, of whom: the line under the finding. */
  readonly measure: string;
  /** Whether an editor wrote the finding; else the summary says the same. */
  readonly isAuthored: boolean;
  /** The publishers' series behind it, those expected first first; empty where none is known. */
  readonly freshness: readonly FreshSeries[];
  /** What an older vintage shows, and what moved since; null: these are the newest figures. */
  readonly vintage: VintageShown | null;
  /** Comparisons with other figures that fail in what is shown. */
  readonly failedChecks: readonly FailedCheck[];
  /** Whose figures these are. */
  readonly snapshot: Snapshot;
}

/** What of a picture over time is shown, and what could be. */
export interface Scope {
  readonly series: readonly { id: string; label: string; isShown: boolean }[];
  readonly time: {
    /** Labels of every period there is, oldest first. */
    readonly periods: readonly string[];
    /** The places of the first and the last that are shown. */
    readonly shown: readonly [number, number];
    /** The ends asked for, as labels; null: open. */
    readonly from: string | null;
    readonly to: string | null;
    /** Whose years fiscal ends are of; null where no period is fiscal. */
    readonly calendar: FiscalCalendar | null;
  };
}

/**
 * Choices are few, and a view's drawings, once it was shown, some 20 kB each: this holds
 * every default view and many more.
 */
const views = new LRUCache<string, Promise<ChartView>>({ max: 400 });
/** What is on offer and how much of it is counted in the data; a page's head asks for it, too. */
const parsedChoices = new LRUCache<string, Promise<ParsedChoices>>({ max: 400 });
/** Before any transformation; every view of a chart's figures starts from the same. */
const builds = new LRUCache<string, Promise<BuiltChart>>({ max: 200 });

/** The view a query asks for, and what of the query had to be corrected. */
export async function getChartView(
  tracker: Tracker,
  chart: PublishedChart,
  query: Query = {},
): Promise<{ view: ChartView; corrections: readonly ParameterProblem[] }> {
  const { snapshot, isFrozen } = tracker;
  const wanted = Object.keys(chart.choices).map((name) => query[name] ?? null);
  const choices = await keep(parsedChoices, JSON.stringify([snapshot.id, chart.slug, wanted]), () =>
    parseChoices(chart.choices, query, tracker.orm),
  );
  const { newest, older, ...asked } = await readVintage(tracker, chart, choices, query);
  const build = ({ tracker: from, values }: Vintage) =>
    keep(builds, JSON.stringify([from.snapshot.id, from.isFrozen, chart.slug, values]), async () =>
      keepFrozen(from, await chart.build(from.orm, values)),
    );
  const now = await build(newest);
  const compared = older && compareVintages(await build(older), now, { older, newer: newest });
  const built = compared?.built ?? now;
  const parsed =
    built.trends && isTime(built.model)
      ? await parseTrend(built.model, built.trends, query, await getNvidiaCalendar(tracker.orm))
      : null;
  const key = JSON.stringify([
    ...[snapshot.id, isFrozen, chart.slug, asked.canonical],
    parsed?.trend ?? null,
  ]);
  const view = await keep(views, key, () =>
    buildView(tracker, { chart, ...asked, built, parsed, vintage: compared?.shown ?? null }),
  );
  const { marks, canonical, problems } = readMarks(view, query);
  const marked = Object.keys(canonical).length > 0;
  return {
    view: marked
      ? await keep(views, `${key}${JSON.stringify(canonical)}`, async () => ({
          ...view,
          ...markModel(view, marks),
          canonical: { ...view.canonical, ...canonical },
        }))
      : view,
    corrections: [
      ...choices.corrections,
      ...asked.corrections,
      ...(parsed?.corrections ?? []),
      ...problems,
    ],
  };
}

/** The names of the parameters that a view reads from an address. */
export function listViewParameters({ chart, trends, canonical }: ChartView): string[] {
  return [
    ...Object.keys(chart.choices),
    AS_OF,
    ...(trends ? TREND_PARAMETERS : []),
    ...MARK_PARAMETERS,
    ...(canonical.snapshot ? ['snapshot'] : []),
  ];
}

/** What is kept under the key, or made now. A failure must not be served again to the next visitor. */
export function keep<V extends object>(
  cache: LRUCache<string, Promise<V>>,
  key: string,
  make: () => Promise<V>,
): Promise<V> {
  const kept = cache.get(key);
  if (kept) return kept;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}

/** What a frozen view shows leads to what was known then. */
function keepFrozen<T>({ snapshot, isFrozen }: Tracker, shown: T): T {
  return isFrozen ? freezeLinks(shown, snapshot.id) : shown;
}

async function buildView(
  tracker: Tracker,
  {
    chart,
    offered,
    canonical,
    built: base,
    parsed,
    vintage,
  }: {
    chart: PublishedChart;
    offered: readonly OfferedChoice[];
    canonical: Readonly<Record<string, string>>;
    built: BuiltChart;
    parsed: ParsedTrend | null;
    vintage: VintageShown | null;
  },
): Promise<ChartView> {
  const { orm, snapshot, isFrozen } = tracker;
  const knownOn = toKnownOn(
    await listSources(
      orm,
      listSourceSlugs(isTime(base.model) ? dropGhosts(base.model) : base.model),
    ),
    snapshot.collected_on,
  );
  const changed = parsed && applyTrend(base, parsed, knownOn);
  const { model, events } =
    changed && parsed.trend.hasEvents
      ? keepFrozen(
          tracker,
          await markEvents(orm, changed.model, { section: chart.section, about: changed.about }),
        )
      : { model: (changed ?? base).model, events: [] };
  const built = { ...(changed ?? base), model };
  const all = [...offered, ...(parsed?.offered ?? [])];
  const chosen = Object.fromEntries(all.map(({ name, value }) => [name, value]));
  const told: Told = {
    chart,
    built,
    offered: all,
    asked: { ...parsed?.canonical },
    hasUnitOfBase: isTime(base.model) && isTime(model) && base.model.unit === model.unit,
  };
  const annotations = isTime(model) ? await listAnnotations(orm, told, model) : [];
  const annotated =
    isTime(model) && annotations.length > 0
      ? { ...model, annotations: annotations.map(({ source: _, ...own }) => own) }
      : model;
  return {
    ...built,
    model: annotated,
    annotations,
    ...(await tellStory(orm, told)),
    // What was published then says nothing of when the next is due, nor of how it fits today.
    freshness: vintage ? [] : await listSeriesBehind(orm, chart.slug, chosen),
    failedChecks: vintage ? [] : await listFailedChecks(orm, chart.slug, chosen),
    vintage,
    chart,
    offered: all,
    canonical: {
      ...canonical,
      ...parsed?.canonical,
      ...(isFrozen ? { snapshot: snapshot.id } : {}),
    },
    scope: parsed && toScope(parsed),
    base: base.model,
    trend: parsed?.trend ?? null,
    events,
    marks: NO_MARKS,
    drawable: {
      model: annotated,
      label: [
        `${built.title}. ${built.subtitle}. ${built.summary}`,
        ...(vintage ? [describeMoved(vintage)] : []),
        ...annotations.map(wordAnnotation),
      ].join(' '),
    },
    asOf: toAsOf(built.model, knownOn),
    sources: await listSources(orm, listSourceSlugs(built.model)),
    snapshot,
  };
}

function toScope({ model, trend }: ParsedTrend): Scope {
  const periods = listPeriods(applyPeriods(model, trend));
  const first = periods.findIndex((period) => isWithin(period, trend.time));
  const last = periods.findLastIndex((period) => isWithin(period, trend.time));
  return {
    series: dropGhosts(model).series.map(({ id, label }) => ({
      id,
      label,
      isShown: trend.series === null || trend.series.includes(id),
    })),
    time: {
      periods: periods.map(({ label }) => label),
      shown: first < 0 ? [0, periods.length - 1] : [first, last],
      from: trend.time.from,
      to: trend.time.to,
      calendar: listPeriods(model).find((period) => period.calendar)?.calendar ?? null,
    },
  };
}

/**
 * The newest figure shown, as an ISO day or the label of a calendar period. What was
 * projected does not count, and nothing is newer than the day on which the data was
 * collected (ISO): of an unfinished year that day is all there is.
 */
export function toAsOf(model: ChartModel, collectedOn: string): string {
  const [first, ...others] = kindOf(model).listDates(model, collectedOn);
  if (!first) return collectedOn;
  const newest = others.reduce((last, one) => (one.end > last.end ? one : last), first);
  if (newest.end > collectedOn) return collectedOn;
  // Fiscal periods by their last day, which needs no calendar to be understood.
  return newest.kind.startsWith('fiscal') ? newest.end : newest.label;
}

/**
 * The day to which sources can know anything: that of the newest document, published or
 * else read; never after the day on which the data was collected.
 */
export function toKnownOn(
  sources: readonly { readonly published_on: string | null; readonly retrieved: string }[],
  collectedOn: string,
): string {
  const days = sources.map(({ published_on, retrieved }) =>
    published_on === null ? retrieved : (parsePeriod(published_on)?.end ?? retrieved),
  );
  const newest = days.sort().at(-1) ?? collectedOn;
  return newest < collectedOn ? newest : collectedOn;
}
