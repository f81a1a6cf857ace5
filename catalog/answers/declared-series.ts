/**
 * The series that can answer a query: which words ask for one, which names choose its rows,
 * what is shown of it. A dataset whose figures are to be found by the search is one entry here.
 */

import { toHref } from '@/address/href';
import { toStart } from '@/charts/model';
import { chipSales } from '@/data/chip-sales/contract';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { contractedPower } from '@/data/contracted-power/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { gpuShipments } from '@/data/gpu-shipments/contract';
import { modelsWithHardware } from '@/data/models-with-hardware/contract';
import { nvidiaRevenue } from '@/data/nvidia-revenue/contract';
import { ownerTotals } from '@/data/owner-totals/contract';
import { rivalRevenue } from '@/data/rival-revenue/contract';
import { top500ByChip } from '@/data/top500-by-chip/contract';
import { MIXED } from '@/subjects/chips/chip-tree';
import { listPaperEditions } from '@/subjects/papers/queries';
import { type AnswerSeries, declare, type Word } from './answer-series';

const segmentNames: Readonly<Record<string, string>> = { total: 'total' };
const toSegment = (segment: string) => segmentNames[segment] ?? segment.replaceAll('-', ' ');

/** The markets that most people mean, the others behind them. */
const MARKETS = [
  'ai-compute-shipped-epoch',
  'jpr-aib-desktop',
  'dc-gpu-compute-epoch',
  'top500-accelerated-systems',
  'steam-survey-cards',
  'jpr-discrete-all',
];
const placeMarket = ({ market }: { market: string }) =>
  MARKETS.includes(market) ? MARKETS.indexOf(market) : MARKETS.length;

/** "Nvidia’s market share", "Market share: desktop boards"; what varies is named with the figures. */
function titleMarkets(what: string, word: Word, varies: ReadonlySet<string>): string {
  const own = varies.has('vendor') ? what : `${word('vendor')}, ${what.toLowerCase()}`;
  return varies.has('market') ? own : `${own}: ${word('market')}`;
}

