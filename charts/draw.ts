/** Model → drawing. A chart type is one file and one line here. */
import type { Drawing, Size } from './canvas';
import type { EstimateChartModel } from './estimate-model';
import { type ChartModel, isDated, type TimeModel } from './model';
import { drawColumns } from './types/columns';
import { drawDistribution } from './types/distribution';
import { drawDotRows } from './types/dot-rows';
import { drawLanes } from './types/lanes';
import { drawLines } from './types/lines';
import { drawRanking } from './types/ranking';
import { drawScatter } from './types/scatter';
import { drawStackedAreas } from './types/stacked-areas';
import { drawTornado } from './types/tornado';

const timeShapes = {
  lines: drawLines,
  columns: drawColumns,
  'stacked-columns': drawColumns,
  'stacked-areas': drawStackedAreas,
} satisfies Record<TimeModel['shape'], (model: TimeModel, size: Size, label: string) => Drawing>;

/** Draws a model at a size; `label` is the drawing's text alternative. Pure: same model, same text. */
export function drawChart(model: ChartModel, size: Size, label: string): Drawing {
  if (model.shape === 'ranking') {
    return (model.marks === 'dots' ? drawDotRows : drawRanking)(model, size, label);
  }
  if (isDated(model)) {
    return (model.shape === 'lanes' ? drawLanes : drawScatter)(model, size, label);
  }
  return timeShapes[model.shape](model, size, label);
}

/** Draws a picture of an estimate; the height follows from the model. Pure as well. */
export function drawEstimate(model: EstimateChartModel, size: Size, label: string): Drawing {
  return model.shape === 'tornado'
    ? drawTornado(model, size, label)
    : drawDistribution(model, size, label);
}
