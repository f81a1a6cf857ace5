/**
 * The registry of datasets. A reference points at a dataset further up, or at its
 * own, so that loading in this order never meets an unknown key.
 */

import { aliases } from './aliases/contract';
import { annotations } from './annotations/contract';
import { articleClaims } from './article-claims/contract';
import { calculatorAssumptions } from './calculator-assumptions/contract';
import { chipSales } from './chip-sales/contract';
import { chipUsageInPapers } from './chip-usage-in-papers/contract';
import { chips } from './chips/contract';
import { chipsInNotableModels } from './chips-in-notable-models/contract';
import { claimAnswers } from './claim-answers/contract';
import type { Contract } from './contract';
import { contractedPower } from './contracted-power/contract';
import { corrections } from './corrections/contract';
import { costScenarios } from './cost-scenarios/contract';
import { dataCenterChips } from './data-center-chips/contract';
import { dataCenterTimelines } from './data-center-timelines/contract';
import { dataCenterUsers } from './data-center-users/contract';
import { dataCenters } from './data-centers/contract';
import { events } from './events/contract';
import { exportControls } from './export-controls/contract';
import { findingValues } from './finding-values/contract';
import { findings } from './findings/contract';
import { freshness } from './freshness/contract';
import { gpuHoldings } from './gpu-holdings/contract';
import { gpuHoldingsHistory } from './gpu-holdings-history/contract';
import { gpuMarketShare } from './gpu-market-share/contract';
import { gpuShipments } from './gpu-shipments/contract';
import { indexEditions } from './index-editions/contract';
import { marketReactions } from './market-reactions/contract';
import { markets } from './markets/contract';
import { modelChips } from './model-chips/contract';
import { modelsWithHardware } from './models-with-hardware/contract';
import { notableModelCoverage } from './notable-model-coverage/contract';
import { nvidiaRevenue } from './nvidia-revenue/contract';
import { organizations } from './organizations/contract';
import { ownerTotals } from './owner-totals/contract';
import { paperStatements } from './paper-statements/contract';
import { publisherNames } from './publisher-names/contract';
import { rentalPrices } from './rental-prices/contract';
import { rivalRevenue } from './rival-revenue/contract';
import { sources } from './sources/contract';
import { synonyms } from './synonyms/contract';
import { systems } from './systems/contract';
import { top500ByChip } from './top500-by-chip/contract';
import { vendors } from './vendors/contract';

export const datasets = [
  sources,
  vendors,
  chips,
  organizations,
  markets,
  gpuMarketShare,
  gpuShipments,
  chipSales,
  indexEditions,
  chipUsageInPapers,
  chipsInNotableModels,
  notableModelCoverage,
  modelsWithHardware,
  modelChips,
  top500ByChip,
  contractedPower,
  gpuHoldings,
  gpuHoldingsHistory,
  ownerTotals,
  dataCenters,
  dataCenterUsers,
  dataCenterTimelines,
  dataCenterChips,
  nvidiaRevenue,
  rivalRevenue,
  marketReactions,
  events,
  exportControls,
  systems,
  rentalPrices,
  costScenarios,
  paperStatements,
  articleClaims,
  claimAnswers,
  aliases,
  synonyms,
  calculatorAssumptions,
  publisherNames,
  findings,
  findingValues,
  freshness,
  annotations,
  corrections,
] satisfies readonly Contract[];
