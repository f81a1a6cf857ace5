/** An answer of the search: one card with figures, each with its evidence. */

export interface Answer {
  /** What the figures are of: "Nvidia data-center revenue". */
  readonly title: string;
  /** Read before the figures: that a time can mean two, or that none is known of it. */
  readonly note: string | null;
  /** What the columns of figures are of, where each has several: two chips compared. */
  readonly columns: readonly Place[];
  /** In the order of reading; empty where the answer is its links. */
  readonly figures: readonly AnswerFigure[];
  /** Whose figures they are, in words; null where they have no source. */
  readonly source: string | null;
  /** Where they stand: the chart at that time, the page, the evidence. */
  readonly links: readonly Place[];
}

export interface AnswerFigure {
  /** The period, the market, the measure. */
  readonly label: string;
  /** One for each column; one where there are none. */
  readonly values: readonly string[];
  /** Its change, its range, who says so; null where nothing is to be added. */
  readonly detail: string | null;
  /** Its evidence. */
  readonly href: string | null;
}

export interface Place {
  readonly label: string;
  readonly href: string;
}