export const answerSeries: readonly AnswerSeries[] = [
  declare({
    contract: nvidiaRevenue,
    topics: 'revenue income results',
    also: 'data center fiscal company platform business',
    by: [],
    of: { dataset: 'vendors', row: 'nvidia' },
    alone: ['topic'],
    codes: { column: 'segment', preferred: ['data-center', 'total'] },
    where: { basis: 'market-platforms' },
    figure: 'revenue_usd_millions',
    period: 'fiscal_quarter',
    series: ['segment'],
    adds: true,
    first: ({ segment }) => (segment === 'data-center' ? 0 : 1),
    title: ({ segment }, _, varies) =>
      `Nvidia ${varies.has('segment') ? '' : `${toSegment(segment)} `}revenue`,
    label: ({ segment }) => toStart(toSegment(segment)),
    chart: ({ segment }, time) => ({
      label: 'Chart',
      href: toHref(
        `/charts/${segment === 'data-center' ? 'nvidia-data-center-revenue' : 'nvidia-revenue-by-segment'}`,
        time,
      ),
    }),
  }),
  declare({
    contract: rivalRevenue,
    topics: 'revenue income results',
    also: 'data center fiscal company business instinct epyc gaudi xeon',
    by: ['vendor'],
    named: 'series_name',
    alone: ['topic'],
    figure: 'revenue_usd_millions',
    period: 'period',
    series: ['vendor', 'series', 'months'],
    adds: true,
    title: ({ series_name }, word, varies) => {
      if (varies.has('vendor')) return 'Data center revenue of Nvidia’s rivals';
      return varies.size > 0 ? `${word('vendor')}, revenue by segment` : `${series_name} revenue`;
    },
    label: ({ series_name }) => series_name,
    detail: ({ series }) => (series === 'amd-data-center' ? 'server processors included' : null),
    chart: (_, time) => ({
      label: 'Chart',
      href: toHref('/charts/data-center-revenue-by-vendor', time),
    }),
  }),
  declare({
    contract: gpuMarketShare,
    topics: 'share',
    also: 'ai market chip gpu card vendor accelerator',
    by: ['vendor', 'market'],
    named: 'market',
    alone: ['topic', 'pair'],
    unnamed: { market: 'ai-compute-shipped-epoch' },
    figure: 'share_pct',
    low: 'share_low_pct',
    high: 'share_high_pct',
    period: 'period',
    series: ['market', 'vendor'],
    first: placeMarket,
    title: (_, word, varies) => titleMarkets('Market share', word, varies),
    chart: ({ market }, time) => ({
      label: 'Chart',
      href: toHref('/charts/market-share', { market, ...time }),
    }),
  }),
  declare({
    contract: gpuShipments,
    topics: 'shipments shipped units',
    also: 'market chip gpu card board sold',
    by: ['vendor', 'market'],
    named: 'market',
    alone: ['topic'],
    unnamed: { market: 'ai-chip-units-epoch' },
    figure: 'units_thousands',
    period: 'period',
    series: ['market', 'vendor'],
    adds: true,
    title: (_, word, varies) => titleMarkets('Units shipped', word, varies),
    chart: ({ market }, time) => ({
      label: 'Chart',
      href: toHref('/charts/shipments', { shipments: market, ...time }),
    }),
  }),
  declare({
    contract: chipSales,
    topics: 'sales sell sold shipments shipped units',
    also: 'chip gpu number',
    by: ['vendor', 'chip'],
    where: { quarter: 'whole' },
    edition: 'edition',
    figure: 'units',
    low: 'units_low',
    high: 'units_high',
    period: 'period',
    series: ['chip'],
    kind: 'modeled',
    title: (_, word, varies) =>
      `${varies.has('chip') ? 'Chips' : word('chip')} sold per quarter, as Epoch AI models it`,
    chart: ({ chip }) => ({ label: 'Figures', href: toHref('/datasets/chip-sales', { chip }) }),
  }),
  declare({
    contract: chipUsageInPapers,
    topics: 'papers paper research mentions',
    also: 'ai gpu chip named naming cited use usage using used most popular',
    by: ['vendor', 'chip'],
    alone: ['topic'],
    whole: 'chip',
    edition: 'edition',
    newestEdition: async (orm) => (await listPaperEditions(orm))[0]?.edition ?? null,
    figure: 'papers',
    period: 'period',
    series: ['series'],
    title: (row, word, varies) =>
      varies.has('series')
        ? 'AI papers that name them'
        : `AI papers that name ${row.chip ? word('chip') : `${word('vendor')} chips`}`,
    label: (row, word) => (row.chip ? word('chip') : word('vendor')),
    detail: ({ kind }) => (kind === 'projection' ? 'projected' : null),
    chart: ({ chip, edition }, time) => ({
      label: 'Chart',
      href: toHref(`/charts/${chip ? 'papers-by-nvidia-chip' : 'papers-by-vendor'}`, {
        edition,
        ...time,
      }),
    }),
  }),
  declare({
    contract: dataCenters,
    topics: 'site center campus',
    also: 'data ai power size most consumption electricity gigawatt megawatt mw gw big',
    by: ['owner'],
    named: 'name',
    alone: ['topic', 'name'],
    figure: 'h100e',
    period: 'edition',
    series: ['site'],
    kind: 'modeled',
    title: ({ name }, _, varies) => (varies.size > 0 ? 'AI data centers' : `${name}, data center`),
    label: ({ name }) => name,
    detail: ({ it_power_mw, chips }, word) =>
      [it_power_mw === null ? null : `${Math.round(it_power_mw)} MW`, chips, word('status')]
        .filter(Boolean)
        .join(' · '),
    chart: () => ({ label: 'All data centers', href: '/datasets/data-centers' }),
  }),
  declare({
    contract: gpuHoldings,
    topics: 'cluster clusters supercomputer',
    also: 'gpu accelerator chip count',
    by: ['organization', 'chip'],
    named: 'cluster',
    alone: ['name'],
    where: { counts: 'stock' },
    figure: 'accelerators',
    low: 'accelerators_low',
    high: 'accelerators_high',
    period: 'as_of',
    series: ['organization', 'cluster', 'chip'],
    title: (_, word, varies) =>
      varies.has('cluster') ? 'Clusters' : `${word('cluster')}, cluster of ${word('organization')}`,
    label: ({ chip }, word) =>
      chip === MIXED ? word('cluster') : `${word('cluster')}, ${word('chip')}`,
    detail: ({ status }, word) => (status === 'operational' ? null : word('status')),
    chart: ({ organization }) => ({
      label: 'All figures of the owner',
      href: `/organizations/${organization}`,
    }),
  }),
  declare({
    contract: modelsWithHardware,
    topics: 'model models',
    also: 'train training chip gpu hardware trained used',
    by: [],
    named: 'name',
    alone: ['name'],
    figure: 'accelerators',
    period: 'published_on',
    series: ['model'],
    title: ({ name }, _, varies) =>
      varies.size > 0 ? 'Accelerators that models were trained on' : `${name}, trained on`,
    label: ({ name }) => name,
    detail: ({ hardware }) => hardware,
    chart: () => ({ label: 'All models', href: '/datasets/models-with-hardware' }),
  }),
  declare({
    contract: ownerTotals,
    topics: 'most top',
    also: 'own owner gpu accelerator chip ai compute',
    by: ['vendor'],
    whole: 'remainder',
    edition: 'as_of',
    figure: 'h100e',
    low: 'h100e_low',
    high: 'h100e_high',
    period: 'as_of',
    series: ['owner'],
    kind: 'modeled',
    title: (_, word) => `Most ${word('vendor')} chips, as Epoch AI models their owners`,
    label: (_, word) => word('organization'),
    chart: ({ vendor }) => ({
      label: 'Figures',
      href: toHref('/datasets/owner-totals', { vendor }),
    }),
  }),
  declare({
    contract: contractedPower,
    topics: 'power contracted gigawatt capacity',
    also: 'mw gw contract deal',
    by: ['organization'],
    edition: 'edition',
    figure: 'contracted_mw',
    period: 'edition',
    series: ['organization', 'suppliers'],
    title: (_, word) => `Power that ${word('organization')} has under contract`,
    label: ({ suppliers }) => (suppliers === 'nvidia' ? 'Nvidia chips' : 'Chips of others'),
    chart: () => ({ label: 'Figures', href: '/datasets/contracted-power' }),
  }),
  declare({
    contract: top500ByChip,
    topics: 'top500 systems supercomputer',
    also: 'list with top 500 number',
    by: ['chip'],
    edition: 'list',
    figure: 'systems',
    period: 'list',
    series: ['accelerator'],
    title: ({ accelerator }, _, varies) =>
      `TOP500 systems${varies.size > 0 ? '' : ` with ${accelerator}`}`,
    chart: () => ({ label: 'All lists', href: '/datasets/top500-by-chip' }),
  }),
];
