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
