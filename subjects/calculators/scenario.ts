/**
 * Calculators as an address fills them in: a preset, changed where the address says so, and
 * up to three more to compare with. What cannot be read stays as the preset has it and is
 * explained.
 */

import {
  named,
  once,
  oneOption,
  type Parameter,
  type ParameterProblem,
  type Query,
  readAddress,
} from '@/address/parameters';
import {
  type AssumptionRanges,
  type EstimateModel,
  listUsed,
  type Range,
  type Ways,
} from '@/estimates/model';
import { formatRange, type RangeIssue, readFields } from '@/estimates/parse-range';
import type { Preset } from './preset';

export interface Scenario {
  readonly preset: Preset;
  readonly ways: Ways;
  /** What stands in the fields, of all assumptions, in the model's order. */
  readonly texts: Readonly<Record<string, string>>;
  readonly ranges: AssumptionRanges;
  readonly issues: Readonly<Record<string, RangeIssue>>;
  /** The parameters that differ from the first preset: the scenario's address. */
  readonly canonical: Readonly<Record<string, string>>;
  /** What stands in the fields of `issues`, which is no part of the scenario. */
  readonly unread: Readonly<Record<string, string>>;
  /** Names of the assumptions that differ from the preset. */
  readonly changed: readonly string[];
  /** The preset's name, with a remark where something was changed. */
  readonly name: string;
  readonly corrections: readonly ParameterProblem[];
}

/** What a scenario's address may say. There is at least one preset. */
export function declareScenario(model: EstimateModel, presets: readonly Preset[]) {
  const [standard] = presets;
  if (!standard) throw new Error(`The data holds no preset for ${model.slug}.`);
  return {
    preset: named(presets, ({ slug }) => slug, standard, 'The scenario to start from.'),
    ...declareWays(model, standard),
    ...declareFields(model, {}, standard),
  } as const;
}

/** Ways that the address does not name are as the preset has them. */
function declareWays({ ways }: EstimateModel, preset: Preset) {
  return Object.fromEntries(
    Object.entries(ways).map(([name, { label, options, preferred }]) => {
      const meaning = `${label}; without it as the preset has it.`;
      const fallback = preset.ways[name] ?? preferred;
      const way = oneOption({ label, meaning, values: options, fallback });
      return [name, { ...way, schema: { type: 'string', enum: Object.keys(options) } }];
    }),
  );
}

/** Ranges are text, because they join two figures; what they stand for is read later. */
function declareFields(
  { assumptions }: EstimateModel,
  presetTexts: Readonly<Record<string, string>>,
  preset?: Preset,
): Readonly<Record<string, Parameter<string>>> {
  return Object.fromEntries(
    Object.entries(assumptions).map(([name, { label, unit, meaning, min, max, only }]) => {
      const fallback = presetTexts[name] ?? '';
      return [
        name,
        {
          meaning: `${label} (${unit}), a figure or a range from ${min} to ${max}. ${meaning}${only ? ` Only where ${only.way}=${only.is}.` : ''}`,
          schema: {
            type: 'string',
            examples: listExamples({ low: min, high: max }, preset?.given[name]),
          },
          allowed: 'Use one value.',
          readsEmpty: true,
          read: once((text) => text, fallback, String),
        },
      ];
    }),
  );
}

/** A range as the field shows it, as large as it may be, and that of a preset. */
function listExamples(most: Range, given: Preset['given'][string] | undefined): string[] {
  return [...new Set([...(given ? [given.range] : []), most].map(formatRange))];
}

