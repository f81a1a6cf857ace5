/**
 * Rows of datasets → what pictures and files show of them: how a figure came about, where it
 * is from, and rows as series.
 */
import { groups } from 'd3-array';
import { toEvidenceHref } from '@/address/links';
import { hasValue, type Point, type Series } from '@/charts/model';
import type { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import type { Column, Contract, ValueOf } from '@/data/contract';
import type { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import type { gpuMarketShare } from '@/data/gpu-market-share/contract';
import type { gpuShipments } from '@/data/gpu-shipments/contract';
import type { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import type { rivalRevenue } from '@/data/rival-revenue/contract';
import { type FigureKind, isEstimate, toWeakestKind } from '@/units/figure-kind';

/** Contracts whose rows say in `kind` how their figure came about. */
type KindOf<D extends { columns: { kind: Column } }> = ValueOf<D['columns']['kind']>;
export type RowKind =
  | KindOf<typeof chipUsageInPapers>
  | KindOf<typeof gpuHoldings>
  | KindOf<typeof gpuHoldingsHistory>
  | KindOf<typeof gpuMarketShare>
  | KindOf<typeof gpuShipments>
  | KindOf<typeof nvidiaRevenue>
  | KindOf<typeof rivalRevenue>;

const kinds = {
  measured: 'measured',
  reported: 'measured',
  rounded: 'measured',
  'lower-bound': 'measured',
  derived: 'derived',
  official: 'statement',
  'company-statement': 'statement',
  'vendor-claim': 'statement',
  'analyst-estimate': 'estimate',
  'index-estimate': 'estimate',
  'press-estimate': 'estimate',
  'press-report': 'estimate',
  'model-estimate': 'modeled',
  projection: 'projection',
} as const satisfies Record<RowKind, FigureKind>;

export function toFigureKind(kind: RowKind): FigureKind {
  return kinds[kind];
}

/** What every figure of a picture says of the row it is from. */
export function toRowFigure(
  contract: Contract,
  row: { readonly kind: RowKind; readonly source: string; readonly note: string | null },
) {
  return {
    kind: toFigureKind(row.kind),
    source: row.source,
    note: row.note,
    evidence: toEvidenceHref(contract, row),
  };
}

/** A series for each name that `by` gives, in the order of its first row; not yet aligned. */
export function toSeriesBy<Row>(
  rows: readonly Row[],
  {
    by,
    look,
    toPoint,
  }: {
    by: (row: Row) => string;
    look: (id: string) => Pick<Series, 'label' | 'short' | 'color'>;
    toPoint: (row: Row) => Point;
  },
): Series[] {
  return groups(rows, by).map(([id, own]) => ({
    id,
    ...look(id),
    points: own.map(toPoint),
  }));
}

/** The kind of what several rows make up: that of the least firm. */
export function toKindOf(rows: readonly { readonly kind: RowKind }[]): FigureKind {
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
