/** Words and colors for sorts of rents, and words for sorts of prices of systems. */
import type { ColorName } from '@/charts/colors';
import { toLabels } from '@/data/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { systems } from '@/data/systems/contract';
import type { RentalPriceRow } from './queries';

export const systemPriceKinds = toLabels(systems.columns.price_kind);

export const providerKinds = toLabels(rentalPrices.columns.provider_kind);

/** No large vendor's color; of two kinds with one color the drawing gives each its mark. */
export const providerColors = {
  hyperscaler: 'apple',
  'gpu-cloud': 'startups',
  marketplace: 'apple',
  index: 'startups',
  assumption: 'other',
} satisfies Record<RentalPriceRow['provider_kind'], ColorName>;

export const terms = toLabels(rentalPrices.columns.term);
