/** The datasets' words for how a figure came about → the three that a drawing shows. */
import type { FigureKind } from '@/charts/model';

const kinds: Readonly<Record<string, FigureKind>> = {
  measured: 'measured',
  reported: 'measured',
  derived: 'measured',
  rounded: 'measured',
  official: 'measured',
  'lower-bound': 'measured',
  projection: 'projection',
};

/** Whatever nobody counted or filed is an estimate. */
export function toFigureKind(kind: string): FigureKind {
  return kinds[kind] ?? 'estimate';
}
