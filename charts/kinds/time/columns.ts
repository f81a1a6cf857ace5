/**
 * Columns over time, single or stacked. A column is as wide as its period, so
 * that a missing quarter is a hole of its own width. Columns start at zero.
 */
import * as Plot from '@observablehq/plot';
import { addDays, toUtc } from '@/units/date';
import { isFirm } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { toMiddle } from '@/units/period';
import { drawAnnotations, placeAnnotations } from '../../annotations';
import { type Drawing, FONT_SIZE, ofSeries, pixel, type Size } from '../../canvas';
import { paint, paintFill, paintOutline } from '../../colors';
import type { EndLabel } from '../../labels';
import { measureText } from '../../text-width';
import {
  buildTimeFrame,
  drawAxes,
  drawEndLabels,
  drawTime,
  type TimeFrame,
  toPixelX,
  toPixelY,
} from '../../time-frame';
import type { PictureKind } from '../kind';
import { buildStack, isAt, isNameless, type Layer, type Point, type TimeModel } from './model';

export const picture: PictureKind<TimeModel> = { draw: drawColumns };

function drawColumns(model: TimeModel, size: Size, label: string): Drawing {
  const layers = buildStack(model);
  const layOut = (labels: readonly EndLabel[]) =>
    buildTimeFrame(model, { size, values: layers.map(({ to }) => to), labels, whole: true });
  const labelled = layOut(isNameless(model) ? [] : listLayerLabels(model, layers));
  // Where a legend would be needed, names in the columns themselves are better.
  const bare = labelled.legend.length > 0 ? layOut([]) : null;
  const named = bare && placeLayerNames(model, layers, bare);
  const frame = named && bare ? bare : labelled;
  const color = ({ series }: Layer) => paintFill(model.series[series]!.color);
  const isOpen = ({ point }: Layer) => point.kind === 'projection' || point.isUnfinished === true;
  const gap = Math.min(2, (frame.frame.right - frame.frame.left) / frame.periods.length / 5);
  const box = {
    x1: (layer: Layer) => toUtc(layer.period.start),
    x2: (layer: Layer) => toUtc(addDays(layer.period.end, 1)),
    y1: 'from',
    y2: 'to',
    ...(model.series.length > 1 ? ofSeries(({ series }: Layer) => series) : {}),
    insetLeft: gap / 2,
    insetRight: gap / 2,
  };
  const marks = [
    ...drawAxes(frame),
    Plot.rect(
      layers.filter((layer) => !isOpen(layer)),
      {
        ...box,
        fill: color,
        fillOpacity: (layer: Layer) => (isFirm(layer.point.kind) ? 1 : 0.8),
        stroke: ({ series }: Layer) => paintOutline(model.series[series]!.color),
        strokeWidth: 0.75,
      },
    ),
    Plot.rect(layers.filter(isOpen), {
      ...box,
      fill: color,
      fillOpacity: 0.35,
      stroke: color,
      strokeDasharray: '3 3',
    }),
    ...(named ? drawLayerNames(named) : []),
    ...(model.series.length === 1 ? drawTopLabels(layers, frame, model) : []),
    ...drawEndLabels(frame),
    ...drawAnnotations(annotateStack(model, layers, frame)),
  ];
  return drawTime({ label, timeFrame: frame, marks }, listStackSpots(layers, frame));
}

/**
 * Annotations of stacks point at the top of the period that they speak of, and keep off the
 * stacks, and off the values on top of single columns.
 */
export function annotateStack(model: TimeModel, layers: readonly Layer[], frame: TimeFrame) {
  const { annotations = [], series, shape } = model;
  if (annotations.length === 0) return [];
  const room = series.length === 1 && shape === 'columns' ? TOP_LABEL : 0;
  const toX = (day: string) => toPixelX(toUtc(day), frame);
  const boxes = frame.periods.flatMap((period) => {
    const tops = layers.filter((one) => one.period.label === period.label).map(({ to }) => to);
    if (tops.length === 0) return [];
    const isLast = period === frame.periods.at(-1);
    return {
      left: toX(period.start) - (isLast ? room * 3 : 0),
      right: toX(addDays(period.end, 1)),
      top: toPixelY(Math.max(...tops), frame) - (isLast ? room : 0),
      bottom: frame.frame.bottom,
    };
  });
  return placeAnnotations(
    annotations,
    ({ at, series: id }) => {
      const found = layers.filter(({ point }) => isAt(point, at));
      const isThere = found.some((layer) => id === null || series[layer.series]?.id === id);
      const top = found.at(-1);
      return top && isThere
        ? { x: toPixelX(toMiddle(top.period), frame), y: toPixelY(top.to, frame) }
        : null;
    },
    { frame: frame.frame, width: frame.size.width, obstacles: { lines: [], boxes } },
  );
}

