/** What pages show of a claim compared: a figure then, the same now, and a picture; a figure of today. */

import { formatValue, type Unit } from '@/units/format-value';
import type { ClaimRow } from './queries';

/** A figure of the article and what became of it. */
export interface ThenAndNow {
  /** The claim that holds the figure; null where the data alone tell of then. */
  readonly claim: string | null;
  readonly label: string;
  readonly told: string;
  readonly told_when: string;
  readonly now: string;
  readonly now_when: string;
  /** What must be known to compare the two, and what the picture shows. */
  readonly remark: string;
  readonly href: string;
  /** An SVG; null where there are fewer than two figures. */
  readonly spark: string | null;
}

/** A figure of today beside a claim. */
export interface Today {
  readonly label: string;
  readonly value: string;
  readonly period: string;
  readonly href: string;
}

/** The picture on a card, in pixels. */
export const CARD = { width: 240, height: 56 } as const;

/** The chip the article is about. */
export const CHIP = 'a100';

/** The figure as the article words it, "more than 21,000", else as it is. */
export function tell({ value, value_text }: ClaimRow, unit: Unit): string {
  return value_text ?? formatValue(value, unit);
}
