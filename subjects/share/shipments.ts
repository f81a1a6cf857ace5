/** Units shipped in one market at a time. */

import { toEvidenceHref } from '@/address/evidence-address';
import { alignSeries } from '@/charts/align-series';
import { getLastPoint, type Series } from '@/charts/model';
import { gpuShipments } from '@/data/gpu-shipments/contract';
import { getVendorColors, getVendorNames } from '@/db/queries/names';
import { parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { toFigureKind } from '@/views/row-kind';
import { describeChange, joinSentences } from '@/views/sentences';
import { toMarketOptions } from './market-words';
import { getMarket, listMarketsWithShipments, listShipmentPeriods, listShipments } from './queries';

export const shipments = defineChart({
  slug: 'shipments',
  name: 'Shipments by vendor',
  section: 'share',
  question: 'How many chips are shipped?',
  datasets: ['gpu-shipments', 'markets'],
  choices: {
    shipments: {
      label: 'Market',
      control: 'select',
      preferred: 'ai-chip-units-epoch',
      list: async (orm) =>
        toMarketOptions(await listMarketsWithShipments(orm), await listShipmentPeriods(orm)),
    },
  },
  build: async (orm, { shipments: slug = '' }) => {
    const [market, all, names, colorOf] = await Promise.all([
      getMarket(orm, slug),
      listShipments(orm, slug),
      getVendorNames(orm),
      getVendorColors(orm),
    ]);
    if (!market) throw new Error(`There is no market "${slug}".`);
    const counted = all.filter(({ units_thousands }) => units_thousands !== null);
    const kinds = counted.map(({ period }) => parsePeriod(period)!.kind);
    // Years and quarters of one market would double each other in one picture.
    const kind = kinds.includes('quarter') ? 'quarter' : kinds[0];
    const rows = counted.filter(({ period }) => parsePeriod(period)!.kind === kind);
    const series = [...new Set(rows.map(({ vendor }) => vendor))].map(
      (vendor): Series => ({
        id: vendor,
        label: vendor === 'total' ? 'All vendors' : (names.get(vendor) ?? vendor),
        color: colorOf(vendor),
        points: rows
          .filter((row) => row.vendor === vendor)
          .map((row) => ({
            period: parsePeriod(row.period)!,
            value: row.units_thousands,
            kind: toFigureKind(row.kind),
            source: row.source,
            note: row.note,
            evidence: toEvidenceHref(gpuShipments, row),
          })),
      }),
    );
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
        `What is counted: ${market.definition}. Published by ${market.publisher}.`,
        ...(market.note && !isModel ? [market.note] : []),
        'Units say nothing of size: one TPU, one desktop card and one H100 count the same.',
      ],
      about: market.category === 'pc' ? 'desktops' : undefined,
      trends: { sums: true, growth: true, scales: ['linear', 'log'] },
    };
  },
});