/** The height of a value on top of a column. */
const TOP_LABEL = 18;

/**
 * A label for each series, at the middle of its last layer. A series that has no
 * figure in the last period keeps its name but gets no value; where that is so for
 * several, the picture takes a legend instead.
 */
export function listLayerLabels(model: TimeModel, layers: readonly Layer[]): EndLabel[] {
  const newest = layers.at(-1)?.period.label;
  return model.series.flatMap(({ label, short, color }, index) => {
    const last = layers.findLast(({ series }) => series === index);
    if (!last) return [];
    const isCurrent = last.period.label === newest;
    // A column that stands alone carries its value on its top.
    const isValued = model.shape === 'stacked-areas' || model.series.length > 1;
    return [
      {
        name: label,
        ...(short ? { short } : {}),
        amount: isCurrent && isValued ? formatPoint(last.point, model) : '',
        when: null,
        color,
        series: index,
        value: (last.from + last.to) / 2,
        from: null,
      },
    ];
  });
}

interface LayerName {
  readonly series: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The name of each series in its highest layer; null where one has no room in any. */
function placeLayerNames(
  { series }: TimeModel,
  layers: readonly Layer[],
  frame: TimeFrame,
): LayerName[] | null {
  const toHeight = ({ from, to }: Layer) => toPixelY(from, frame) - toPixelY(to, frame);
  const names = series.map(({ label, short = label }, index): LayerName | null => {
    const [highest] = layers
      .filter((layer) => layer.series === index && !layer.point.isUnfinished)
      .sort((a, b) => toHeight(b) - toHeight(a));
    if (!highest || toHeight(highest) < NAME_HEIGHT) return null;
    const [left, right] = [highest.period.start, addDays(highest.period.end, 1)].map((day) =>
      toPixelX(toUtc(day), frame),
    );
    const text = [label, short].find((name) => measureText(name, FONT_SIZE, 600) < right! - left!);
    if (text === undefined) return null;
    const y = (toPixelY(highest.from, frame) + toPixelY(highest.to, frame)) / 2;
    const width = measureText(text, FONT_SIZE, 600);
    return { series: index, text, x: (left! + right!) / 2, y, width };
  });
  return names.every((name) => name !== null) ? names : null;
}

const NAME_HEIGHT = 18;

/** In ink on the ground of the page, so that they can be read on any fill. */
function drawLayerNames(names: readonly LayerName[]): Plot.Markish[] {
  const own = ofSeries(({ series }: LayerName) => series);
  return [
    Plot.rect(names, {
      x1: pixel(({ x, width }: LayerName) => x - width / 2 - 3),
      x2: pixel(({ x, width }: LayerName) => x + width / 2 + 3),
      y1: pixel(({ y }: LayerName) => y - 8),
      y2: pixel(({ y }: LayerName) => y + 8),
      rx: 2,
      fill: paint('card'),
      fillOpacity: 0.85,
      ...own,
    }),
    Plot.text(names, {
      ...{ x: pixel('x'), y: pixel('y'), text: 'text', fontWeight: 600, fill: 'currentColor' },
      ...own,
    }),
  ];
}

function formatPoint({ value, kind }: Point, { unit }: TimeModel): string {
  return formatValue(value, unit, kind) + (kind === 'projection' ? ' (proj.)' : '');
}

/** Every column's value where they fit side by side, else only the last one's. */
function drawTopLabels(
  layers: readonly Layer[],
  frame: TimeFrame,
  model: TimeModel,
): Plot.Markish[] {
  const text = ({ point }: Layer) => formatPoint(point, model);
  const room = (frame.frame.right - frame.frame.left) / Math.max(1, frame.periods.length);
  const fits = layers.every((layer) => measureText(text(layer), 12, 600) < room);
  const labeled = fits ? layers : layers.slice(-1);
  return [
    Plot.text(labeled, {
      x: (layer: Layer) => toMiddle(layer.period),
      y: 'to',
      text,
      dy: -9,
      fontWeight: 600,
      // The last column touches the right edge; its label ends there too.
      textAnchor: fits ? 'middle' : 'end',
      dx: fits ? 0 : room / 2,
    }),
  ];
}

export function listStackSpots(layers: readonly Layer[], frame: TimeFrame) {
  const place = new Map(frame.periods.map(({ label }, index) => [label, index]));
  return layers.map(({ series, period, from, to }) => ({
    x: toPixelX(toMiddle(period), frame),
    y: toPixelY((from + to) / 2, frame),
    top: toPixelY(Math.max(from, to), frame),
    series,
    period: place.get(period.label)!,
  }));
}
