/** What a row is, and which columns it has, by what the file is of. */

import { publishedCharts } from '@/catalog/published';
import { figuresKinds, kindOf } from '@/charts/kinds';
import type { Tracker } from '@/db/connection';
import { findCalculatorView } from '@/subjects/calculators/calculator-view';
import { calculators } from '@/subjects/calculators/calculators';
import type { TableColumn } from '@/units/table';
import { type ChartView, getChartView } from '@/views/chart-view';
import { toCalculatorPublication } from '../calculator-publication';
import { toChartPublication } from '../chart-publication';
import { toFormatHref } from '../links';

interface RowShape {
  readonly of: string;
  readonly row: string;
  /** Those of the example; further ones of a chart's own begin with `detail_`. */
  readonly columns: readonly TableColumn[];
  /** Address of the example as CSV. */
  readonly example: string;
}

/** The first chart of each kind stands for all of it, and the first calculator. */
export async function listRowShapes(tracker: Tracker): Promise<RowShape[]> {
  const views = await Promise.all(
    publishedCharts.map(async (chart) => (await getChartView(tracker, chart)).view),
  );
  const charts = [...figuresKinds].flatMap((kind) => {
    const view = views.find(({ model }) => kindOf(model) === kind);
    return view ? [{ ...kind.words, ...readChart(view) }] : [];
  });
  return [...charts, ...(await readCalculator(tracker))];
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