/** Reads a scenario; of a repeated parameter the first counts. */
export function readScenario(
  model: EstimateModel,
  presets: readonly Preset[],
  query: Query,
): Scenario {
  const standard = presets[0];
  const start = readAddress({ preset: declareScenario(model, presets).preset }, query);
  const { preset } = start.values;
  const { values: ways, problems: wrongWays } = readAddress(declareWays(model, preset), query);
  const fallback = Object.fromEntries(
    Object.entries(preset.given).map(([name, { range }]) => [name, range]),
  );
  const presetTexts = toTexts(model, fallback);
  const fields = readAddress(declareFields(model, presetTexts), query);
  const texts = fields.values;
  const { ranges, issues } = readFields(model, ways, texts, fallback);
  const changed = listUsed(model, ways).filter(
    (name) => !issues[name] && texts[name]!.trim() !== presetTexts[name],
  );
  const otherWays = Object.keys(ways).filter(
    (name) => ways[name] !== (preset.ways[name] ?? model.ways[name]!.preferred),
  );
  return {
    preset,
    ways,
    texts,
    ranges,
    issues,
    unread: pick(texts, Object.keys(issues)),
    changed,
    canonical: {
      ...(preset === standard ? {} : { preset: preset.slug }),
      ...pick(ways, otherWays),
      ...pick(texts, changed),
    },
    name: changed.length + otherWays.length > 0 ? `${preset.name}, changed` : preset.name,
    corrections: [...start.problems, ...wrongWays, ...fields.problems],
  };
}

/** What the fields show for these ranges. */
export function toTexts(model: EstimateModel, ranges: AssumptionRanges): Record<string, string> {
  return Object.fromEntries(
    Object.keys(model.assumptions).map((name) => {
      const range = ranges[name];
      return [name, range ? formatRange(range) : ''];
    }),
  );
}

function pick(from: Readonly<Record<string, string>>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, from[name]!]));
}

/** Besides the scenario on the page. */
export const MOST_COMPARED = 3;

export interface NamedScenario {
  /** As the address names it. */
  readonly key: string;
  readonly scenario: Scenario;
}

/** Scenarios under a repeated name; what names none, or is one too many, is reported. */
export function declareCompared(
  model: EstimateModel,
  presets: readonly Preset[],
): Parameter<readonly NamedScenario[]> {
  const slugs = presets.map(({ slug }) => slug);
  return {
    meaning: 'Up to three scenarios to compare with: a preset, or the address part of a scenario.',
    schema: { type: 'array', items: { type: 'string' }, maxItems: MOST_COMPARED },
    allowed: `Use up to ${MOST_COMPARED} scenarios: ${slugs.join(', ')}, or the address part of another one, such as "preset=${slugs[0]}&${Object.keys(model.assumptions)[0]}=…".`,
    read: (texts) => {
      const read = [...new Set(texts)].map((key) => ({
        key,
        scenario: readKey(model, presets, key),
      }));
      const known = read.filter((one): one is NamedScenario => one.scenario !== null);
      const compared = known.slice(0, MOST_COMPARED);
      const dropped = read.filter((one) => !compared.some(({ key }) => key === one.key));
      return { value: compared, text: '', wrong: dropped.map(({ key }) => key) };
    },
  };
}

/** Null where the key names no scenario, or one of which a field cannot be read. */
function readKey(model: EstimateModel, presets: readonly Preset[], key: string): Scenario | null {
  const preset = presets.find(({ slug }) => slug === key);
  const query = preset ? { preset: key } : Object.fromEntries(new URLSearchParams(key));
  const known = ['preset', ...Object.keys(model.ways), ...Object.keys(model.assumptions)];
  if (Object.keys(query).length === 0 || Object.keys(query).some((name) => !known.includes(name))) {
    return null;
  }
  const scenario = readScenario(model, presets, query);
  const { corrections, issues } = scenario;
  return corrections.length === 0 && Object.keys(issues).length === 0 ? scenario : null;
}

/** The scenario as a value for `with`. */
export function toComparedKey({ canonical, preset }: Scenario): string {
  const parameters = Object.entries({ preset: preset.slug, ...canonical });
  return parameters.length === 1 ? preset.slug : new URLSearchParams(parameters).toString();
}
