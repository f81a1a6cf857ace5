/** The calculators. A new one is its model and one line here. */
import type { EstimateModel } from './model';
import { replacementModel } from './replacement';
import { servingModel } from './serving';
import { trainingModel } from './training';

export const estimateModels = {
  inference: servingModel,
  training: trainingModel,
  replacement: replacementModel,
} satisfies Record<string, EstimateModel>;

export type CalculatorSlug = keyof typeof estimateModels;
