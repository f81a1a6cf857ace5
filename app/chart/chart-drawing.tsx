/** The two drawings of a view, wide and narrow, and the island that reads them out. */

import type { ChartView } from '@/catalog/view';
import type { Drawing } from '@/charts/canvas';
import type { ChartModel } from '@/charts/model';
import { isDated, listDatedEntries, listPeriods } from '@/charts/model';
import { formatValue } from '@/units/format-value';
import { formatPeriod, formatPeriodLong } from '@/units/period';
import { ChartHover, type HoverDrawing, type HoverFigure } from './chart-hover';

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
 * What hovering reads out: each figure once, and where it stands in either drawing,
 * which differ in rows and axes.
 */
function listFigures({ model, wide, narrow, sources }: DrawnView): {
  figures: HoverFigure[];
  drawings: readonly HoverDrawing[];
} {
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
  const drawings = [wide, narrow].map(({ frame, width, height, hits }): HoverDrawing => {
    const { left, right, top, bottom } = frame;
    return {
      size: [width, height],
      area: [Math.round(left), Math.round(top), Math.round(right - left), Math.round(bottom - top)],
      spots: hits.map(({ x, y, series, period }) => [x, y, toPlace(series, period)]),
    };
  });
  return { figures, drawings };
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
