/** The datasets' words for how a figure came about → those that charts and files use. */
import { hasValue, type Series } from '@/charts/model';
import { type FigureKind, isEstimate, toWeakestKind } from '@/units/figure-kind';

const kinds: Readonly<Record<string, FigureKind>> = {
  measured: 'measured',
  reported: 'measured',
  derived: 'derived',
  rounded: 'measured',
  official: 'statement',
  'company-statement': 'statement',
  'vendor-claim': 'statement',
  'lower-bound': 'measured',
  'model-estimate': 'modeled',
  projection: 'projection',
};

/** Whatever nobody counted or filed is an estimate. */
export function toFigureKind(kind: string): FigureKind {
  return kinds[kind] ?? 'estimate';
}

/** The kind of what several rows make up: that of the least firm. */
export function toKindOf(rows: readonly { readonly kind: string }[]): FigureKind {
  return toWeakestKind(rows.map(({ kind }) => ({ kind: toFigureKind(kind) })));
}

/**
 * What a picture must say that rests on estimates: a picture leaves the page whose
 * words say so. Projections have their own sign.
 */
export function noteEstimates(figures: readonly { readonly kind: FigureKind }[]): string[] {
  const settled = figures.filter(({ kind }) => kind !== 'projection');
  const estimates = settled.filter(({ kind }) => isEstimate(kind)).length;
  if (estimates === 0) return [];
  return estimates === settled.length
    ? ['All figures are estimates.']
    : [`${estimates} of ${settled.length} figures are estimates.`];
}

/** The same for lines. */
export function noteEstimatesOf(series: readonly Series[]): string[] {
  return noteEstimates(series.flatMap(({ points }) => points.filter(hasValue)));
}
