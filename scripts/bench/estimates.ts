/** How long the 10,000 draws of an estimate take, every assumption a range. */
import type { AssumptionRanges, EstimateModel, Ways } from '@/estimates/model';
import { estimateModels } from '@/estimates/models';
import { DRAWS, simulate } from '@/estimates/simulate';
import { toMedian } from './support/measure';

const ROUNDS = 30;
const GOAL_MS = 50;

export async function run(): Promise<void> {
  for (const model of Object.values<EstimateModel>(estimateModels)) measure(model);
}

function measure(model: EstimateModel) {
  // Any figures do: the formulas take the same time for all.
  const ranges: AssumptionRanges = Object.fromEntries(
    Object.entries(model.assumptions).map(([name, { min, max }]) => {
      const low = Math.max(min, 1);
      return [name, { low, high: Math.min(max, low * 2) }];
    }),
  );
  const ways: Ways = Object.fromEntries(
    Object.entries(model.ways).map(([name, { preferred }]) => [name, preferred]),
  );
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    simulate(model, ranges, ways);
    return performance.now() - begun;
  });
  const [middle, worst] = [toMedian(times), Math.max(...times)];
  const reached = worst <= GOAL_MS;
  console.log(
    `${model.slug}: ${DRAWS.toLocaleString('en')} draws of ${Object.keys(ranges).length} ranges in ${middle.toFixed(1)} ms, at worst ${worst.toFixed(1)} ms (goal ${GOAL_MS} ms${reached ? '' : ', MISSED'})`,
  );
  if (!reached) process.exitCode = 1;
}
