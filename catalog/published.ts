/** The published charts. A new one is one file and one line here. */
import { acceleratorHolders } from './charts/accelerator-holders';
import { chipEfficiency } from './charts/chip-efficiency';
import { chipHalfLife } from './charts/chip-half-life';
import { chipLaunches } from './charts/chip-launches';
import { chipPrices } from './charts/chip-prices';
import { chipSpecifications } from './charts/chip-specifications';
import { chipsInNotableModels } from './charts/chips-in-notable-models';
import { dataCenterRevenueByVendor } from './charts/data-center-revenue-by-vendor';
import { eventTimeline } from './charts/event-timeline';
import { exportControlSteps } from './charts/export-controls';
import { marketConcentration } from './charts/market-concentration';
import { marketShare } from './charts/market-share';
import { nvidiaDataCenterGrowth } from './charts/nvidia-data-center-growth';
import { nvidiaDataCenterRevenue } from './charts/nvidia-data-center-revenue';
import { nvidiaDataCenterShareOfRevenue } from './charts/nvidia-data-center-share-of-revenue';
import { nvidiaGenerations } from './charts/nvidia-generations';
import { nvidiaRecastPlatforms } from './charts/nvidia-recast-platforms';
import { nvidiaRevenueBySegment } from './charts/nvidia-revenue-by-segment';
import { nvidiaShareOfPapers } from './charts/nvidia-share-of-papers';
import { nvidiaToOthersInPapers } from './charts/nvidia-to-others-in-papers';
import { organizationHistory } from './charts/organization-history';
import { organizationsCompared } from './charts/organizations-compared';
import { papersByNvidiaChip } from './charts/papers-by-nvidia-chip';
import { papersByVendor } from './charts/papers-by-vendor';
import { rentalPricesByChip } from './charts/rental-prices';
import { shareByDefinition } from './charts/share-by-definition';
import { shipments } from './charts/shipments';
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
