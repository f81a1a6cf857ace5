/** What stands on a card of the article’s page: a figure then, the same now, and a picture. */

/** A figure of the article and what became of it. */
export interface ThenAndNow {
  /** The claim that holds the figure. */
  readonly claim: string;
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
