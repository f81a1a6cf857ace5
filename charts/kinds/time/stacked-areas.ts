/**
 * Areas stacked from zero, because a cut baseline would misstate share. Periods
 * without any figure leave a hole; a series of one isolated period becomes a column.
 * What leads to a projection is lighter and has a dashed outline.
 */
import * as Plot from '@observablehq/plot';
import { toMiddle } from '@/units/period';
import { drawAnnotations } from '../../annotations';
import { type Drawing, ofSeries, type Size } from '../../canvas';
import { paint, paintFill } from '../../colors';
import { buildTimeFrame, drawAxes, drawEndLabels, drawTime } from '../../time-frame';
import type { PictureKind } from '../kind';
import { annotateStack, listLayerLabels, listStackSpots } from './columns';
import { buildStack, type Layer, listTimePeriods, type TimeModel } from './model';

export const picture: PictureKind<TimeModel> = { draw: drawStackedAreas };

function drawStackedAreas(model: TimeModel, size: Size, label: string): Drawing {
  const layers = buildStack(model);
  const frame = buildTimeFrame(model, {
    size,
    values: layers.map(({ to }) => to),
    labels: listLayerLabels(model, layers),
    whole: false,
  });
  const marks = [
    ...model.series.flatMap(({ color }, index) =>
      listRuns(model, layers, index)
        .flatMap(splitAtProjections)
        .map(({ edges, isProjected }) =>
          Plot.areaY(edges, {
            x: (edge: Edge) => toMiddle(edge.period),
            y1: 'from',
            y2: 'to',
            fill: paintFill(color),
            strokeWidth: 0.75,
            ...ofSeries(() => index),
            ...(isProjected
              ? { fillOpacity: 0.35, stroke: paintFill(color), strokeDasharray: '3 3' }
              : { stroke: paint('card') }),
          }),
        ),
    ),
    ...drawAxes(frame),
    ...drawEndLabels(frame),
    ...drawAnnotations(annotateStack(model, layers, frame)),
  ];
  return drawTime({ label, timeFrame: frame, marks }, listStackSpots(layers, frame));
}

interface Edge extends Pick<Layer, 'period' | 'from' | 'to'> {
  readonly isProjected: boolean;
}

/**
 * The stretches in which a series is drawn without interruption. A period with
 * figures for others but not for this series has thickness zero at its place.
 */
function listRuns(model: TimeModel, layers: readonly Layer[], series: number): Edge[][] {
  const runs: Edge[][] = [];
  let run: Edge[] = [];
  for (const period of listTimePeriods(model)) {
    const stack = layers.filter((layer) => layer.period.label === period.label);
    if (stack.length === 0) {
      if (run.length > 0) runs.push(run);
      run = [];
      continue;
    }
    const own = stack.find((layer) => layer.series === series);
    const below = stack.findLast((layer) => layer.series < series)?.to ?? 0;
    const { from, to } = own ?? { from: below, to: below };
    const isProjected = (own ? [own] : stack).some(({ point }) => point.kind === 'projection');
    run.push({ period, from, to, isProjected });
  }
  if (run.length > 0) runs.push(run);
  return runs.map((edges) => (edges.length === 1 ? widen(edges[0]!) : edges));
}

/** A run in pieces, each of which begins where the one before it ended. */
function splitAtProjections(run: readonly Edge[]): { edges: Edge[]; isProjected: boolean }[] {
  const pieces: { edges: Edge[]; isProjected: boolean }[] = [];
  for (const [index, to] of run.entries()) {
    const from = run[index - 1];
    if (!from) continue;
    const piece = pieces.at(-1);
    if (piece?.isProjected === to.isProjected) piece.edges.push(to);
    else pieces.push({ edges: [from, to], isProjected: to.isProjected });
  }
  return pieces;
}

/** An isolated period becomes as wide as it lasted; a point would have no area. */
function widen(edge: Edge): Edge[] {
  const { start, end } = edge.period;
  const at = (day: string) => ({ ...edge, period: { ...edge.period, start: day, end: day } });
  return [at(start), at(end)];
}
