/**
 * Circles on a map of the United States, where most of what is known stands, and on one of the
 * world; on a narrow screen one above the other. The largest are named as far as there is room.
 */
import * as Plot from '@observablehq/plot';
import { grounds } from '#outlines';
import { type Drawing, drawPlot, isNarrow, pixel, type Size } from '../../canvas';
import { paint, paintUnlessBack } from '../../colors';
import { buildLegend, countLegendRows, drawLegend, LEGEND_ROW } from '../../legend';
import { placeNames } from '../../point-labels';
import type { PictureKind } from '../kind';
import { type Located, listDrawn, type MapModel } from './kind';
import type { Ground, Point } from './outlines';

export const picture: PictureKind<MapModel> = { draw, hasOwnHeight: true };

/** Between the two maps, and around each. */
const AIR = 14;

function draw(model: MapModel, asked: Size, label: string): Drawing {
  const { width, mostHeight = Number.POSITIVE_INFINITY } = asked;
  const narrow = isNarrow(asked);
  const { toneLabels } = model;
  const places = listDrawn(model);
  const legend = buildLegend(
    [
      { name: toneLabels.full, color: 'holder', symbol: 'circle', opacity: 0.75 },
      { name: toneLabels.lighter, color: 'holder', symbol: 'circle', look: 'hollow' },
    ],
    asked,
  );
  const top = countLegendRows(legend) * LEGEND_ROW + AIR;
  const panels = layPanels({ width, top, narrow, most: mostHeight - top - AIR });
  const height = Math.max(...panels.map(({ bottom }) => bottom)) + AIR;
  const size = { width, height };
  const frame = { left: 0, right: width, top: 0, bottom: height };
  const largest = Math.max(...places.map(({ value }) => value), 1);
  const [states, world] = panels;
  // On a small map the same circles would cover each other.
  const widest = Math.min(18, Math.max(6, states.width / 32));
  const toRadius = ({ value, tone }: Located) =>
    tone === 'lighter' ? 3 : Math.max(2, Math.sqrt(value / largest) * widest);
  const dots = places.map((one, index) => {
    const point = states.toPoint(one);
    const [x, y] = point ?? world.toPoint(one) ?? [0, 0];
    return { ...one, index, x, y, r: toRadius(one), isEnlarged: point !== null };
  });
  const named = listNamed(dots, panels);
  // Clear of the maps’ titles.
  const names = placeNames(named, { ...frame, top: states.top + 6 });
  const color = paintUnlessBack(places, 'holder');
  const at = { x: pixel('x'), y: pixel('y'), r: pixel('r') } as const;
  const spots = dots.map(({ x, y, index }) => ({ x, y, series: 0, period: index }));
  return drawPlot(
    {
      ...{ label, size, frame },
      x: { type: 'linear', domain: [0, width], axis: null },
      y: { type: 'linear', domain: [0, height], range: [0, height], axis: null },
      marks: [
        ...drawLegend(legend),
        ...panels.flatMap(({ coasts, borders }) => [
          Plot.geo([{ type: 'MultiPolygon', coordinates: coasts.map((ring) => [ring]) }], {
            ...{ fill: paint('grid'), stroke: paint('rule'), strokeWidth: 0.75 },
          }),
          ...(borders.length > 0
            ? [
                Plot.geo([{ type: 'MultiLineString', coordinates: borders }], {
                  ...{ stroke: paint('card'), strokeWidth: 1 },
                }),
              ]
            : []),
        ]),
        // What is enlarged stands small on the map of the world as well.
        Plot.dot(listSpots(dots, world), {
          ...{ x: pixel('x'), y: pixel('y'), r: 1.5, fill: paint('holder') },
        }),
        Plot.dot(
          dots.filter(({ tone }) => tone === 'full'),
          {
            ...at,
            fill: color,
            fillOpacity: 0.75,
            stroke: paint('card'),
            strokeWidth: 0.75,
          },
        ),
        Plot.dot(
          dots.filter(({ tone }) => tone === 'lighter'),
          { ...at, fill: paint('card'), stroke: color, strokeWidth: 1.25 },
        ),
        ...(['start', 'middle', 'end'] as const).map((anchor) =>
          Plot.text(
            names.filter((name) => name.anchor === anchor),
            {
              ...{ x: pixel('x'), y: pixel('y'), textAnchor: anchor, fill: 'currentColor' },
              text: ({ dot }: { dot: number }) => named[dot]?.text ?? '',
              ...{ stroke: paint('card'), strokeWidth: 3, strokeOpacity: 0.8 },
            },
          ),
        ),
        Plot.text(panels, {
          x: pixel('left'),
          y: pixel(({ top: from }) => from - 2),
          ...{ text: 'title', textAnchor: 'start', fill: paint('muted') },
        }),
      ],
    },
    spots,
  );
}

interface Panel {
  readonly title: string;
  readonly width: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly coasts: readonly [number, number][][];
  readonly borders: readonly [number, number][][];
  toPoint(place: Located): Point | null;
}

/** Pixels of a map's width. */
const SMALL = 400;

/** How wide the world is below the United States. */
const WORLD = 0.75;

