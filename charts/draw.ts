/** Model → drawing. A chart type is one file and one line here. */
import type { Drawing, Size } from './canvas';
import { type EstimateChartModel, isEstimate } from './estimate-model';
import { type ChartModel, hasFigures, isDated, type TimeModel } from './model';
import { drawColumns } from './types/columns';
import { drawComparison } from './types/comparison';
import { drawDistribution } from './types/distribution';
import { drawDotRows } from './types/dot-rows';
import { drawEmpty } from './types/empty';
import { drawLanes } from './types/lanes';
import { drawLines } from './types/lines';
import { drawRanking } from './types/ranking';
import { drawScatter } from './types/scatter';
import { drawStackedAreas } from './types/stacked-areas';
import { drawTornado } from './types/tornado';

/** Whatever can be drawn: a published chart's figures, or an estimate. */
export type DrawnModel = ChartModel | EstimateChartModel;

const timeShapes = {
  lines: drawLines,
  columns: drawColumns,
  'stacked-columns': drawColumns,
  'stacked-areas': drawStackedAreas,
} satisfies Record<TimeModel['shape'], (model: TimeModel, size: Size, label: string) => Drawing>;

/** Draws a model at a size; `label` is the drawing's text alternative. Pure: same model, same text. */
export function drawChart(model: DrawnModel, size: Size, label: string): Drawing {
  if (isEstimate(model)) return drawEstimate(model, size, label);
  if (!hasFigures(model)) {
    const height = hasOwnHeight(model) ? EMPTY_HEIGHT : size.height;
    return drawEmpty({ ...size, height }, label);
  }
  if (model.shape === 'ranking') {
    return (model.marks === 'dots' ? drawDotRows : drawRanking)(model, size, label);
  }
  if (isDated(model)) {
    return (model.shape === 'lanes' ? drawLanes : drawScatter)(model, size, label);
  }
  return timeShapes[model.shape](model, size, label);
}

const EMPTY_HEIGHT = 120;

function drawEstimate(model: EstimateChartModel, size: Size, label: string): Drawing {
  if (model.shape === 'tornado') return drawTornado(model, size, label);
  if (model.shape === 'comparison') return drawComparison(model, size, label);
  return drawDistribution(model, size, label);
}

/** Shapes made of rows are as high as they have rows, whatever height is asked for. */
export function hasOwnHeight({ shape }: DrawnModel): boolean {
  return ['ranking', 'lanes', 'tornado', 'comparison'].includes(shape);
}
