/**
 * What a dataset's figures are, and where else the same figure stands: in another
 * edition, from another source, in the period before. Lists such as chips need no
 * declaration; their rows are shown as they are.
 */
import { chipSales } from '@/data/chip-sales/contract';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { chipsInNotableModels } from '@/data/chips-in-notable-models/contract';
import type { Columns, Contract, RowOf } from '@/data/contract';
import { contractedPower } from '@/data/contracted-power/contract';
import { dataCenterChips } from '@/data/data-center-chips/contract';
import { dataCenterTimelines } from '@/data/data-center-timelines/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { gpuShipments } from '@/data/gpu-shipments/contract';
import { modelChips } from '@/data/model-chips/contract';
import { modelsWithHardware } from '@/data/models-with-hardware/contract';
import { notableModelCoverage } from '@/data/notable-model-coverage/contract';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { ownerTotals } from '@/data/owner-totals/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { rivalRevenue } from '@/data/rival-revenue/contract';
import { top500ByChip } from '@/data/top500-by-chip/contract';
import { toListSlug } from '@/subjects/holdings/holder-lists';

export interface Comparison {
  readonly title: string;
  /** The dataset whose rows are listed; the figure's own where absent. */
  readonly dataset?: Contract;
  /** Rows that agree with the figure's row in these columns are listed. */
  readonly same: readonly string[];
  /** Columns that tell the listed rows apart, in order of display. */
  readonly show: readonly string[];
  /** What must be known before comparing. */
  readonly caution?: string;
}

interface EvidenceDeclaration<C extends Columns = Columns> {
  readonly contract: Contract<C>;
  /** Columns that hold figures; the first that is not blank is the headline. */
  readonly figures: readonly (keyof C & string)[];
  readonly low?: keyof C & string;
  readonly high?: keyof C & string;
  /** Columns that say what the figure is of, in the order of speech. */
  readonly subject: readonly (keyof C & string)[];
  readonly comparisons: readonly Comparison[];
  /** Chart → the parameters that show this row, where the plain chart might not. */
  readonly charts?: Readonly<
    Record<string, (row: RowOf<{ columns: C }>) => Readonly<Record<string, string>>>
  >;
}

function declare<const C extends Columns>(declaration: EvidenceDeclaration<C>) {
  // A declaration only ever meets rows of its own dataset.
  return declaration as unknown as EvidenceDeclaration;
}

const OVERLAP = 'The same machines recur in every edition and source: never add these figures.';
const EDITIONS = 'Each edition revises the one before: never join two in one line.';
const OTHER_MARKETS =
  'Each market is defined differently: these are not rival figures for one thing.';

