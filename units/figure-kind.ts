/** How a figure came about: the same words in hover text, tables and files as in its evidence. */

/**
 * From the firmest to the least firm. `derived` follows by arithmetic from firm
 * figures, ours included; a `statement` is what a company says of itself; a `modeled`
 * figure is the middle of a model's range, and known to two digits at the most.
 */
export const figureKinds = [
  'measured',
  'derived',
  'statement',
  'estimate',
  'modeled',
  'projection',
] as const;

export type FigureKind = (typeof figureKinds)[number];

/** Firm figures are drawn filled, the others hollow or dashed. */
export const isFirm = (kind: FigureKind): boolean => kind === 'measured' || kind === 'derived';

/** Somebody's estimate of what was, by a model or without one. */
export const isEstimate = (kind: FigureKind): boolean => kind === 'estimate' || kind === 'modeled';

/** What is said of a figure in passing; nothing where it was simply measured. */
export const kindWords: Readonly<Record<FigureKind, string | null>> = {
  measured: null,
  derived: 'derived',
  statement: 'a statement',
  estimate: 'estimate',
  modeled: 'modeled estimate',
  projection: 'projected',
};

/**
 * A figure as files hold it: what was measured or stated as in the data, what was computed
 * from it with six significant digits, though never with fewer than its whole part has.
 */
export function toPublished(value: number | null, kind: FigureKind): number | null {
  if (value === null || Number.isInteger(value)) return value;
  if (kind === 'measured' || kind === 'statement') return value;
  const whole = Math.floor(Math.log10(Math.abs(value))) + 1;
  return Number(value.toPrecision(Math.max(PUBLISHED_DIGITS, whole)));
}

const PUBLISHED_DIGITS = 6;

/** A figure is no firmer than the least firm of its parts. */
export function toWeakestKind(parts: readonly { readonly kind: FigureKind }[]): FigureKind {
  const weakest = Math.max(0, ...parts.map(({ kind }) => figureKinds.indexOf(kind)));
  return figureKinds[weakest]!;
}
