/**
 * A calculator filled in: every assumption with its range and where it comes from,
 * beside the figures that were published for the same thing.
 */
import type { Range, Ways } from '@/estimates/model';

/** Why an assumption has the value it has. */
export interface Origin {
  /**
   * `source`: it stands in a document; `derived`: reckoned from such figures;
   * `judgement`: nobody says, so we assume.
   */
  readonly kind: 'source' | 'derived' | 'judgement';
  /** For people, a clause or a sentence. */
  readonly text: string;
  /** Slug of the source; null for judgments. */
  readonly source: string | null;
}

export interface Given {
  readonly range: Range;
  readonly origin: Origin;
}

/** What somebody published for a result of the model. */
export interface PublishedFigure {
  readonly result: string;
  readonly label: string;
  readonly value: number;
  readonly source: string;
  /** How the estimate is reckoned that it is compared with; none: as the preset does. */
  readonly ways?: Ways;
  /** US dollars per accelerator-hour that a published cost comes to. */
  readonly per_hour?: number;
}

export interface Preset {
  readonly slug: string;
  readonly name: string;
  readonly group: string;
  /** What it shows and how it has to be read, a paragraph each. */
  readonly about: readonly string[];
  readonly ways: Ways;
  readonly given: Readonly<Record<string, Given>>;
  readonly published: readonly PublishedFigure[];
}

export const single = (value: number): Range => ({ low: value, high: value });

/** Solved figures are rounded to three digits: more would pretend to know. */
export const toThreeDigits = (value: number): number => Number(value.toPrecision(3));

/** What is given, without what nobody gives. */
export function dropMissing(given: Readonly<Record<string, Given | null>>): Record<string, Given> {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, Given] => entry[1] !== null),
  );
}
