/** A vendor's key figures: the same charts for every vendor, those that know it. */
import type { Tracker } from '@/db/connection';
import { buildKeyFigure, type FigureDeclaration, type KeyFigure } from '@/views/key-figure';
import { papersByVendor } from '../papers/papers-by-vendor';
import { dataCenterRevenueByVendor } from '../revenue/data-center-revenue-by-vendor';
import { marketShare } from '../share/market-share';
import { shipments } from '../share/shipments';
import type { RevenueLine } from './vendor-revenue';

type Declaration = Omit<FigureDeclaration, 'series' | 'page' | 'changes'>;

const declarations: readonly Declaration[] = [
  {
    label: 'Share of AI compute shipped, among four designers',
    chart: marketShare,
    query: { market: 'ai-compute-shipped-epoch' },
  },
  {
    label: 'Share of AI cards in China',
    chart: marketShare,
    query: { market: 'china-ai-cards-idc' },
  },
  {
    label: 'Share of all PC graphics processors',
    chart: marketShare,
    query: { market: 'jpr-pc-gpu-total' },
  },
  {
    label: 'AI chips shipped in a quarter',
    chart: shipments,
    query: { shipments: 'ai-chip-units-epoch' },
  },
  { label: 'Data-center revenue in a quarter', chart: dataCenterRevenueByVendor, query: {} },
  { label: 'Mentions of its chips in AI papers, a year', chart: papersByVendor, query: {} },
];

/**
 * In the order of declaration; a figure that no source gives of the vendor is left out.
 * Revenue takes its growth from the vendor's lines, which know what is rounded.
 */
export async function listVendorFigures(
  tracker: Tracker,
  vendor: string,
  lines: readonly RevenueLine[],
): Promise<KeyFigure[]> {
  const changes = new Map(
    lines.flatMap(({ series, growth }) =>
      growth
        ? [[series, `${growth.change} on the year${growth.isPublished ? ', as published' : ''}`]]
        : [],
    ) as [string, string][],
  );
  const figures = await Promise.all(
    declarations.map((one) =>
      buildKeyFigure(tracker, {
        ...one,
        series: vendor,
        page: `/charts/${one.chart.slug}`,
        alone: true,
        changes,
      }),
    ),
  );
  return figures.filter((figure) => figure !== null);
}
