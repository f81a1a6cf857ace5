/**
 * The registry of datasets. A reference points at a dataset further up, or at its
 * own, so that loading in this order never meets an unknown key.
 */
import { chips } from './chips/contract';
import type { Contract } from './contract';
import { gpuMarketShare } from './gpu-market-share/contract';
import { markets } from './markets/contract';
import { nvidiaRevenue } from './nvidia-revenue/contract';
import { sources } from './sources/contract';
import { vendors } from './vendors/contract';

export const datasets = [
  sources,
  vendors,
  chips,
  markets,
  gpuMarketShare,
  nvidiaRevenue,
] satisfies readonly Contract[];
