/** How concentrated a market is: the Herfindahl–Hirschman index of whole markets. */

import { groups } from 'd3-array';
import { toRowsHref } from '@/address/links';
import type { Point } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { markets } from '@/data/markets/contract';
import { toWeakestKind } from '@/units/figure-kind';
import { parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimatesOf, toKindOf } from '@/views/row-figures';
import { describeChange } from '@/views/sentences';
import { chooseMarket, describeMarket, marketBases } from './market-words';
import {
  getMarket,
  listSharePeriods,
  listShares,
  listWholeMarkets,
  type ShareRow,
} from './queries';

export const marketConcentration = defineChart({
  slug: 'market-concentration',
  name: 'Concentration of a market (HHI)',
  section: 'share',
  question: 'How concentrated is the market?',
  datasets: [gpuMarketShare, markets],
  choices: {
    whole: chooseMarket('ai-compute-shipped-epoch', listWholeMarkets, listSharePeriods),
  },
  build: async (orm, { whole: slug = '' }) => {
    const [market, all] = await Promise.all([getMarket(orm, slug), listShares(orm, slug)]);
    const rows = all.filter(
      ({ coverage }) => coverage === 'all-vendors' || market.adds_up === 'among-named',
    );
    const points = groups(rows, ({ period }) => period).map(([, own]) => toPoint(own));
    const [series] = alignSeries([{ id: 'hhi', label: 'Concentration', color: 'nvidia', points }]);
    return {
      title: `${market.name}: concentration`,
      subtitle: `Herfindahl–Hirschman index, 0 to 10,000, of shares by ${marketBases[market.basis]}`,
      summary: describeChange(series!, 'index', 'The concentration index') ?? 'There is no figure.',
      model: {
        shape: 'lines',
        unit: 'index',
        scale: 'linear',
        axis: 'from-zero',
        isTitled: true,
        series: [series!],
        notes: [
          ...noteEstimatesOf([series!]),
          'Computed by us from the shares. Bars reach from many small others to one: what is printed as “other” counts as nothing at the lower end, as one vendor at the upper.',
        ],
      },
      reading: [
        'The index is the sum of the squares of all shares in percent: 10,000 is one vendor alone, 5,000 two equal ones, 3,333 three. It says how uneven a market is and not who leads it.',
        'Only for markets whose shares add up to the whole, or to the vendors that the market names; periods for which a vendor is unknown are left out.',
        ...(market.note ? [market.note] : []),
        describeMarket(market),
      ],
      trends: {},
    };
  },
});

/** One period's rows → its index. The figure leaves `other` out; the range takes it in as one. */
export function toPoint(rows: readonly ShareRow[]): Point {
  const squares = (some: readonly ShareRow[]) =>
    some.reduce((sum, { share_pct }) => sum + share_pct ** 2, 0);
  const named = squares(rows.filter(({ vendor }) => vendor !== 'other'));
  const most = squares(rows);
  const [row] = rows;
  return {
    period: parsePeriod(row!.period)!,
    value: named,
    ...(most > named ? { low: named, high: most } : {}),
    kind: toWeakestKind([{ kind: 'derived' }, { kind: toKindOf(rows) }]),
    source: row!.source,
    evidence: toRowsHref(gpuMarketShare, { market: row!.market, period: row!.period }),
  };
}
