/**
 * Up to four scenarios side by side: the one on the page and those that its
 * address names, each either by its preset or by an address of its own.
 */
import type { RankModel } from '@/charts/model';
import type { EstimateModel } from '@/estimates/model';
import { simulate } from '@/estimates/simulate';
import type { Correction, Query } from '../parameters';
import type { Preset } from './preset';
import { readScenario, type Scenario } from './scenario';

/** Beside the scenario on the page. */
export const MOST_COMPARED = 3;

export interface Compared {
  /** As the address names it. */
  readonly key: string;
  readonly scenario: Scenario;
}

/** Reads the parameter `with`; what names no scenario, or is one too many, is reported. */
export function readCompared(
  model: EstimateModel,
  presets: readonly Preset[],
  query: Query,
): { compared: readonly Compared[]; corrections: readonly Correction[] } {
  const keys = [...new Set([query.with ?? []].flat())].filter((key) => key !== '');
  const read = keys.map((key) => ({ key, scenario: readKey(model, presets, key) }));
  const known = read.filter((one): one is Compared => one.scenario !== null);
  const compared = known.slice(0, MOST_COMPARED);
  const dropped = read.filter((one) => !compared.some(({ key }) => key === one.key));
  return {
    compared,
    corrections: dropped.map(({ key }) => ({ parameter: 'with', found: key, used: null })),
  };
}

function readKey(model: EstimateModel, presets: readonly Preset[], key: string): Scenario | null {
  const preset = presets.find(({ slug }) => slug === key);
  const query = preset ? { preset: key } : Object.fromEntries(new URLSearchParams(key));
  const known = ['preset', ...Object.keys(model.ways), ...Object.keys(model.assumptions)];
  if (Object.keys(query).length === 0 || Object.keys(query).some((name) => !known.includes(name))) {
    return null;
  }
  const scenario = readScenario(model, presets, query);
  return scenario.corrections.length > 0 ? null : scenario;
}

/** The scenario as a value for `with`. */
export function toComparedKey({ canonical, preset }: Scenario): string {
  const parameters = Object.entries({ preset: preset.slug, ...canonical });
  return parameters.length === 1 ? preset.slug : new URLSearchParams(parameters).toString();
}

/** The same result of each scenario, the page's own first: middle and the range of nine tenths. */
export function buildComparison(
  model: EstimateModel,
  scenarios: readonly Scenario[],
  result: string,
): RankModel {
  const { label, unit } = model.results[result]!;
  return {
    shape: 'ranking',
    unit,
    scale: 'linear',
    valueLabel: label,
    entryLabel: 'Scenario',
    columns: [],
    entries: scenarios.map(({ name, ranges, ways }, index) => {
      const { p5, p50, p95 } = simulate(model, ranges, ways).spreads[result]!;
      return {
        id: String(index),
        label: name,
        href: null,
        value: p50,
        low: p5,
        high: p95,
        kind: 'estimate',
        colour: index === 0 ? 'accent' : 'other',
        tone: 'full',
        details: [],
        source: null,
      };
    }),
    notes: [],
  };
}
