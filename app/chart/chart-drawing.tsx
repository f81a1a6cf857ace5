/** The two drawings of a view, wide and narrow, and the island that reads them out. */

import type { ChartView } from '@/catalog/view';
import type { Drawing } from '@/charts/canvas';
import type { ChartModel } from '@/charts/model';
import { isDated, listDatedEntries, listPeriods } from '@/charts/model';
import { formatValue } from '@/units/format-value';
import { formatPeriod, formatPeriodLong } from '@/units/period';
import { ChartHover, type HoverDrawing, type HoverFigure, type HoverSpot } from './chart-hover';

/** What a drawing on a page needs of a view. */
export type DrawnView = Pick<ChartView, 'model' | 'wide' | 'narrow' | 'sources'>;

export function ChartDrawing({ view }: { view: DrawnView }) {
  const { wide, narrow, model } = view;
  const { figures, drawings } = listFigures(view);
  return (
    <ChartHover
      figures={figures}
      drawings={drawings}
      byColumn={model.shape !== 'ranking' && !isDated(model)}
    >
      <DrawingBox drawing={wide} className="drawing drawing-wide" />
      <DrawingBox drawing={narrow} className="drawing drawing-narrow" />
    </ChartHover>
  );
}

function DrawingBox({ drawing, className }: { drawing: Drawing; className: string }) {
  const { svg, width, height, links = [] } = drawing;
  return (
    <div className={`relative ${className}`}>
      <div
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own drawing, texts escaped by Plot
        dangerouslySetInnerHTML={{ __html: svg }}
      />
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
function listFigures({ model, wide, narrow, sources }: DrawnView) {
  const titles = new Map(sources.map(({ source, publisher }) => [source, publisher]));
  const read = buildReader(model);
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

interface Reading {
  readonly name: string;
  readonly text: string;
  readonly when: string;
  readonly source: string | null;
  readonly evidence: string | null | undefined;
}

function buildReader(model: ChartModel): (series: number, period: number) => Reading {
  if (model.shape === 'ranking') {
    return (_, index) => {
      const entry = model.entries[index]!;
      return {
        name: entry.label,
        text: formatValue(entry.value, model.unit),
        when: entry.details.join(' · '),
        source: entry.source,
        evidence: entry.evidence,
      };
    };
  }
  if (isDated(model)) {
    const entries = listDatedEntries(model);
    return (_, index) => {
      const { entry, group } = entries[index]!;
      const amount = entry.value === null ? entry.label : formatValue(entry.value, model.unit);
      return {
        name: entry.value === null ? group.label : `${entry.label}, ${group.label}`,
        text: amount,
        when: formatPeriod(entry.date.label),
        source: entry.source,
        evidence: entry.evidence,
      };
    };
  }
  const periods = listPeriods(model);
  return (series, index) => {
    const { label, points } = model.series[series]!;
    const period = periods[index]!;
    const point = points.find((one) => one.period.label === period.label);
    const mark = { measured: '', estimate: ', estimate', projection: ', projected' };
    return {
      name: label,
      text: formatValue(point?.value ?? null, model.unit) + mark[point?.kind ?? 'measured'],
      when:
        period.kind === 'fiscal-quarter' ? formatPeriodLong(period) : formatPeriod(period.label),
      source: point?.source ?? null,
      evidence: point?.evidence,
    };
  };
}
