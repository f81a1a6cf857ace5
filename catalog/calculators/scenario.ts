/**
 * A calculator as its address fills it in: a preset, changed where the address
 * says so. What cannot be read stays as the preset has it and is explained.
 */

import { type Correction, first, type Query } from '@/address/parameters';
import { type EstimateModel, listUsed, type Ranges, type Ways } from '@/estimates/model';
import { formatRange, type RangeIssue } from '@/estimates/parse-range';
import { readFields } from '@/estimates/read-fields';
import type { Preset } from './preset';

export interface Scenario {
  readonly preset: Preset;
  readonly ways: Ways;
  /** What stands in the fields, of all assumptions, in the model's order. */
  readonly texts: Readonly<Record<string, string>>;
  readonly ranges: Ranges;
  readonly issues: Readonly<Record<string, RangeIssue>>;
  /** The parameters that differ from the first preset: the scenario's address. */
  readonly canonical: Readonly<Record<string, string>>;
  /** What stands in the fields of `issues`, which is no part of the scenario. */
  readonly unread: Readonly<Record<string, string>>;
  /** Names of the assumptions that differ from the preset. */
  readonly changed: readonly string[];
  /** The preset's name, with a remark where something was changed. */
  readonly name: string;
  readonly corrections: readonly Correction[];
}

/** Reads a scenario; of a repeated parameter the first counts. There is at least one preset. */
export function readScenario(
  model: EstimateModel,
  presets: readonly Preset[],
  query: Query,
): Scenario {
  const corrections: Correction[] = [];
  const [standard] = presets;
  if (!standard) throw new Error(`The data holds no preset for ${model.slug}.`);
  const asked = first(query.preset);
  const preset = presets.find(({ slug }) => slug === asked) ?? standard;
  if (asked !== undefined && asked !== preset.slug) {
    corrections.push({ parameter: 'preset', found: asked, used: preset.slug });
  }
  const ways = Object.fromEntries(
    Object.entries(model.ways).map(([name, { options, preferred }]) => {
      const standing = preset.ways[name] ?? preferred;
      const found = first(query[name]);
      if (found === undefined || Object.hasOwn(options, found)) return [name, found ?? standing];
      corrections.push({ parameter: name, found, used: standing });
      return [name, standing];
    }),
  );
  const fallback = Object.fromEntries(
    Object.entries(preset.given).map(([name, { range }]) => [name, range]),
  );
  const standing = toTexts(model, fallback);
  const texts = Object.fromEntries(
    Object.keys(standing).map((name) => [name, first(query[name]) ?? standing[name]!]),
  );
  const { ranges, issues } = readFields(model, ways, texts, fallback);
  const changed = listUsed(model, ways).filter(
    (name) => !issues[name] && texts[name]!.trim() !== standing[name],
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
    corrections,
  };
}

/** What the fields show for these ranges. */
export function toTexts(model: EstimateModel, ranges: Ranges): Record<string, string> {
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
