/**
 * A calculator as one visitor sees it: scenario read, model run, pictures drawn,
 * estimates set against what was published. Kept per snapshot and address.
 */
import { LRUCache } from 'lru-cache';
import type { Drawing } from '@/charts/canvas';
import { drawChart, drawEstimate } from '@/charts/draw';
import type { EstimateChartModel } from '@/charts/estimate-model';
import type { ChartModel } from '@/charts/model';
import type { Orm, Tracker } from '@/db/connection';
import { listSources, type SourceRow } from '@/db/queries/names';
import type { EstimateModel } from '@/estimates/model';
import { type CalculatorSlug, estimateModels } from '@/estimates/models';
import { formatRange } from '@/estimates/parse-range';
import { listSwings } from '@/estimates/sensitivity';
import { type Simulation, type Spread, simulate } from '@/estimates/simulate';
import { formatValue } from '@/units/format-value';
import { type Correction, first, listUnknownParameters, type Query } from '../parameters';
import { NARROW, WIDE } from '../view';
import { buildComparison, type Compared, readCompared } from './comparison';
import { type HiddenAssumptions, listHiddenAssumptions } from './hidden';
import { type Preset, single } from './preset';
import { readScenario, type Scenario } from './scenario';
import { listServingPresets } from './serving-presets';
import { listTrainingPresets } from './training-presets';

export interface Picture {
  readonly summary: string;
  readonly wide: Drawing;
  readonly narrow: Drawing;
}

/** An estimate beside a published figure for the same thing. */
export interface Checked {
  readonly preset: Preset;
  readonly label: string;
  readonly published: string;
  readonly estimate: string;
  /** "4.3% below", or that the published figure lies within the range. */
  readonly difference: string;
  readonly source: SourceRow | null;
}

export interface CalculatorView {
  readonly presets: readonly Preset[];
  readonly scenario: Scenario;
  readonly spreads: Readonly<Record<string, Spread>>;
  /** The result that the pictures show. */
  readonly result: string;
  readonly compared: readonly Compared[];
  /** Null where no assumption has a range. */
  readonly distribution: Picture | null;
  readonly tornado: Picture;
  /** Null where nothing is compared. */
  readonly comparison: Picture | null;
  readonly checked: readonly Checked[];
  readonly hidden: HiddenAssumptions | null;
  /** Sources of the scenario's assumptions, by slug. */
  readonly sources: ReadonlyMap<string, SourceRow>;
}

const presetLists = {
  inference: listServingPresets,
  training: listTrainingPresets,
} satisfies Record<CalculatorSlug, (orm: Orm) => Promise<Preset[]>>;

const presetsKept = new LRUCache<string, Promise<Preset[]>>({ max: 8 });
const checkedKept = new LRUCache<string, Promise<Checked[]>>({ max: 8 });

/** A calculator's presets; asked once per snapshot. */
export function listPresets({ snapshot, orm }: Tracker, slug: CalculatorSlug): Promise<Preset[]> {
  return keep(presetsKept, `${snapshot.id} ${slug}`, () => presetLists[slug](orm));
}

export async function getCalculatorView(
  tracker: Tracker,
  slug: CalculatorSlug,
  query: Query,
): Promise<{ view: CalculatorView; corrections: readonly Correction[] }> {
  const model = estimateModels[slug];
  const presets = await listPresets(tracker, slug);
  const scenario = readScenario(model, presets, query);
  const { compared, corrections } = readCompared(model, presets, query);
  const asked = first(query.of);
  const result =
    asked !== undefined && Object.hasOwn(model.results, asked) ? asked : model.headline;
  const simulation = simulate(model, scenario.ranges, scenario.ways);
  const slugs = Object.values(scenario.preset.given).flatMap(({ origin }) => origin.source ?? []);
  const sources = await listSources(tracker.orm, [...new Set(slugs)]);
  const servers = scenario.preset.published.find((one) => one.result === 'servers')?.value;
  const view: CalculatorView = {
    presets,
    scenario,
    spreads: simulation.spreads,
    result,
    compared,
    distribution: drawSpread(model, simulation, result),
    tornado: drawSwings(model, scenario, result),
    comparison: drawComparison(model, scenario, compared, result),
    checked: await listChecked(tracker, slug),
    hidden: servers === undefined ? null : listHiddenAssumptions(servers, scenario.ranges),
    sources: new Map(sources.map((one) => [one.source, one])),
  };
  const known = [
    ...['preset', 'with', 'of'],
    ...Object.keys(model.ways),
    ...Object.keys(model.assumptions),
  ];
  return {
    view,
    corrections: [
      ...scenario.corrections,
      ...corrections,
      ...(asked !== undefined && asked !== result
        ? [{ parameter: 'of', found: asked, used: result }]
        : []),
      ...listUnknownParameters(query, known),
    ],
  };
}

function keep<V>(cache: LRUCache<string, Promise<V>>, key: string, make: () => Promise<V>) {
  let value = cache.get(key);
  if (!value) {
    value = make();
    cache.set(key, value);
    value.catch(() => cache.delete(key));
  }
  return value;
}