/** The United States, then the world. */
function layPanels({
  width,
  top,
  narrow,
  most,
}: {
  width: number;
  top: number;
  narrow: boolean;
  most: number;
}): readonly [Panel, Panel] {
  const { states, world } = grounds;
  if (narrow) {
    // Less is known of the world: its map may be smaller.
    const natural = width * (states.height / states.width + WORLD * (world.height / world.width));
    const first = width * Math.min(1, (most - 3 * AIR) / natural);
    const above = layPanel('United States', states, { left: 0, top: top + AIR, width: first });
    const second = { left: 0, top: above.bottom + AIR, width: first * WORLD };
    return [above, layPanel('World', world, second)];
  }
  const widest = ({ width: across, height }: Ground) => (most - AIR) * (across / height);
  const share = Math.min(width * 0.6, widest(states));
  const left = share + 2 * AIR;
  const rest = Math.min(width - left, widest(world));
  return [
    layPanel('United States', states, { left: 0, top: top + AIR, width: share }),
    layPanel('World', world, { left, top: top + AIR, width: rest }),
  ];
}

function layPanel(
  title: string,
  ground: Ground,
  { left, top, width }: { left: number; top: number; width: number },
): Panel {
  const scale = width / ground.width;
  // It says where, not how coasts run: whole pixels are enough, and most of its bytes are coasts.
  const isSmall = width < SMALL;
  const tolerance = isSmall ? 1.5 : 0.9;
  const lay = (lines: Ground['coasts']) =>
    lines
      .map((line) => simplify(line, { scale, origin: [left, top], tolerance }))
      .filter((line) => line.length > 0);
  return {
    ...{ title, width, left, top, bottom: top + ground.height * scale },
    ...{ coasts: lay(ground.coasts), borders: lay(ground.borders) },
    toPoint({ longitude, latitude }) {
      const point = ground.toPoint(longitude, latitude);
      if (!point) return null;
      const [x, y] = [left + point[0] * scale, top + point[1] * scale];
      return isSmall ? [Math.round(x), Math.round(y)] : [x, y];
    },
  };
}

/** Where those stand that another map enlarges: whole pixels, each once. */
function listSpots(
  dots: readonly (Located & { isEnlarged: boolean })[],
  { toPoint }: Panel,
): { x: number; y: number }[] {
  const spots = dots.flatMap((one) => {
    const point = one.isEnlarged ? toPoint(one) : null;
    return point ? [{ x: Math.round(point[0]), y: Math.round(point[1]) }] : [];
  });
  return [...new Map(spots.map((spot) => [`${spot.x} ${spot.y}`, spot])).values()];
}

/** The largest of each map that stand apart from one another, as far as one map bears names. */
function listNamed<Dot extends Located & { x: number; y: number; isEnlarged: boolean }>(
  dots: readonly Dot[],
  [states, world]: readonly [Panel, Panel],
): (Dot & { text: string })[] {
  const [enlarged, others] = [states, world].map(({ width }) => Math.round(width / NAME_ROOM));
  const named: (Dot & { text: string })[] = [];
  for (const dot of dots) {
    const own = named.filter(({ isEnlarged }) => isEnlarged === dot.isEnlarged);
    const isCrowded = own.some(({ x, y }) => Math.hypot(x - dot.x, y - dot.y) < CROWDED);
    if (isCrowded || own.length >= ((dot.isEnlarged ? enlarged : others) ?? 0)) continue;
    named.push({ ...dot, text: dot.label });
  }
  return named;
}

/** Pixels of a map's width for each name that it bears. */
const NAME_ROOM = 70;

/** Pixels between two circles of which only the larger one is named. */
const CROWDED = 28;

/** Lines with as few points as their size asks for. */

/**
 * The line in whole pixels, without points that lie within `tolerance` pixels of what is left
 * (Ramer, Douglas, Peucker). What becomes a dot is dropped: an empty list.
 */
function simplify(
  line: readonly Point[],
  { scale, origin, tolerance }: { scale: number; origin: Point; tolerance: number },
): [number, number][] {
  const scaled = line.map(([x, y]): Point => [x * scale + origin[0], y * scale + origin[1]]);
  const kept = keepCorners(scaled, tolerance).map(([x, y]): [number, number] => [
    Math.round(x),
    Math.round(y),
  ]);
  const whole = kept.filter(
    ([x, y], at) => at === 0 || x !== kept[at - 1]?.[0] || y !== kept[at - 1]?.[1],
  );
  const [xs, ys] = [whole.map(([x]) => x), whole.map(([, y]) => y)];
  const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  if (size < DOT) return [];
  return whole.length > 2 || (line.length < 4 && whole.length > 1) ? whole : [];
}

/** Pixels across which nobody sees as land. */
const DOT = 3;

function keepCorners(line: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let [farthest, most] = [0, 0];
  for (const [at, point] of line.entries()) {
    const distance = toDistance(point, first, last);
    if (distance > most) [farthest, most] = [at, distance];
  }
  if (most < tolerance) return [first, last];
  return [
    ...keepCorners(line.slice(0, farthest + 1), tolerance),
    ...keepCorners(line.slice(farthest), tolerance).slice(1),
  ];
}

/** From a point to the stretch between two others. */
function toDistance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const at = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
}
