/** The datasets' words for how a figure came about → those that charts and files use. */
import type { FigureKind } from '@/charts/figure-kind';

const kinds: Readonly<Record<string, FigureKind>> = {
  measured: 'measured',
  reported: 'measured',
  derived: 'derived',
  rounded: 'measured',
  official: 'statement',
  'company-statement': 'statement',
  'vendor-claim': 'statement',
  'lower-bound': 'measured',
  projection: 'projection',
};

/** Whatever nobody counted or filed is an estimate. */
export function toFigureKind(kind: string): FigureKind {
  return kinds[kind] ?? 'estimate';
}
