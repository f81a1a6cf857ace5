/** What single claims would say today: the newest figure of the datasets, with its period. */
import type { Tracker } from '@/db/connection';
import { marketShare } from '../charts/market-share';
import { nvidiaDataCenterGrowth } from '../charts/nvidia-data-center-growth';
import { nvidiaDataCenterRevenue } from '../charts/nvidia-data-center-revenue';
import { nvidiaShareOfPapers } from '../charts/nvidia-share-of-papers';
import { papersByNvidiaChip } from '../charts/papers-by-nvidia-chip';
import { papersByVendor } from '../charts/papers-by-vendor';
import { buildKeyFigure, type FigureDeclaration } from '../key-figures';
import type { ThenAndNow } from './card';
import { listTodayFromRows } from './today-from-rows';

/** A figure of today beside a claim. */
export interface Today {
  readonly label: string;
  readonly value: string;
  readonly period: string;
  readonly href: string;
}

interface Declaration extends Omit<FigureDeclaration, 'page'> {
  readonly claims: readonly string[];
}

const COMPUTE = { market: 'ai-compute-shipped-epoch' } as const;

const declarations: readonly Declaration[] = [
  {
    claims: ['claim-14', 'claim-16'],
    label: 'Growth of Nvidia’s data-center revenue on the year',
    chart: nvidiaDataCenterGrowth,
    query: {},
    series: 'data-center',
  },
  {
    claims: ['claim-58'],
    label: 'Nvidia’s data-center revenue, all chips',
    chart: nvidiaDataCenterRevenue,
    query: {},
    series: 'data-center',
  },
  {
    claims: ['claim-43'],
    label: 'AMD’s share of data-center GPUs, against Nvidia',
    chart: marketShare,
    query: { market: 'dc-gpu-compute-epoch' },
    series: 'amd',
    alone: true,
  },
  {
    claims: ['claim-44'],
    label: 'Google’s share of AI compute shipped, among four designers',
    chart: marketShare,
    query: COMPUTE,
    series: 'google',
    alone: true,
  },
  {
    claims: ['claim-44'],
    label: 'Amazon’s',
    chart: marketShare,
    query: COMPUTE,
    series: 'aws',
    alone: true,
  },
  {
    claims: ['claim-45'],
    label: 'Nvidia’s share of chip mentions in AI papers',
    chart: nvidiaShareOfPapers,
    query: {},
    series: 'nvidia',
  },
  {
    claims: ['claim-47'],
    label: 'AI papers naming the V100',
    chart: papersByNvidiaChip,
    query: {},
    series: 'v100',
    alone: true,
  },
  {
    claims: ['claim-49'],
    label: 'AI papers naming the A100',
    chart: papersByNvidiaChip,
    query: {},
    series: 'a100',
    alone: true,
  },
  {
    claims: ['claim-50'],
    label: 'AI papers naming the RTX 3090',
    chart: papersByNvidiaChip,
    query: { chips: 'other' },
    series: 'rtx-3090',
    alone: true,
  },
  {
    claims: ['claim-45'],
    label: 'Mentions of Google’s TPUs in AI papers',
    chart: papersByVendor,
    query: {},
    series: 'google',
    alone: true,
  },
];

/** Claim → figures of today, none for a claim that the datasets cannot follow. */
export async function listToday(
  tracker: Tracker,
  compared: readonly ThenAndNow[],
): Promise<ReadonlyMap<string, readonly Today[]>> {
  const today = new Map<string, Today[]>();
  const add = (claim: string, one: Today) => today.set(claim, [...(today.get(claim) ?? []), one]);
  for (const { claim, label, now, now_when, href } of compared) {
    if (claim) add(claim, { label, value: now, period: now_when, href });
  }
  for (const [claim, one] of await listTodayFromRows(tracker.orm)) add(claim, one);
  const figures = await Promise.all(
    declarations.map((one) =>
      buildKeyFigure(tracker, { ...one, page: `/charts/${one.chart.slug}` }),
    ),
  );
  for (const [index, figure] of figures.entries()) {
    if (!figure) continue;
    const { label, value, period, href, isEstimate } = figure;
    for (const claim of declarations[index]!.claims) {
      if (claim)
        add(claim, { label, value, period: isEstimate ? `${period}, estimate` : period, href });
    }
  }
  return today;
}
