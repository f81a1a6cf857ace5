/** The published charts. A new one is one file and one line here. */

import { stockReactions } from '@/subjects/article/stock-reactions';
import { chipLaunches } from '@/subjects/chips/chip-launches';
import { chipEfficiency, chipSpecifications } from '@/subjects/chips/chip-specifications';
import { nvidiaGenerations } from '@/subjects/chips/nvidia-generations';
import { chipsUnderControl } from '@/subjects/events/export-controls';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { organizationHistory } from '@/subjects/holdings/organization-history';
import { organizationsCompared } from '@/subjects/holdings/organizations-compared';
import { organizationsCounted } from '@/subjects/holdings/organizations-counted';
import { ownersOverTime } from '@/subjects/holdings/owners-over-time';
import { notableModelChips } from '@/subjects/papers/chips-in-notable-models';
import { papersByNvidiaChip } from '@/subjects/papers/papers-by-nvidia-chip';
import { papersByVendor } from '@/subjects/papers/papers-by-vendor';
import { chipPrices } from '@/subjects/prices/chip-prices';
import { rentalPricesByChip } from '@/subjects/prices/rental-prices';
import { figuresThatFit } from '@/subjects/reconciliation/figures-that-fit';
import { revisions } from '@/subjects/reconciliation/revisions';
import { dataCenterRevenueByVendor } from '@/subjects/revenue/data-center-revenue-by-vendor';
import {
  nvidiaDataCenterRevenue,
  nvidiaDataCenterShareOfRevenue,
} from '@/subjects/revenue/nvidia-data-center-revenue';
import { nvidiaRevenueBySegment } from '@/subjects/revenue/nvidia-segments';
import { chipsSold } from '@/subjects/share/chips-sold';
import { marketShare } from '@/subjects/share/market-share';
import { shareByDefinition } from '@/subjects/share/share-by-definition';
import { shipments } from '@/subjects/share/shipments';
import { dataCenterHistory } from '@/subjects/sites/data-center-history';
import { dataCenterMap } from '@/subjects/sites/data-center-map';
import { dataCentersOverTime } from '@/subjects/sites/data-centers-over-time';
import { largestDataCenters } from '@/subjects/sites/largest-data-centers';
import { ownersAndUsers } from '@/subjects/sites/owners-and-users';
import type { PublishedChart } from '@/views/published-chart';

export const publishedCharts: readonly PublishedChart[] = [
  marketShare,
  shipments,
  chipsSold,
  shareByDefinition,
  papersByVendor,
  papersByNvidiaChip,
  notableModelChips,
  acceleratorHolders,
  ownersOverTime,
  organizationHistory,
  organizationsCounted,
  organizationsCompared,
  dataCentersOverTime,
  largestDataCenters,
  ownersAndUsers,
  dataCenterMap,
  dataCenterHistory,
  nvidiaDataCenterRevenue,
  nvidiaDataCenterShareOfRevenue,
  nvidiaRevenueBySegment,
  dataCenterRevenueByVendor,
  stockReactions,
  nvidiaGenerations,
  chipSpecifications,
  chipEfficiency,
  chipLaunches,
  rentalPricesByChip,
  chipPrices,
  chipsUnderControl,
  figuresThatFit,
  revisions,
];

/** A published chart by its slug; null when there is none. */
export function getPublishedChart(slug: string): PublishedChart | null {
  return publishedCharts.find((chart) => chart.slug === slug) ?? null;
}
