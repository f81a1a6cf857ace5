/** What an element needs to read drawings out, made of what was drawn. */
import type { Drawing } from '@/charts/canvas';
import { kindOf } from '@/charts/kinds';
import { type Drawable, drawForPage } from '@/charts/page-drawings';
import type { SourceRow } from '@/db/queries/names';
import type { HoverContent, HoverDrawing, HoverFigure, HoverSpot } from './hover-drawing';

/**
 * What hovering reads out: each figure once, and where it stands in either drawing.
 * Rankings have fewer rows in the narrow one; over time both mostly agree.
 */
export function buildHoverContent(drawable: Drawable, sources: readonly SourceRow[]): HoverContent {
  const { model } = drawable;
  const { wide, narrow } = drawForPage(drawable);
  const titles = new Map(sources.map(({ source, publisher }) => [source, publisher]));
  const read = kindOf(model).buildReader(model);
  const figures: HoverFigure[] = [];
  const places = new Map<string, number>();
  const toPlace = (series: number, period: number): number => {
    const key = `${series} ${period}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const { name, text, when, source, evidence } = read(series, period);
    const publisher = (source && titles.get(source)) || '';
    places.set(key, figures.length);
    return figures.push([name, text, when, publisher, evidence ?? '']) - 1;
  };
  const toSpots = ({ hits }: Drawing) =>
    hits.map(({ x, y, series, period }): HoverSpot => [x, y, toPlace(series, period)]);
  const [wideSpots, narrowSpots] = [toSpots(wide), toSpots(narrow)];
  const drawings = [
    { area: toArea(wide), spots: wideSpots },
    { area: toArea(narrow), ...(areAlike(wideSpots, narrowSpots) ? {} : { spots: narrowSpots }) },
  ] as const;
  return { figures, drawings };
}

/** The plot area of a drawing as shares of it. */
export function toArea({ frame, width, height }: Drawing): HoverDrawing['area'] {
  const { left, right, top, bottom } = frame;
  const share = (pixels: number, whole: number) => Number((pixels / whole).toFixed(4));
  return [
    share(left, width),
    share(top, height),
    share(right - left, width),
    share(bottom - top, height),
  ];
}

/** Whether nobody would see the difference: a hundredth of the plot area. */
function areAlike(one: readonly HoverSpot[], other: readonly HoverSpot[]): boolean {
  return (
    one.length === other.length &&
    one.every(([x, y, figure], index) => {
      const [ox, oy, otherFigure] = other[index]!;
      return figure === otherFigure && Math.abs(x - ox) <= 10 && Math.abs(y - oy) <= 10;
    })
  );
}
