/** Units shipped in one market at a time. */

import { getLastPoint, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { gpuShipments } from '@/data/gpu-shipments/contract';
import { markets } from '@/data/markets/contract';
import { getVendorLooks } from '@/db/queries/names';
import { parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { toRowFigure, toSeriesBy } from '@/views/row-figures';
import { describeChange, joinSentences } from '@/views/sentences';
import { chooseMarket, describeMarket } from './market-words';
import {
  getMarket,
  listMarketEditions,
  listMarketsWithShipments,
  listShipmentPeriods,
  listShipments,
} from './queries';

export const shipments = defineChart({
  slug: 'shipments',
  name: 'Shipments by vendor',
  section: 'share',
  question: 'How many chips are shipped?',
  datasets: [gpuShipments, markets],
  choices: {
    shipments: chooseMarket('ai-chip-units-epoch', listMarketsWithShipments, listShipmentPeriods),
  },
  editions: listMarketEditions('shipments'),
  build: async (orm, { shipments: slug = '' }) => {
    const [market, all, lookOf] = await Promise.all([
      getMarket(orm, slug),
      listShipments(orm, slug),
      getVendorLooks(orm),
    ]);
    const counted = all.filter(({ units_thousands }) => units_thousands !== null);
    const kinds = counted.map(({ period }) => parsePeriod(period)!.kind);
    // Years and quarters of one market would double each other in one picture.
    const kind = kinds.includes('quarter') ? 'quarter' : kinds[0];
    const rows = counted.filter(({ period }) => parsePeriod(period)!.kind === kind);
    const series = toSeriesBy(rows, {
      by: ({ vendor }) => vendor,
      look: (vendor) => ({
        ...lookOf(vendor),
        ...(vendor === 'total' ? { label: 'All vendors' } : {}),
      }),
      toPoint: (row) => ({
        period: parsePeriod(row.period)!,
        value: row.units_thousands,
        ...toRowFigure(gpuShipments, row),
      }),
    });
    const end = (one: Series) => getLastPoint(one)?.period.end ?? '';
    const sorted = alignSeries(series).sort(
      (a, b) => (getLastPoint(b)?.value ?? 0) - (getLastPoint(a)?.value ?? 0),
    );
    // A vendor whose figures ended long ago says nothing of shipments now.
    const main = sorted.toSorted((a, b) => end(b).localeCompare(end(a)))[0];
    const isModel = rows.length > 0 && rows.every((row) => row.kind === 'model-estimate');
    return {
      title: `${market.name}: units shipped`,
      subtitle: `Units per ${kind === 'half' ? 'half year' : (kind ?? 'period')}, ${isModel ? `medians of a model by ${market.publisher}` : 'analyst estimates'}`,
      caveat: market.note,
      summary: joinSentences(
        main
          ? describeChange(
              main,
              'thousands',
              `Shipments of ${main.id === 'total' ? 'all vendors' : main.label}`,
            )
          : null,
      ),
      model: {
        shape: 'lines',
        unit: 'thousands',
        scale: 'linear',
        axis: 'from-zero',
        series: sorted,
        // A picture leaves the page: who is left out goes with it.
        notes: isModel && market.note ? [market.note] : [],
      },
      reading: [
        describeMarket(market),
        ...(market.note && !isModel ? [market.note] : []),
        'Units say nothing of size: one TPU, one desktop card and one H100 count the same.',
      ],
      about: market.category === 'pc' ? 'desktops' : undefined,
      trends: { sums: true, growth: true, scales: ['linear', 'log'] },
    };
  },
});
