/** How long something took, and how several such times spread. */
import { quantile } from 'd3-array';

/** Milliseconds until it is done. */
export async function measure(act: () => unknown): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

/** The figure below which this share of them lies; NaN where there are none. */
export function toQuantile(figures: readonly number[], share: number): number {
  return quantile(figures, share) ?? Number.NaN;
}

export function toMedian(figures: readonly number[]): number {
  return toQuantile(figures, 0.5);
}

/** One measured figure next to its goal; a missed one is the bench's exit code. */

type Goal =
  | { readonly unit: string; readonly most: number }
  | { readonly unit: string; readonly least: number };

export function report(what: string, value: number, goal: Goal): void {
  const reached = 'most' in goal ? value <= goal.most : value >= goal.least;
  const wanted = 'most' in goal ? `at most ${goal.most}` : `at least ${goal.least}`;
  const shown = value < 10 ? value.toFixed(2) : value.toFixed(0);
  console.log(
    `${what}: ${shown} ${goal.unit} (goal ${wanted} ${goal.unit}${reached ? '' : ', MISSED'})`,
  );
  if (!reached) process.exitCode = 1;
}
