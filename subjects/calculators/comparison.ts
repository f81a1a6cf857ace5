/**
 * Up to four scenarios side by side: the one on the page and those that its
 * address names, each either by its preset or by an address of its own.
 */

import type { Parameter } from '@/address/parameters';
import type { EstimateModel } from '@/estimates/model';
import type { Preset } from './preset';
import { readScenario, type Scenario } from './scenario';

/** Beside the scenario on the page. */
export const MOST_COMPARED = 3;

export interface Compared {
  /** As the address names it. */
  readonly key: string;
  readonly scenario: Scenario;
}

/** Scenarios under a repeated name; what names none, or is one too many, is reported. */
export function declareCompared(
  model: EstimateModel,
  presets: readonly Preset[],
): Parameter<readonly Compared[]> {
  const slugs = presets.map(({ slug }) => slug);
  return {
    meaning: 'Up to three scenarios to compare with: a preset, or the address part of a scenario.',
    schema: { type: 'array', items: { type: 'string' }, maxItems: MOST_COMPARED },
    allowed: `Up to ${MOST_COMPARED} scenarios: ${slugs.join(', ')}, or the address part of another one, such as "preset=${slugs[0]}&${Object.keys(model.assumptions)[0]}=…".`,
    read: (texts) => {
      const read = [...new Set(texts)].map((key) => ({
        key,
        scenario: readKey(model, presets, key),
      }));
      const known = read.filter((one): one is Compared => one.scenario !== null);
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
