/** Words and colours for sorts of chips, prices and events; which of them may share a line. */
import type { ColourName } from '@/charts/colours';
import { chips } from '@/data/chips/contract';
import { toLabels } from '@/data/contract';
import { events } from '@/data/events/contract';
import { exportControls } from '@/data/export-controls/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { systems } from '@/data/systems/contract';
import type { ChipRow } from '@/db/queries/chips';
import type { EventRow } from '@/db/queries/events';
import type { RentalPriceRow } from '@/db/queries/rental-prices';

export const chipKinds = toLabels(chips.columns.kind);

type PriceKind = NonNullable<ChipRow['price_kind']>;

export const priceKinds = toLabels(chips.columns.price_kind);

export const priceKindColours = {
  msrp: 'intel',
  street: 'google',
  analyst: 'startups',
  'cost-estimate': 'other',
  'system-share': 'microsoft',
} satisfies Record<PriceKind, ColourName>;

export const systemPriceKinds = toLabels(systems.columns.price_kind);

export const exportStates = toLabels(chips.columns.export_controlled_to_china);

export const controlMeasures = toLabels(exportControls.columns.measure);

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

export const eventCategories = toLabels(events.columns.category);

export const categoryColours = {
  launch: 'nvidia',
  'export-control': 'amd',
  earnings: 'intel',
  deal: 'startups',
  policy: 'google',
  market: 'microsoft',
  research: 'apple',
} satisfies Record<EventRow['category'], ColourName>;
