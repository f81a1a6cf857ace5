/** What stands on a card of the article’s page: a figure then, the same now, and a picture. */
import type { ClaimRow } from '@/db/queries/article';
import { formatValue, type Unit } from '@/units/format-value';

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

/** The picture on a card, in pixels. */
export const CARD = { width: 240, height: 56 } as const;

/** The chip the article is about. */
export const CHIP = 'a100';

/** The figure as the article words it, "more than 21,000", else as it is. */
export function tell({ value, value_text }: ClaimRow, unit: Unit): string {
  return value_text ?? formatValue(value, unit);
}
