/** What a figure is in a picture of any kind. */

import { type FigureKind, kindWords } from '@/units/figure-kind';
import { formatValue, type Unit } from '@/units/format-value';
import type { Period } from '@/units/period';
import type { ColorName } from '../colors';

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

/** A series, row, group or place that has a name: others step back where it is to stand out. */
export interface Named {
  readonly id: string;
  readonly label: string;
  /** Whether it steps back, gray, for others. */
  readonly isBack?: boolean;
}

/** A reader’s own words at a place of a picture, never taken for ours. */
export interface Remark {
  /** The label of a period, or the id of something named. */
  readonly place: string;
  /** The place for people: "Q1 2024", "Meta". */
  readonly label: string;
  readonly text: string;
  /** What of the picture it speaks of: labels of periods, or ids. */
  readonly at: readonly string[];
}

/** Those of a model in the order of the address; of an estimate none. */
export const listRemarks = (model: object): readonly Remark[] =>
  (model as { readonly remarks?: readonly Remark[] }).remarks ?? [];

/** What can stand out in models of a kind. */
export interface Names<Model> {
  list(model: Model): readonly Named[];
  /** The model with everything else in the gray of what steps back. */
  recede(model: Model, ids: readonly string[]): Model;
}

/** What a hit of a drawing is of. */
export interface Spot {
  /** Of what is named, the narrowest first. */
  readonly ids: readonly string[];
  /** null where the picture has no time. */
  readonly period: Period | null;
}

type Painted = Named & { readonly color?: ColorName; readonly ghostOf?: string };

/** Of models that hold what is named under this key. */
export function declareNames<Model, Key extends keyof Model>(
  key: Key & (Model[Key] extends readonly Named[] ? Key : never),
): Names<Model> {
  const list = (model: Model) => model[key] as readonly Painted[];
  return {
    // A newer vintage has the name of the older one.
    list: (model) => list(model).filter(({ ghostOf }) => ghostOf === undefined),
    recede: (model, ids) => ({
      ...model,
      [key]: list(model).map((one) =>
        ids.includes(one.ghostOf ?? one.id)
          ? one
          : { ...one, isBack: true, ...(one.color && { color: 'back' }) },
      ),
    }),
  };
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
