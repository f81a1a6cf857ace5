/** The registry of importers: publishers' lists that `npm run update` can take over. */

import { epochChipSales } from './chip-sales/import-epoch-chip-sales';
import { epochHardware } from './chips/import-epoch-hardware';
import { epochModels } from './chips-in-notable-models/import-epoch-models';
import { epochDataCenters } from './data-centers/import-epoch-data-centers';
import { epochClusters } from './gpu-holdings/import-epoch-clusters';
import { epochOwners } from './gpu-holdings/import-epoch-owners';
import { stateOfAi } from './gpu-holdings/import-state-of-ai';
import type { Importer } from './importer';
import { gpuRentalPrices } from './rental-prices/import-gpu-rental-prices';

export const upstreams = [
  epochChipSales,
  epochClusters,
  epochDataCenters,
  epochHardware,
  epochModels,
  epochOwners,
  stateOfAi,
  gpuRentalPrices,
] satisfies readonly Importer[];
