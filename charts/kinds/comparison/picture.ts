/**
 * One result in several scenarios: a bar from zero to its middle, the range of nine
 * tenths of the draws as an interval. On a narrow screen the name stands above its
 * bar, because names of scenarios differ in their last words.
 */
import * as Plot from '@observablehq/plot';
import { formatValue } from '@/units/format-value';
import {
  declareBarRows,
  drawBarAxis,
  drawRowNames,
  drawRowRule,
  layNamedBars,
  toBarEdges,
} from '../../bar-rows';
import { type Drawing, drawPlot, pixel, placeBetween, type Size } from '../../canvas';
import { paint } from '../../colors';
import { buildValueAxis } from '../../value-axis';
import type { PictureKind } from '../kind';
import type { ComparedScenario, ComparisonModel } from './kind';

const HEAD = 26;

export const picture: PictureKind<ComparisonModel> = {
  draw: drawComparison,
  hasOwnHeight: true,
  rows: declareBarRows<ComparisonModel, 'scenarios'>('scenarios', HEAD + 6),
};

/** The height follows from the scenarios, whose rows draw closer together where room is short. */
function drawComparison(model: ComparisonModel, asked: Size, label: string): Drawing {
  const { scenarios, unit } = model;
  const labels = scenarios.map(({ label }) => label);
  const values = scenarios.map(({ middle }) => formatValue(middle, unit));
  const bars = { labels, values, top: HEAD, nameShare: 0.42, valueWeight: 600 } as const;
  const { rows, size, names, frame } = layNamedBars(bars, asked);
  const axis = buildValueAxis(
    scenarios.flatMap(({ middle, low, high }) => [middle, low, high]),
    { unit, scale: 'linear', start: 'from-zero', count: 5 },
  );
  const toX = placeBetween(axis, frame.left, frame.right);
  const spots = scenarios.map(({ middle }, period) => ({
    ...{ x: toX(middle), y: rows.toY(period), series: 0, period },
  }));
  return drawPlot(
    {
      label,
      size,
      frame,
      x: { type: 'linear', domain: [...axis.domain], axis: null },
      y: { type: 'linear', domain: [0, 1], axis: null },
      marks: [
        ...drawBarAxis(axis, frame, rows),
        Plot.rect(scenarios, {
          x1: () => 0,
          x2: 'middle',
          ...toBarEdges(rows),
          fill: (_: ComparedScenario, index: number) => paint(index === 0 ? 'accent' : 'other'),
          fillOpacity: 0.55,
        }),
        drawRowRule(names, 0, rows, paint('muted')),
        Plot.link(
          scenarios.map((one, index) => ({ ...one, index })).filter(({ low, high }) => low < high),
          {
            x1: 'low',
            x2: 'high',
            y1: pixel(({ index }: { index: number }) => rows.toY(index)),
            y2: pixel(({ index }: { index: number }) => rows.toY(index)),
            stroke: 'currentColor',
            strokeWidth: 1.5,
          },
        ),
        drawRowNames(names, rows, labels),
        Plot.text(scenarios, {
          x: (one: ComparedScenario) => Math.max(one.middle, one.high),
          y: pixel((_, index) => rows.toY(index)),
          text: (_, index: number) => values[index]!,
          textAnchor: 'start',
          dx: 7,
          fontWeight: 600,
          fill: 'currentColor',
          fontVariant: 'tabular-nums',
        }),
      ],
    },
    spots,
  );
}
