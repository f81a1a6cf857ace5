/** The two drawings of a view, wide and narrow, and the island that reads them out. */

import type { ChartView } from '@/catalog/view';
import type { Drawing } from '@/charts/canvas';
import type { ChartModel } from '@/charts/model';
import { isDated, listDatedEntries, listPeriods } from '@/charts/model';
import { formatValue } from '@/units/format-value';
import { formatPeriod, formatPeriodLong } from '@/units/period';
import { ChartHover, type HoverFigure } from './chart-hover';

/** What a drawing on a page needs of a view. */
export type DrawnView = Pick<ChartView, 'model' | 'wide' | 'narrow' | 'sources'>;

export function ChartDrawing({ view }: { view: DrawnView }) {
  const { wide, narrow, model } = view;
  return (
    <ChartHover figures={listFigures(view)} byColumn={model.shape !== 'ranking' && !isDated(model)}>
      <DrawingBox drawing={wide} className="drawing drawing-wide" />
      <DrawingBox drawing={narrow} className="drawing drawing-narrow" />
    </ChartHover>
  );
}

function DrawingBox({ drawing, className }: { drawing: Drawing; className: string }) {
  const { frame, width, height } = drawing;
  // The plot area as shares of the drawing, so that hovering works at any size.
  const area = [
    frame.left / width,
    frame.right / width,
    frame.top / height,
    frame.bottom / height,
  ].map((share) => share.toFixed(4));
  return (
    <div
      className={className}
      data-area={area.join(' ')}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own drawing, texts escaped by Plot
      dangerouslySetInnerHTML={{ __html: drawing.svg }}
    />
  );
}

/** What hovering reads out: where each figure stands and what it says. */
function listFigures({ model, wide, sources }: DrawnView): HoverFigure[] {
  const titles = new Map(sources.map(({ source, publisher }) => [source, publisher]));
  const read = buildReader(model);
  return wide.hits.map(({ x, y, series, period }) => {
    const { name, text, when, source, evidence } = read(series, period);
    const publisher = (source && titles.get(source)) || '';
    return [x, y, name, text, when, publisher, evidence ?? ''];
  });
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
