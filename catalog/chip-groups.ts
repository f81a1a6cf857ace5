/** Words and colours for sorts of chips, prices and events; which of them may share a line. */
import type { ColourName } from '@/charts/colours';
import type { ChipRow, SystemRow } from '@/db/queries/chips';
import type { EventRow } from '@/db/queries/events';
import type { ExportControl } from '@/db/queries/export-controls';
import type { RentalPriceRow } from '@/db/queries/rental-prices';

export const chipKinds = {
  'datacenter-gpu': 'Data-centre GPUs',
  'workstation-gpu': 'Workstation GPUs',
  'consumer-gpu': 'Consumer GPUs',
  'embedded-gpu': 'Embedded GPUs',
  tpu: 'TPUs',
  asic: 'Other AI chips',
  npu: 'Chinese NPUs',
  mixed: 'Mixed',
} satisfies Record<ChipRow['kind'], string>;

type PriceKind = NonNullable<ChipRow['price_kind']>;

export const priceKinds = {
  msrp: 'List price',
  street: 'Reseller',
  analyst: 'Analyst’s estimate',
  'cost-estimate': 'Estimate of its cost, not sold',
  'system-share': 'Share of a server',
} satisfies Record<PriceKind, string>;

export const priceKindColours = {
  msrp: 'intel',
  street: 'google',
  analyst: 'startups',
  'cost-estimate': 'other',
  'system-share': 'microsoft',
} satisfies Record<PriceKind, ColourName>;

export const systemPriceKinds = {
  list: 'list price',
  reseller: 'reseller’s price',
  analyst: 'analyst’s estimate',
} satisfies Record<NonNullable<SystemRow['price_kind']>, string>;

export const exportStates = {
  yes: 'Licence needed',
  partly: 'Licensable or excepted',
  no: 'Not controlled',
} satisfies Record<NonNullable<ChipRow['export_controlled_to_china']>, string>;

export const controlMeasures = {
  licence: 'Licence needed',
  'entity-list': 'Entity list',
  cap: 'Cap',
  review: 'Case by case',
  relief: 'Eased',
  tariff: 'Tariff',
  withdrawn: 'Withdrawn',
} satisfies Record<ExportControl['measure'], string>;

export const providerKinds = {
  hyperscaler: 'Large clouds',
  'gpu-cloud': 'GPU clouds',
  marketplace: 'Marketplaces',
  index: 'Indices and summaries',
  assumption: 'Assumptions',
} satisfies Record<RentalPriceRow['provider_kind'], string>;

/** No large vendor's colour; of two kinds with one colour the drawing gives each its mark. */
export const providerColours = {
  hyperscaler: 'apple',
  'gpu-cloud': 'startups',
  marketplace: 'apple',
  index: 'startups',
  assumption: 'other',
} satisfies Record<RentalPriceRow['provider_kind'], ColourName>;

export const terms = {
  'on-demand': 'On demand',
  'one-year': 'One year',
  'three-year': 'Three years',
  spot: 'Spot',
  assumed: 'Assumed',
} satisfies Record<RentalPriceRow['term'], string>;

export const eventCategories = {
  launch: 'Launches',
  'export-control': 'Export controls',
  earnings: 'Results',
  deal: 'Deals',
  policy: 'Policy',
  market: 'Milestones',
  research: 'Research',
} satisfies Record<EventRow['category'], string>;

export const categoryColours = {
  launch: 'nvidia',
  'export-control': 'amd',
  earnings: 'intel',
  deal: 'startups',
  policy: 'google',
  market: 'microsoft',
  research: 'apple',
} satisfies Record<EventRow['category'], ColourName>;
