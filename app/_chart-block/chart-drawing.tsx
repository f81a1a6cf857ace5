/** The two drawings of a view, wide and narrow, and the island that reads them out. */

import type { Drawing } from '@/charts/canvas';
import { type DrawnModel, kindOf } from '@/charts/kinds';
import { type Drawable, drawForPage, type PageDrawings } from '@/charts/page-drawings';
import type { SourceRow } from '@/db/queries/names';
import { ServerDrawing } from '../_ui/server-drawing';
import { ChartHover } from './chart-hover';
import type { HoverDrawing, HoverFigure, HoverSpot } from './hover-drawing';

export function ChartDrawing({
  drawable,
  sources = [],
}: {
  drawable: Drawable;
  /** Those whose publishers hovering names. */
  sources?: readonly SourceRow[];
}) {
  const { wide, narrow } = drawForPage(drawable);
  const { figures, drawings } = listFigures(drawable.model, { wide, narrow }, sources);
  return (
    <ChartHover figures={figures} drawings={drawings} by={kindOf(drawable.model).nearness}>
      <DrawingBox drawing={wide} className="drawing-wide" />
      <DrawingBox drawing={narrow} className="drawing-narrow" />
    </ChartHover>
  );
}

/** A small picture over time that has one width; figures are in the order of its hits. */
export function PanelDrawing({
  drawing,
  figures,
  label,
}: {
  drawing: Drawing;
  figures: readonly HoverFigure[];
  label: string;
}) {
  const spots = drawing.hits.map(({ x, y }, place): HoverSpot => [x, y, place]);
  return (
    <ChartHover
      figures={figures}
      drawings={[{ area: toArea(drawing), spots }]}
      by="column"
      label={label}
    >
      <DrawingBox drawing={drawing} className="mt-1" />
    </ChartHover>
  );
}

function DrawingBox({ drawing, className }: { drawing: Drawing; className: string }) {
  const { svg, width, height, links = [] } = drawing;
  return (
    <div className={`relative ${className}`}>
      <ServerDrawing svg={svg} />
      {links.length > 0 && (
        // A picture is one thing to a screen reader and may hold no links: they lie on top.
        // biome-ignore lint/a11y/noSvgWithoutTitle: not a picture but a layer of links, each with its title
        <svg viewBox={`0 0 ${width} ${height}`} className="drawn-links">
          {links.map(({ x, y, width, height, text, href }) => (
            <a key={href} href={href} aria-label={text}>
              <title>{text}</title>
              <rect x={Math.round(x)} y={y} width={Math.round(width)} height={height} />
            </a>
          ))}
        </svg>
      )}
    </div>
  );
}

/**
 * What hovering reads out: each figure once, and where it stands in either drawing.
 * Rankings have fewer rows in the narrow one; over time both mostly agree.
 */
function listFigures(
  model: DrawnModel,
  { wide, narrow }: PageDrawings,
  sources: readonly SourceRow[],
) {
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

function toArea({ frame, width, height }: Drawing): HoverDrawing['area'] {
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
