/** Drawings as the element that reads them out knows them: texts, and where they stand. */

/** Series, value, period, source, and the address of the evidence, empty where there is none. */
export type HoverFigure = readonly [
  name: string,
  text: string,
  when: string,
  source: string,
  evidence: string,
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
export type HoverDrawings = readonly [
  HoverDrawing & { readonly spots: readonly HoverSpot[] },
  HoverDrawing?,
];

/** All that is read out of a drawing. */
export interface HoverContent {
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
  // Two marks of one row differ sideways only, so that a trace of it is left.
  const weight = { column: 4, row: 1e-6, point: (width / height) ** 2 }[by];
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
  for (const [index, drawing] of drawings.entries()) {
    const element = box.children[index];
    if (!(element instanceof HTMLElement) || !drawing || element.offsetWidth === 0) continue;
    const { area, spots = drawings[0].spots } = drawing;
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = element;
    const [left, top, width, height] = area;
    return {
      spots,
      left: offsetLeft + left * offsetWidth,
      top: offsetTop + top * offsetHeight,
      width: width * offsetWidth,
      height: height * offsetHeight,
    };
  }
  return null;
}
