/** Words and colors for sorts of chips, of their prices and of export states. */
import type { ColorName } from '@/charts/colors';
import { chips } from '@/data/chips/contract';
import { toLabels } from '@/data/contract';
import type { ChipRow } from './queries';

export const chipKinds = toLabels(chips.columns.kind);

type PriceKind = NonNullable<ChipRow['price_kind']>;

export const priceKinds = toLabels(chips.columns.price_kind);

export const priceKindColors = {
  msrp: 'intel',
  street: 'google',
  analyst: 'startups',
  'cost-estimate': 'other',
  'system-share': 'microsoft',
} satisfies Record<PriceKind, ColorName>;

export const exportStates = toLabels(chips.columns.export_controlled_to_china);
