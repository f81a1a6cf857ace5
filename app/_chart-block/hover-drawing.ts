/** Drawings as the element that reads them out knows them: texts, and where they stand. */

/** What a figure is of: its name, its color where it has one, its id where it can be focused on. */
export type HoverName = readonly [name: string, color?: string, id?: string];

/**
 * The place of its name, value, period, source, the address of the evidence, the change
 * from a year earlier; empty where there is none. Figures of one group are read together:
 * all at one date, or all in one row.
 */
export type HoverFigure = readonly [
  name: number,
  group: number,
  text: string,
  when: string,
  source: string,
  evidence: string,
  change: string,
];

/** x and y in thousandths of the plot area, and the figure's place in the list. */
export type HoverSpot = readonly [x: number, y: number, figure: number];

/** One of the drawings that a style sheet chooses from, and where it shows which figure. */
export interface HoverDrawing {
  /** The plot area as shares of the drawing: left, top, width, height. */
  readonly area: readonly [number, number, number, number];
  /** Absent: as in the first drawing. */
  readonly spots?: readonly HoverSpot[];
}

/** Wide and narrow, of which the style sheet shows one; or the only one. */
type HoverDrawings = readonly [
  HoverDrawing & { readonly spots: readonly HoverSpot[] },
  HoverDrawing?,
];

/** All that is read out of a drawing. */
export interface HoverContent {
  readonly names: readonly HoverName[];
  /** By group and, within one, from the largest down. */
  readonly figures: readonly HoverFigure[];
  readonly drawings: HoverDrawings;
}

/**
 * What counts as near. Over time (`column`) a step sideways weighs more than one up,
 * or lines that cross jump about. In rows only the height counts: a mark may lie far
 * from the label that is pointed at. Single dots (`point`) are as near as they look.
 */
export type Nearness = 'column' | 'row' | 'point';

/** The place of the spot nearest to a point in thousandths of the plot area; -1 where there is none. */
export function findNearest(
  { spots, width, height }: { spots: readonly HoverSpot[]; width: number; height: number },
  { x, y }: { x: number; y: number },
  by: Nearness,
): number {
  // Two marks of one row differ sideways only, and those of one date in height, so that a
  // trace of it is left.
  const weight = { column: 1e6, row: 1e-6, point: (width / height) ** 2 }[by];
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  spots.forEach(([sx, sy], index) => {
    const distance = weight * (sx - x) ** 2 + (sy - y) ** 2;
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}

/**
 * Whichever of the box's first children is shown: its spots, and its plot area in
 * pixels from the top left of the box. Null where none is.
 */
export function findShown(box: HTMLElement, drawings: HoverDrawings) {
  // What a drawing says in words stands before it and is no box.
  const boxes = [...box.children].filter(({ localName }) => localName === 'div');
  for (const [index, drawing] of drawings.entries()) {
    const element = boxes[index];
    if (!(element instanceof HTMLElement) || !drawing || element.offsetWidth === 0) continue;
    const { area, spots = drawings[0].spots } = drawing;
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = element;
    const [left, top, width, height] = area;
    return {
      isNarrow: index > 0,
      spots,
      left: offsetLeft + left * offsetWidth,
      top: offsetTop + top * offsetHeight,
      width: width * offsetWidth,
      height: height * offsetHeight,
    };
  }
  return null;
}

/**
 * Where a box of this size covers the fewest of the marks, in pixels like theirs: left or
 * right of the rule at `x`, at one of a few heights. Of equals the one with more room.
 */
export function placeReadout(
  marks: readonly (readonly [x: number, y: number])[],
  { x, width, height }: { x: number; width: number; height: number },
  within: { readonly left: number; readonly right: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const sides = [x + GAP, x - GAP - width].filter(
    (left) => left >= within.left && left + width <= within.right,
  );
  if (within.right - x < x - within.left) sides.reverse();
  const lowest = Math.max(0, within.height - height);
  const places = (sides.length > 0 ? sides : [within.left]).flatMap((left) =>
    HEIGHTS.map((share) => ({ left, top: share * lowest })),
  );
  const countCovered = ({ left, top }: { left: number; top: number }) =>
    marks.filter(([mx, my]) => mx >= left && mx <= left + width && my >= top && my <= top + height)
      .length;
  return places.reduce((best, one) => (countCovered(one) < countCovered(best) ? one : best));
}

const GAP = 14;
const HEIGHTS = [0.3, 0, 0.6, 1];
