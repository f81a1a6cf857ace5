/** Claims that a calculator works out: which of its presets was built from them. */

import { toHref } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { type CalculatorSlug, estimateModels } from '@/estimates/models';
import { getCalculator, listPresets } from '../calculators/calculators';

export interface WorkingModel {
  readonly name: string;
  readonly href: string;
}

/** Calculator → preset → claims. */
const built: Readonly<Record<CalculatorSlug, Readonly<Record<string, readonly string[]>>>> = {
  inference: {
    bing: ['claim-26', 'claim-27', 'claim-28', 'claim-29'],
    'google-scale': ['claim-30', 'claim-31', 'claim-32'],
  },
  training: {
    'article-sd-training': ['claim-33', 'claim-34', 'claim-35', 'claim-36', 'claim-37'],
    'sd-v1': ['claim-36'],
  },
};

/** Claim → its models in the order of declaration; a preset that is gone is left out. */
export async function listWorkingModels(
  tracker: Tracker,
): Promise<ReadonlyMap<string, readonly WorkingModel[]>> {
  const models = new Map<string, WorkingModel[]>();
  for (const calculator of Object.keys(estimateModels).map(getCalculator)) {
    if (!calculator) continue;
    const presets = await listPresets(tracker, calculator);
    for (const [slug, claims] of Object.entries(built[calculator.slug])) {
      const preset = presets.find((one) => one.slug === slug);
      if (!preset) continue;
      const isFirst = preset === presets[0];
      const href = toHref(`/calculators/${calculator.slug}`, { preset: isFirst ? null : slug });
      for (const claim of claims) {
        models.set(claim, [...(models.get(claim) ?? []), { name: preset.name, href }]);
      }
    }
  }
  return models;
}