function toPicture(
  model: EstimateChartModel | ChartModel,
  title: string,
  summary: string,
): Picture {
  const label = `${title}. ${summary}`;
  const at = (size: typeof WIDE | typeof NARROW) =>
    model.shape === 'tornado' || model.shape === 'distribution'
      ? drawEstimate(model, size, label)
      : drawChart(model, size, label);
  return { summary, wide: at(WIDE), narrow: at(NARROW) };
}

function drawSpread(
  { results }: EstimateModel,
  { sorted, spreads }: Simulation,
  result: string,
): Picture | null {
  const { label, unit } = results[result]!;
  const draws = sorted[result]!;
  if (draws[0] === draws.at(-1)) return null;
  const { p5, p50, p95 } = spreads[result]!;
  const summary = `In nine of ten draws it lies between ${formatValue(p5, unit)} and ${formatValue(p95, unit)}; half of them are below ${formatValue(p50, unit)}.`;
  const marks = [
    { label: '5% below', value: p5 },
    { label: 'half below', value: p50 },
    { label: '95% below', value: p95 },
  ];
  return toPicture({ shape: 'distribution', unit, draws, marks }, label, summary);
}

function drawSwings(model: EstimateModel, { ranges, ways }: Scenario, result: string): Picture {
  const { label, unit } = model.results[result]!;
  const { middle, swings } = listSwings(model, ranges, ways, result);
  const name = (assumption: string) => model.assumptions[assumption]!.label;
  const [first] = swings;
  const summary = first
    ? `${name(first.assumption)} moves it most: from ${formatValue(first.at_from, unit)} at ${formatRange(single(first.from))} to ${formatValue(first.at_to, unit)} at ${formatRange(single(first.to))}.`
    : 'No assumption moves it.';
  const bars = swings.map(({ assumption, from, to, at_from, at_to, isNudged }) => ({
    id: assumption,
    label: name(assumption),
    at_from,
    at_to,
    from_text: formatEnd(from),
    to_text: formatEnd(to),
    tone: isNudged ? ('lighter' as const) : ('full' as const),
  }));
  return toPicture({ shape: 'tornado', unit, middle, bars }, `What moves ${label}`, summary);
}

/** Three digits are plenty beside a bar. */
const formatEnd = (value: number): string => formatRange(single(Number(value.toPrecision(3))));

function drawComparison(
  model: EstimateModel,
  own: Scenario,
  compared: readonly Compared[],
  result: string,
): Picture | null {
  if (compared.length === 0) return null;
  const { label, unit } = model.results[result]!;
  const scenarios = [own, ...compared.map(({ scenario }) => scenario)];
  const comparison = buildComparison(model, scenarios, result);
  const summary = comparison.entries
    .map(({ label: name, value }) => `${name}: ${formatValue(value, unit)}`)
    .join('; ');
  return toPicture(comparison, `${label} compared`, `${summary}.`);
}

/** Every preset as it is against what was published; asked once per snapshot. */
function listChecked(tracker: Tracker, slug: CalculatorSlug): Promise<Checked[]> {
  return keep(checkedKept, `${tracker.snapshot.id} ${slug}`, async () => {
    const model: EstimateModel = estimateModels[slug];
    const presets = await listPresets(tracker, slug);
    const slugs = presets.flatMap(({ published }) => published.map(({ source }) => source));
    const sources = await listSources(tracker.orm, [...new Set(slugs)]);
    return presets.flatMap((preset) => {
      const { ranges, ways } = readScenario(model, presets, { preset: preset.slug });
      const { spreads } = simulate(model, ranges, ways);
      return preset.published.map(({ result, label, value, source }): Checked => {
        const { unit } = model.results[result]!;
        const spread = spreads[result]!;
        return {
          preset,
          label,
          published: formatValue(value, unit),
          estimate: formatSpread(spread, (one) => formatValue(one, unit)),
          difference: describeDifference(value, spread),
          source: sources.find((one) => one.source === source) ?? null,
        };
      });
    });
  });
}

/** "$4.00bn", or "$3.8bn ($3.5bn–$4.1bn)" where there is a range. */
export function formatSpread({ p5, p50, p95 }: Spread, format: (value: number) => string): string {
  const [low, middle, high] = [format(p5), format(p50), format(p95)];
  return low === high ? middle : `${middle} (${low}–${high})`;
}

function describeDifference(published: number, { p5, p50, p95 }: Spread): string {
  const percent = (p50 / published - 1) * 100;
  const size = Math.abs(percent);
  if (size < 1) return 'within 1%';
  const words =
    percent > 0 && size >= 100
      ? `${formatValue(p50 / published, 'times')} as much`
      : `${formatValue(Number(size.toFixed(0)), '%')} ${percent > 0 ? 'above' : 'below'}`;
  return published >= p5 && published <= p95 ? `${words}, within the range` : words;
}
