/** What a row is, and which columns it has, by what the file is of. */

import { calculators } from '@/catalog/calculators/calculators';
import { findCalculatorView } from '@/catalog/calculators/find-calculator-view';
import { publishedCharts } from '@/catalog/published';
import { type ChartView, getChartView } from '@/catalog/view';
import { type ChartModel, isDated } from '@/charts/model';
import type { Tracker } from '@/db/connection';
import { toCalculatorPublication } from '../calculator-publication';
import { toChartPublication } from '../chart-publication';
import type { DataColumn } from '../data-table';
import { toFormatHref } from '../snippets';

export interface RowShape {
  readonly of: string;
  readonly row: string;
  /** Those of the example; further ones of a chart's own begin with `detail_`. */
  readonly columns: readonly DataColumn[];
  /** Address of the example as CSV. */
  readonly example: string;
}

/** The first chart of each shape stands for all of it, and the first calculator. */
export async function listRowShapes(tracker: Tracker): Promise<RowShape[]> {
  const views = await Promise.all(
    publishedCharts.map(async (chart) => (await getChartView(tracker, chart)).view),
  );
  const charts = Object.entries(SHAPES).flatMap(([name, words]) => {
    const view = views.find(({ model }) => nameShape(model) === name);
    return view ? [{ ...words, ...readChart(view) }] : [];
  });
  return [...charts, ...(await readCalculator(tracker))];
}

const SHAPES = {
  time: { of: 'Charts over time', row: 'one figure of one series in one period' },
  ranking: { of: 'Rankings', row: 'one entry, in the order of the chart' },
  scatter: { of: 'Charts of single figures by date', row: 'one figure' },
  lanes: { of: 'Charts of events', row: 'one event' },
};

function nameShape(model: ChartModel): keyof typeof SHAPES {
  if (model.shape === 'ranking') return 'ranking';
  return isDated(model) ? model.shape : 'time';
}

function readChart(view: ChartView) {
  const publication = toChartPublication(view, view.snapshot);
  return { columns: publication.table.columns, example: toFormatHref(publication, 'csv') };
}

async function readCalculator(tracker: Tracker): Promise<RowShape[]> {
  const [calculator] = calculators;
  const { view } = calculator ? await findCalculatorView(tracker, calculator, {}) : {};
  if (!view) return [];
  const publication = toCalculatorPublication(view);
  return [
    {
      of: 'Calculators',
      row: 'one result, choice or assumption of one scenario',
      columns: publication.table.columns,
      example: toFormatHref(publication, 'csv'),
    },
  ];
}
