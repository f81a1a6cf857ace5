/** What a figure is in a picture of any kind. */

import { type FigureKind, kindWords } from '@/units/figure-kind';
import { formatValue, type Unit } from '@/units/format-value';

/** How a figure came about. */
export interface Origin {
  readonly kind: FigureKind;
  /** Slug of the source; null where a figure is computed from several. */
  readonly source: string | null;
  readonly note?: string | null;
  /**
   * Where the figure's evidence stands: the page of its row or, for a figure that
   * we computed, the rows it comes from. Absent where it has neither.
   */
  readonly evidence?: string | null;
}

export interface Figure extends Origin {
  /** null is a missing figure. */
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** What the ends of a model's ranges are. */
export interface Ranges {
  /**
   * `added` where ends of several ranges were added up: outer ranges, wider than the
   * range of the sum. Absent: ranges as their sources give them.
   */
  readonly ranges?: 'added';
}

export function hasValue<P extends { value: number | null }>(
  point: P,
): point is P & { value: number } {
  return point.value !== null;
}

/**
 * "594,470 (451,000–774,000), estimate": a figure with its range and how it came
 * about, where that is not simply measured. A single end is no range: "more than", or
 * "up to".
 */
export function formatReading(figure: Omit<Figure, 'source'>, unit: Unit): string {
  const { value, low = null, high = null, kind } = figure;
  const say = (one: number | null) => formatValue(one, unit, kind);
  const isRange = low !== null && high !== null && low !== high;
  const range = isRange ? ` (${say(low)}–${say(high)})` : '';
  const bound = low !== null && high === null ? '> ' : low === null && high !== null ? '≤ ' : '';
  return [bound + say(value) + range, kindWords[kind]].filter(Boolean).join(', ');
}
