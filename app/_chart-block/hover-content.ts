/** What an element needs to read drawings out, made of what was drawn. */
import type { Drawing, Hit } from '@/charts/canvas';
import { paint } from '@/charts/colors';
import { kindOf } from '@/charts/kinds';
import { type Drawable, drawForPage } from '@/charts/page-drawings';
import { wordOrigin } from '@/data/sources/origins';
import type { SourceRow } from '@/db/queries/names';
import type {
  HoverContent,
  HoverDrawing,
  HoverFigure,
  HoverName,
  HoverSpot,
} from './hover-drawing';

/**
 * What hovering reads out: each figure once, and where it stands in either drawing.
 * Rankings have fewer rows in the narrow one; over time both mostly agree.
 */
export function buildHoverContent(drawable: Drawable, sources: readonly SourceRow[]): HoverContent {
  const { model } = drawable;
  const { wide, narrow } = drawForPage(drawable);
  const titles = new Map(sources.map((source) => [source.source, wordOrigin(source)]));
  const { buildReader, nearness } = kindOf(model);
  const read = buildReader(model);
  const toKey = ({ series, period }: Hit) => `${series} ${period}`;
  const hits = new Map([...wide.hits, ...narrow.hits].map((hit) => [toKey(hit), hit]));
  const readings = [...hits].map(([key, hit], index) => ({
    key,
    hit,
    ...read(hit.series, hit.period),
    // Single dots are read one by one.
    group: nearness === 'point' ? index : hit.period,
  }));
  readings.sort((a, b) => a.group - b.group || (b.value ?? 0) - (a.value ?? 0));
  const series = 'series' in model ? model.series : [];
  // Elements of the drawing say of which series they are by its place.
  const names: HoverName[] = series.map(({ label, color, id }) => [label, paint(color), id]);
  const toName = (name: string, at: number): number => {
    if (series.length > 0) return at;
    const known = names.findIndex(([one]) => one === name);
    return known < 0 ? names.push([name]) - 1 : known;
  };
  const figures = readings.map(
    ({ name, text, when, source, evidence, change = '', group, hit }): HoverFigure => [
      toName(name, hit.series),
      group,
      text,
      when,
      (source && titles.get(source)) || '',
      evidence ?? '',
      change,
    ],
  );
  const places = new Map(readings.map(({ key }, index) => [key, index]));
  const toSpots = ({ hits }: Drawing) =>
    hits.map((hit): HoverSpot => [hit.x, hit.y, places.get(toKey(hit)) ?? 0]);
  const [wideSpots, narrowSpots] = [toSpots(wide), toSpots(narrow)];
  const drawings = [
    { area: toArea(wide), spots: wideSpots },
    { area: toArea(narrow), ...(areAlike(wideSpots, narrowSpots) ? {} : { spots: narrowSpots }) },
  ] as const;
  return { names, figures, drawings };
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
