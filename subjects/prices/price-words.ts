/** Words and colors for sorts of rents, and words for sorts of prices of systems. */
import type { ColourName } from '@/charts/colours';
import { toLabels } from '@/data/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { systems } from '@/data/systems/contract';
import type { RentalPriceRow } from './queries';

export const systemPriceKinds = toLabels(systems.columns.price_kind);

export const providerKinds = toLabels(rentalPrices.columns.provider_kind);

/** No large vendor's colour; of two kinds with one colour the drawing gives each its mark. */
export const providerColours = {
  hyperscaler: 'apple',
  'gpu-cloud': 'startups',
  marketplace: 'apple',
  index: 'startups',
  assumption: 'other',
} satisfies Record<RentalPriceRow['provider_kind'], ColourName>;

export const terms = toLabels(rentalPrices.columns.term);
