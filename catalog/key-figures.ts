/**
 * The market in one look: key figures, each the newest of a published chart.
 * Declared here, computed from the same views that the pages show.
 */

import { isWellSourced } from '@/data/sources/origins';
import type { Tracker } from '@/db/connection';
import { papersByVendor } from '@/subjects/papers/papers-by-vendor';
import { nvidiaDataCenterRevenue } from '@/subjects/revenue/nvidia-data-center-revenue';
import { marketShare } from '@/subjects/share/market-share';
import { buildKeyFigure, type FigureDeclaration, type KeyFigure } from '@/views/key-figure';

export const keyFigureDeclarations: readonly FigureDeclaration[] = [
  {
    label: 'Nvidia’s share of AI compute shipped (Epoch AI)',
    chart: marketShare,
    query: { market: 'ai-compute-shipped-epoch' },
    page: '/share',
    series: 'nvidia',
  },
  {
    label: 'Nvidia’s share of data center GPUs, against AMD',
    chart: marketShare,
    query: { market: 'dc-gpu-compute-epoch' },
    page: '/share',
    series: 'nvidia',
  },
  {
    label: 'Nvidia’s share of machine-learning GPUs, as said in 2023',
    chart: marketShare,
    query: { market: 'ml-gpu-newstreet' },
    page: '/share',
    series: 'nvidia',
  },
  {
    label: 'Nvidia’s data center revenue',
    chart: nvidiaDataCenterRevenue,
    query: {},
    page: '/revenue',
    series: 'data-center',
  },
  {
    label: 'Mentions of Nvidia chips in AI papers',
    chart: papersByVendor,
    query: {},
    page: '/papers',
    series: 'nvidia',
  },
  {
    label: 'Nvidia’s share of chip mentions in papers',
    chart: papersByVendor,
    query: { stack: 'percent' },
    page: '/papers',
    series: 'nvidia',
  },
  {
    label: 'Mentions of AMD chips in AI papers',
    chart: papersByVendor,
    query: {},
    page: '/papers',
    series: 'amd',
  },
  {
    label: 'Mentions of Google TPUs in AI papers',
    chart: papersByVendor,
    query: {},
    page: '/papers',
    series: 'google',
  },
];

/**
 * Key figures in the order of declaration; left out where the series is gone, or where the
 * newest figure was read neither at its origin nor in the press.
 */
export async function listKeyFigures(tracker: Tracker): Promise<KeyFigure[]> {
  const figures = await Promise.all(
    keyFigureDeclarations.map((one) => buildKeyFigure(tracker, one)),
  );
  return figures.filter(
    (figure): figure is KeyFigure =>
      figure !== null && (figure.source === null || isWellSourced(figure.source)),
  );
}