export const evidenceDeclarations: readonly EvidenceDeclaration[] = [
  declare({
    contract: gpuMarketShare,
    figures: ['share_pct'],
    low: 'share_low_pct',
    high: 'share_high_pct',
    subject: ['vendor', 'market', 'period'],
    comparisons: [
      { title: 'The same vendor before and after', same: ['market', 'vendor'], show: ['period'] },
      { title: 'Other vendors in the period', same: ['market', 'period'], show: ['vendor'] },
      {
        title: 'The same vendor and period in other markets',
        same: ['vendor', 'period'],
        show: ['market'],
        caution: OTHER_MARKETS,
      },
    ],
    charts: { 'market-share': ({ market }) => ({ market }) },
  }),
  declare({
    contract: gpuShipments,
    figures: ['units_thousands', 'value_usd_millions'],
    subject: ['vendor', 'market', 'period'],
    comparisons: [
      { title: 'The same vendor before and after', same: ['market', 'vendor'], show: ['period'] },
      { title: 'Other vendors in the period', same: ['market', 'period'], show: ['vendor'] },
    ],
    charts: { shipments: ({ market }) => ({ shipments: market }) },
  }),
  declare({
    contract: chipSales,
    figures: ['units', 'h100e'],
    low: 'units_low',
    high: 'units_high',
    subject: ['chip', 'period', 'edition'],
    comparisons: [
      {
        title: 'The same chip and quarter in other editions',
        same: ['chip', 'period'],
        show: ['edition', 'quarter'],
        caution: EDITIONS,
      },
      { title: 'Before and after', same: ['edition', 'chip'], show: ['period', 'quarter'] },
      {
        title: 'Other chips of the quarter',
        same: ['edition', 'period'],
        show: ['chip', 'quarter'],
        caution: 'Medians of a model: sums of them have no interval.',
      },
    ],
  }),
  declare({
    contract: chipUsageInPapers,
    figures: ['papers'],
    subject: ['series', 'period', 'edition'],
    comparisons: [
      {
        title: 'The same count in other editions',
        // Not by label: “Jan 2022 – Dec 2022” and “2022” are the same period.
        same: ['series', 'period_end'],
        show: ['edition', 'period'],
        caution: 'Each edition revises the one before and extrapolates its own current year.',
      },
      { title: 'Other periods in this edition', same: ['edition', 'series'], show: ['period'] },
      { title: 'Other series in this period', same: ['edition', 'period'], show: ['series'] },
    ],
    charts: {
      'papers-by-vendor': ({ edition }) => ({ edition }),
      'papers-by-nvidia-chip': ({ edition }) => ({ edition }),
    },
  }),
  declare({
    contract: chipsInNotableModels,
    figures: ['models'],
    subject: ['chip', 'year'],
    comparisons: [
      { title: 'The same chip in other years', same: ['chip'], show: ['year'] },
      { title: 'Other chips in the year', same: ['year'], show: ['chip'] },
    ],
  }),
  declare({
    contract: notableModelCoverage,
    figures: ['models_naming_hardware', 'models'],
    subject: ['year'],
    comparisons: [{ title: 'Other years', same: [], show: ['year'] }],
  }),
  declare({
    contract: modelsWithHardware,
    figures: ['accelerators', 'training_compute_exaflop', 'training_hours', 'cost_usd'],
    subject: ['name', 'hardware'],
    comparisons: [
      { title: 'Its chips', dataset: modelChips, same: ['model'], show: ['chip'] },
      {
        title: 'Other models on this hardware',
        same: ['hardware'],
        show: ['published_on', 'name'],
      },
    ],
  }),
  declare({
    contract: top500ByChip,
    figures: ['systems', 'systems_share_pct', 'rmax_pflops'],
    subject: ['accelerator', 'list'],
    comparisons: [
      { title: 'The same accelerator in other lists', same: ['accelerator'], show: ['list'] },
      { title: 'Other accelerators of the list', same: ['list'], show: ['accelerator'] },
    ],
  }),
  declare({
    contract: ownerTotals,
    figures: ['accelerators', 'h100e', 'power_mw'],
    subject: ['owner', 'vendor', 'as_of'],
    comparisons: [
      { title: 'Before and after', same: ['owner', 'vendor'], show: ['as_of'] },
      {
        title: 'Others on the day',
        same: ['vendor', 'as_of'],
        show: ['owner'],
        caution: 'Medians of owners may be added; ends of their intervals may not.',
      },
    ],
    charts: { 'owners-over-time': () => ({ of: 'accelerators' }) },
  }),
  declare({
    contract: contractedPower,
    figures: ['contracted_mw'],
    subject: ['organization', 'suppliers', 'edition'],
    comparisons: [
      {
        title: 'In other editions',
        same: ['organization', 'suppliers'],
        show: ['edition'],
        caution: EDITIONS,
      },
      { title: 'Others in the edition', same: ['edition'], show: ['organization', 'suppliers'] },
    ],
  }),
  declare({
    contract: gpuHoldings,
    figures: ['accelerators'],
    low: 'accelerators_low',
    high: 'accelerators_high',
    subject: ['organization', 'chip', 'cluster', 'as_of'],
    comparisons: [
      {
        title: 'The same organization and chip in other editions and sources',
        same: ['organization', 'chip'],
        show: ['as_of', 'cluster', 'family', 'edition', 'status'],
        caution: OVERLAP,
      },
      {
        title: 'In the histories',
        dataset: gpuHoldingsHistory,
        same: ['organization', 'chip'],
        show: ['as_of', 'family'],
        caution: OVERLAP,
      },
    ],
    charts: {
      'accelerator-holders': (row) => ({
        list: toListSlug(row),
        chip: row.chip,
        // The figure counts accelerators, whatever the unit of its list.
        unit: 'count',
        ...(row.status === 'operational' ? {} : { status: 'all' }),
      }),
    },
  }),
  declare({
    contract: gpuHoldingsHistory,
    figures: ['accelerators', 'h100e'],
    low: 'accelerators_low',
    high: 'accelerators_high',
    subject: ['organization', 'chip', 'as_of'],
    comparisons: [
      {
        title: 'Before and after in this source',
        same: ['organization', 'chip', 'source'],
        show: ['as_of'],
      },
      {
        title: 'The same organization and chip in other lists',
        dataset: gpuHoldings,
        same: ['organization', 'chip'],
        show: ['as_of', 'cluster', 'family', 'edition', 'status'],
        caution: OVERLAP,
      },
    ],
    charts: { 'organization-history': ({ organization, family }) => ({ organization, family }) },
  }),
  declare({
    contract: dataCenters,
    figures: ['h100e', 'it_power_mw', 'capital_cost_usd_millions'],
    subject: ['name'],
    comparisons: [
      {
        title: 'Over time, by edition',
        dataset: dataCenterTimelines,
        same: ['site'],
        show: ['date', 'edition', 'kind'],
        caution: EDITIONS,
      },
      {
        title: 'Its chips',
        dataset: dataCenterChips,
        same: ['site'],
        show: ['date', 'chip', 'kind'],
        caution: 'Counts are cumulative for a chip: the newest row holds the earlier ones.',
      },
    ],
  }),
  declare({
    contract: dataCenterTimelines,
    figures: ['h100e', 'it_power_mw', 'facility_power_mw'],
    subject: ['site', 'date', 'edition'],
    comparisons: [
      {
        title: 'Before and after in this edition',
        same: ['site', 'edition'],
        show: ['date', 'kind'],
      },
      {
        title: 'The site in all editions',
        same: ['site'],
        show: ['date', 'edition', 'kind'],
        caution: EDITIONS,
      },
    ],
  }),
  declare({
    contract: dataCenterChips,
    figures: ['accelerators', 'h100e'],
    subject: ['chip', 'site', 'date'],
    comparisons: [
      { title: 'Before and after', same: ['site', 'chip'], show: ['date', 'kind'] },
      { title: 'Other chips of the site', same: ['site'], show: ['date', 'chip', 'kind'] },
    ],
  }),
  declare({
    contract: nvidiaRevenue,
    figures: ['revenue_usd_millions'],
    subject: ['segment', 'fiscal_quarter', 'basis'],
    comparisons: [
      {
        title: 'The same quarter and segment on other bases',
        same: ['fiscal_quarter', 'segment'],
        show: ['basis'],
      },
      {
        title: 'The same segment in other quarters',
        same: ['segment', 'basis'],
        show: ['fiscal_quarter'],
      },
      {
        title: 'Other segments of the quarter',
        same: ['fiscal_quarter', 'basis'],
        show: ['segment'],
        caution: 'Compute and networking are parts of data center; total is the whole company.',
      },
    ],
  }),
  declare({
    contract: rentalPrices,
    figures: ['price_usd_per_hour'],
    subject: ['chip', 'provider', 'term', 'date'],
    comparisons: [
      { title: 'The same offer on other days', same: ['chip', 'provider', 'term'], show: ['date'] },
      {
        title: 'Other providers of the chip on these terms',
        same: ['chip', 'term', 'provider_kind'],
        show: ['date', 'provider'],
        caution: 'Prices of other kinds of providers measure something else and are left out.',
      },
    ],
    charts: { 'rental-prices': ({ chip, term }) => ({ chip, term }) },
  }),
  declare({
    contract: rivalRevenue,
    figures: ['revenue_usd_millions'],
    subject: ['series_name', 'period'],
    comparisons: [{ title: 'Other periods of the series', same: ['series'], show: ['period'] }],
  }),
];

/** What is declared for a dataset; null for a list, whose rows are no figures. */
export function findEvidenceDeclaration(slug: string): EvidenceDeclaration | null {
  return evidenceDeclarations.find(({ contract }) => contract.slug === slug) ?? null;
}

/**
 * The columns whose cells lead to a row's evidence in a table: its figures, or in
 * a list the row's own name.
 */
export function listEvidenceColumns(contract: Contract): readonly string[] {
  const declared = findEvidenceDeclaration(contract.slug);
  if (declared) return declared.figures;
  const isFree = (name: string) => !['reference', 'url'].includes(contract.columns[name]!.type);
  const column = contract.key.find(isFree) ?? Object.keys(contract.columns).find(isFree);
  return column === undefined ? [] : [column];
}
