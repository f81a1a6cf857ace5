/**
 * One result in several scenarios: a bar from zero to its middle, the range of nine
 * tenths of the draws as an interval. On a narrow screen the name stands above its
 * bar, because names of scenarios differ in their last words.
 */
import * as Plot from '@observablehq/plot';
import { formatValue } from '@/units/format-value';
import { type Drawing, FONT_SIZE, type Frame, plot, type Size, toHit } from '../canvas';
import { paint } from '../colours';
import type { ComparedScenario, ComparisonModel } from '../estimate-model';
import { measureText, truncateText } from '../text-width';
import { isNarrow } from '../time-frame';
import { buildValueAxis, thinTicks } from '../value-axis';

const BAR_HEIGHT = 16;
const ROW = { wide: 30, narrow: 46 } as const;
const HEAD = 26;

/** The height follows from the number of scenarios; the height asked for is not used. */
export function drawComparison(model: ComparisonModel, asked: Size, label: string): Drawing {
  const { scenarios, unit } = model;
  const { width } = asked;
  const narrow = isNarrow(asked);
  const rowHeight = narrow ? ROW.narrow : ROW.wide;
  const size = { width, height: HEAD + scenarios.length * rowHeight + 6 };
  const names = scenarios.map((one) =>
    truncateText(one.label, width * (narrow ? 1 : 0.42), FONT_SIZE),
  );
  const values = scenarios.map(({ middle }) => formatValue(middle, unit));
  const widest = (texts: readonly string[], weight: 400 | 600) =>
    Math.max(20, ...texts.map((text) => measureText(text, FONT_SIZE, weight)));
  const frame: Frame = {
    left: narrow ? 6 : widest(names, 400) + 14,
    right: width - widest(values, 600) - 14,
    top: HEAD,
    bottom: size.height - 6,
  };
  const axis = buildValueAxis(
    scenarios.flatMap(({ middle, low, high }) => [middle, low, high]),
    { unit, scale: 'linear', start: 'from-zero', count: 5 },
  );
  const toX = (value: number) => frame.left + (value / axis.domain[1]) * (frame.right - frame.left);
  /** The middle of a bar; its name, where it stands above, takes the upper part of the row. */
  const toY = (index: number) => frame.top + (index + 1) * rowHeight - 7 - BAR_HEIGHT / 2;
  const pixel = <T>(at: (datum: T, index: number) => number) => ({
    value: (datum: T, index: number) => at(datum, index),
    scale: null,
  });
  const y = pixel((_, index) => toY(index));
  const svg = plot({
    label,
    size,
    frame,
    x: { type: 'linear', domain: [...axis.domain], axis: null },
    y: { type: 'linear', domain: [0, 1], axis: null },
    marks: [
      Plot.ruleX(axis.ticks, { stroke: paint('grid') }),
      Plot.text(thinTicks(axis, frame), {
        x: (tick: number) => tick,
        text: (tick: number) => axis.format(tick),
        frameAnchor: 'top',
        // The first label would stand out to the left of a bar without a name beside it.
        textAnchor: narrow ? 'start' : 'middle',
        dx: narrow ? -4 : 0,
        dy: -12,
        fill: paint('muted'),
        fontVariant: 'tabular-nums',
      }),
      Plot.rect(scenarios, {
        x1: () => 0,
        x2: 'middle',
        y1: pixel((_, index) => toY(index) - BAR_HEIGHT / 2),
        y2: pixel((_, index) => toY(index) + BAR_HEIGHT / 2),
        fill: (_: ComparedScenario, index: number) => paint(index === 0 ? 'accent' : 'other'),
        fillOpacity: 0.55,
      }),
      // In pieces, so that it runs through no name.
      Plot.link(scenarios, {
        x1: () => 0,
        x2: () => 0,
        y1: pixel((_, index) => toY(index) - BAR_HEIGHT / 2 - (narrow ? 3 : 7)),
        y2: pixel((_, index) => toY(index) + BAR_HEIGHT / 2 + (narrow ? 3 : 7)),
        stroke: paint('muted'),
      }),
      Plot.link(
        scenarios.map((one, index) => ({ ...one, index })).filter(({ low, high }) => low < high),
        {
          x1: 'low',
          x2: 'high',
          y1: pixel(({ index }: { index: number }) => toY(index)),
          y2: pixel(({ index }: { index: number }) => toY(index)),
          stroke: 'currentColor',
          strokeWidth: 1.5,
        },
      ),
      Plot.text(names, {
        x: pixel(() => 0),
        y: pixel((_, index) => toY(index) - (narrow ? BAR_HEIGHT / 2 + 10 : 0)),
        text: (name: string) => name,
        textAnchor: 'start',
        fill: 'currentColor',
      }),
      Plot.text(scenarios, {
        x: (one: ComparedScenario) => Math.max(one.middle, one.high),
        y,
        text: (_, index: number) => values[index]!,
        textAnchor: 'start',
        dx: 7,
        fontWeight: 600,
        fill: 'currentColor',
        fontVariant: 'tabular-nums',
      }),
    ],
  });
  const hits = scenarios.map(({ middle }, period) =>
    toHit({ x: toX(middle), y: toY(period), series: 0, period }, frame),
  );
  return { svg, ...size, frame, hits };
}
