/** Claims that a calculator works out: which of its presets was built from them. */

import { toHref } from '@/address/href';
import type { Tracker } from '@/db/connection';
import { getCalculator, listPresets } from '../calculators/calculators';
import { listClaimAnswers } from './queries';

export interface WorkingModel {
  readonly name: string;
  readonly href: string;
}

/** Claim → its models in the order of the answers; a preset that is gone is left out. */
export async function listWorkingModels(
  tracker: Tracker,
): Promise<ReadonlyMap<string, readonly WorkingModel[]>> {
  const models = new Map<string, WorkingModel[]>();
  for (const { claim, shows, of, chart } of await listClaimAnswers(tracker.orm)) {
    const calculator = shows === 'calculator' ? getCalculator(chart ?? '') : null;
    if (!calculator) continue;
    const presets = await listPresets(tracker, calculator);
    const preset = presets.find(({ slug }) => slug === of);
    if (!preset) continue;
    const isFirst = preset === presets[0];
    const href = toHref(`/calculators/${calculator.slug}`, { preset: isFirst ? null : of });
    models.set(claim, [...(models.get(claim) ?? []), { name: preset.name, href }]);
  }
  return models;
}
