/** A calculator as one visitor sees it: scenario read, model run, pictures built. */

import { LRUCache } from 'lru-cache';
import { writeAddress } from '@/address/href';
import {
  listUnknownParameters,
  oneOption,
  type ParameterProblem,
  type Query,
  readAddress,
} from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { listSources, type SourceRow } from '@/db/queries/names';
import type { Snapshot } from '@/db/snapshot-tables';
import type { EstimateModel } from '@/estimates/model';
import { type Spread, simulate } from '@/estimates/simulate';
import { type AskedView, findView } from '@/views/asked-view';
import { keep } from '@/views/chart-view';
import { type Calculator, listPresets } from './calculators';
import { type HiddenAssumptions, listHiddenAssumptions } from './hidden-assumptions';
import { type DrawnScenario, describeResult, type EstimatePicture, listPictures } from './pictures';
import type { Preset } from './preset';
import { declareCompared, type NamedScenario, readScenario, type Scenario } from './scenario';

export interface CalculatorView extends CalculatorAddress {
  readonly presets: readonly Preset[];
  readonly scenario: Scenario;
  /** By result. */
  readonly spreads: Readonly<Record<string, Spread>>;
  readonly compared: readonly NamedScenario[];
  /** The scenario itself and those compared with it, with their draws. */
  readonly scenarios: readonly [DrawnScenario, ...DrawnScenario[]];
  readonly pictures: readonly EstimatePicture[];
  /** The result shown, in a sentence. */
  readonly summary: string;
  readonly hidden: HiddenAssumptions | null;
  /** Sources of the assumptions of all scenarios, newest first. */
  readonly sources: readonly SourceRow[];
  readonly snapshot: Snapshot;
}

interface Found {
  readonly view: CalculatorView;
  readonly corrections: readonly ParameterProblem[];
}

/** Few, because each holds its draws; enough for a page, its head and its files. */
const kept = new LRUCache<string, Promise<Found>>({ max: 8 });

/** The view a query asks for, and what of the query had to be corrected. */
export function getCalculatorView(
  tracker: Tracker,
  calculator: Calculator,
  query: Query = {},
): Promise<Found> {
  const { snapshot, isFrozen } = tracker;
  const key = JSON.stringify([snapshot.id, isFrozen, calculator.slug, query]);
  return keep(kept, key, () => buildView(tracker, calculator, query));
}

async function buildView(tracker: Tracker, calculator: Calculator, query: Query): Promise<Found> {
  const { model } = calculator;
  const presets = await listPresets(tracker, calculator);
  const scenario = readScenario(model, presets, query);
  const { values, problems } = readAddress(declareShown(model, presets), query);
  const { of: result, with: compared } = values;
  const frozen = tracker.isFrozen ? tracker.snapshot.id : null;
  const draw = (one: Scenario): DrawnScenario => ({
    scenario: one,
    href: toCalculatorHref({ calculator, scenario: one, result, keys: [], frozen }),
    simulation: simulate(model, one.ranges, one.ways),
  });
  const own = draw(scenario);
  const scenarios = [own, ...compared.map((one) => draw(one.scenario))] as const;
  const servers = scenario.preset.published.find((one) => one.result === 'servers')?.value;
  const { spreads } = own.simulation;
  const view: CalculatorView = {
    calculator,
    presets,
    scenario,
    spreads,
    result,
    compared,
    keys: compared.map(({ key }) => key),
    frozen,
    scenarios,
    pictures: listPictures(model, scenarios, result),
    summary: describeResult(model, spreads, result),
    hidden: servers === undefined ? null : listHiddenAssumptions(servers, scenario.ranges),
    sources: await listSources(tracker.orm, listSourceSlugs(scenarios)),
    snapshot: tracker.snapshot,
  };
  return {
    view,
    corrections: [
      ...scenario.corrections,
      ...problems,
      ...listUnknownParameters(query, listCalculatorParameters(calculator)),
    ],
  };
}

/** What is shown of a scenario: a result, and others to compare with. */
export function declareShown(model: EstimateModel, presets: readonly Preset[]) {
  const { results, headline } = model;
  return {
    of: oneOption({
      label: 'Result',
      meaning: 'The result that images show.',
      values: Object.fromEntries(Object.entries(results).map(([name, { label }]) => [name, label])),
      fallback: headline,
    }),
    with: declareCompared(model, presets),
  };
}

/** The names of the parameters that a calculator reads from an address. */
export function listCalculatorParameters({ model }: Calculator): string[] {
  return [
    'preset',
    ...Object.keys(model.ways),
    ...Object.keys(model.assumptions),
    'of',
    'with',
    'snapshot',
  ];
}

function listSourceSlugs(scenarios: readonly DrawnScenario[]): string[] {
  const given = scenarios.flatMap(({ scenario }) => Object.values(scenario.preset.given));
  return [...new Set(given.flatMap(({ origin }) => origin.source ?? []))];
}

/** A calculator's answer as an address asks for it, of whatever snapshot. */

export function findCalculatorView(
  tracker: Tracker,
  calculator: Calculator,
  query: Query,
): Promise<AskedView<CalculatorView>> {
  return findView(tracker, calculator.datasets, {
    make: () => getCalculatorView(tracker, calculator, query),
    isBlank: ({ presets }) => presets.length === 0,
  });
}

interface CalculatorAddress {
  readonly calculator: Calculator;
  readonly scenario: Pick<Scenario, 'canonical'>;
  /** The result that the pictures show. */
  readonly result: string;
  /** Scenarios compared with the own one, as `with` names them. */
  readonly keys: readonly string[];
  /** Id of a frozen snapshot; null for the present figures. */
  readonly frozen: string | null;
}

/** Path and query; `more` are fields that cannot be read, for links that keep what was typed. */
export function toCalculatorHref(
  { calculator, scenario, result, keys, frozen }: CalculatorAddress,
  more: Readonly<Record<string, string>> = {},
): string {
  const pairs = Object.entries({ ...scenario.canonical, ...more });
  if (result !== calculator.model.headline) pairs.push(['of', result]);
  for (const key of keys) pairs.push(['with', key]);
  if (frozen !== null) pairs.push(['snapshot', frozen]);
  return writeAddress(`/calculators/${calculator.slug}`, pairs);
}
