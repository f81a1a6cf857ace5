/** What an estimate looks like: its spread, what moves it, other scenarios to compare with. */
import type { EstimateChartModel } from '@/charts/kinds';
import type { EstimateModel } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import { listSwings } from '@/estimates/sensitivity';
import { DRAWS, type Simulation, type Spread } from '@/estimates/simulate';
import { formatCount, formatValue } from '@/units/format-value';
import { exactly } from './preset';
import type { Scenario } from './scenario';

/** The names by which a download asks for a picture. */
export const PICTURES = ['distribution', 'tornado', 'comparison'] as const;

export interface EstimatePicture {
  readonly name: (typeof PICTURES)[number];
  readonly title: string;
  /** How to read it. */
  readonly subtitle: string;
  /** What it shows, in words and figures. */
  readonly summary: string;
  readonly model: EstimateChartModel;
  /** The assumptions that it shows, what moves the result most first; absent: none in particular. */
  readonly assumptions?: readonly string[];
}

/** A scenario with its draws, as pictures compare it with others. */
export interface DrawnScenario {
  readonly scenario: Scenario;
  readonly href: string;
  readonly simulation: Simulation;
}

/**
 * The pictures of a result, in the order of display; the visitor's own scenario is
 * the first. Without a range there is no spread, without another scenario nothing
 * to compare, and what no assumption moves has no tornado.
 */
export function listPictures(
  model: EstimateModel,
  scenarios: readonly [DrawnScenario, ...DrawnScenario[]],
  result: string,
): EstimatePicture[] {
  const [{ scenario, simulation }] = scenarios;
  return [
    buildDistribution(model, simulation, result),
    buildTornado(model, scenario, result),
    buildComparison(model, scenarios, result),
  ].filter((picture) => picture !== null);
}

function buildDistribution(
  { results }: EstimateModel,
  { sorted, spreads }: Simulation,
  result: string,
): EstimatePicture | null {
  const { label, unit } = results[result]!;
  const draws = sorted[result]!;
  if (draws[0] === draws.at(-1)) return null;
  const { p5, p50, p95 } = spreads[result]!;
  return {
    name: 'distribution',
    title: `${label}: how the draws spread`,
    subtitle: `${formatCount(DRAWS)} draws; higher columns are drawn more often`,
    summary: `In nine of ten draws it lies between ${formatValue(p5, unit)} and ${formatValue(p95, unit)}; half of them are below ${formatValue(p50, unit)}.`,
    model: {
      shape: 'distribution',
      unit,
      draws,
      marks: [
        { label: '5% below', value: p5 },
        { label: 'half below', value: p50 },
        { label: '95% below', value: p95 },
      ],
    },
  };
}

function buildTornado(
  model: EstimateModel,
  { ranges, ways }: Scenario,
  result: string,
): EstimatePicture | null {
  const { label, unit } = model.results[result]!;
  const { middle, swings } = listSwings(model, ranges, ways, result);
  const name = (assumption: string) => model.assumptions[assumption]!.label;
  const [most] = swings;
  if (!most) return null;
  return {
    name: 'tornado',
    title: `${label}: what moves it`,
    subtitle:
      'Each assumption alone from one end of its range to the other, all others at their middle. Lighter bars: exactly figures, moved by a tenth either way',
    // Of exact figures, each moved by a tenth, none is the one to look into.
    summary: most.isNudged
      ? 'No assumption is a range; each is moved by a tenth either way.'
      : `${name(most.assumption)} moves it most: from ${formatValue(most.at_from, unit)} at ${formatRange(exactly(most.from))} to ${formatValue(most.at_to, unit)} at ${formatRange(exactly(most.to))}.`,
    assumptions: swings.map(({ assumption }) => assumption),
    model: {
      shape: 'tornado',
      unit,
      middle,
      bars: swings.map(({ assumption, from, to, at_from, at_to, isNudged }) => ({
        id: assumption,
        label: name(assumption),
        at_from,
        at_to,
        from_text: formatEnd(from),
        to_text: formatEnd(to),
        tone: isNudged ? ('lighter' as const) : ('full' as const),
      })),
    },
  };
}

/** Three digits are plenty next to a bar. */
const formatEnd = (value: number): string => formatRange(exactly(Number(value.toPrecision(3))));

function buildComparison(
  { results }: EstimateModel,
  drawn: readonly DrawnScenario[],
  result: string,
): EstimatePicture | null {
  if (drawn.length < 2) return null;
  const { label, unit } = results[result]!;
  const scenarios = drawn.map(({ scenario, href, simulation }, index) => {
    const { p5, p50, p95 } = simulation.spreads[result]!;
    return { id: String(index), label: scenario.name, href, middle: p50, low: p5, high: p95 };
  });
  const summary = scenarios
    .map(({ label: name, middle }) => `${name}: ${formatValue(middle, unit)}`)
    .join('; ');
  return {
    name: 'comparison',
    title: `${label}: compared`,
    subtitle: 'Middle of the draws; the thin line holds nine tenths of them',
    summary: `${summary}.`,
    model: { shape: 'comparison', unit, scenarios },
  };
}

/** "Cost per year: $1.09bn; in nine of ten draws between $899m and $1.38bn." */
export function describeResult(
  { results }: EstimateModel,
  spreads: Readonly<Record<string, Spread>>,
  result: string,
): string {
  const { label, unit } = results[result]!;
  const { p5, p50, p95 } = spreads[result]!;
  const range =
    p5 === p95
      ? ''
      : `; in nine of ten draws between ${formatValue(p5, unit)} and ${formatValue(p95, unit)}`;
  return `${label}: ${formatValue(p50, unit)}${range}.`;
}
