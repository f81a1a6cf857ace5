/** The published charts. A new one is one file and one line here. */
import { acceleratorHolders } from './charts/accelerator-holders';
import { chipEfficiency } from './charts/chip-efficiency';
import { chipHalfLife } from './charts/chip-half-life';
import { chipLaunches } from './charts/chip-launches';
import { chipPrices } from './charts/chip-prices';
import { chipSpecifications } from './charts/chip-specifications';
import { eventTimeline, exportControlSteps } from './charts/events';
import { marketConcentration } from './charts/market-concentration';
import { marketShare, shipments } from './charts/market-share';
import { chipsInNotableModels } from './charts/notable-models';
import { nvidiaDataCenterGrowth } from './charts/nvidia-data-center-growth';
import { nvidiaDataCenterRevenue } from './charts/nvidia-data-center-revenue';
import { nvidiaDataCenterShareOfRevenue } from './charts/nvidia-data-center-share-of-revenue';
import { nvidiaGenerations } from './charts/nvidia-generations';
import { nvidiaRecastPlatforms } from './charts/nvidia-recast-platforms';
import { nvidiaRevenueBySegment } from './charts/nvidia-revenue-by-segment';
import { organizationHistory } from './charts/organization-history';
import { organizationsCompared } from './charts/organizations-compared';
import { nvidiaShareOfPapers, papersByNvidiaChip, papersByVendor } from './charts/papers';
import { nvidiaToOthersInPapers } from './charts/papers-ratio';
import { rentalPricesByChip } from './charts/rental-prices';
import { dataCenterRevenueByVendor } from './charts/rival-revenue';
import { shareByDefinition } from './charts/share-by-definition';
import type { PublishedChart } from './published-chart';

export const publishedCharts: readonly PublishedChart[] = [
  marketShare,
  shipments,
  shareByDefinition,
  marketConcentration,
  papersByVendor,
  papersByNvidiaChip,
  nvidiaShareOfPapers,
  nvidiaToOthersInPapers,
  chipHalfLife,
  chipsInNotableModels,
  acceleratorHolders,
  organizationHistory,
  organizationsCompared,
  nvidiaDataCenterRevenue,
  nvidiaDataCenterGrowth,
  nvidiaDataCenterShareOfRevenue,
  nvidiaRevenueBySegment,
  nvidiaRecastPlatforms,
  dataCenterRevenueByVendor,
  nvidiaGenerations,
  chipSpecifications,
  chipEfficiency,
  chipLaunches,
  rentalPricesByChip,
  chipPrices,
  eventTimeline,
  exportControlSteps,
];

/** A published chart by its slug; null when there is none. */
export function getPublishedChart(slug: string): PublishedChart | null {
  return publishedCharts.find((chart) => chart.slug === slug) ?? null;
}
