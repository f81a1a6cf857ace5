/** `/charts/<slug>.<format>`: a published chart in a format, as its address asks. */

import { toQuery } from '@/address/href';
import { isRefused, listUnknownParameters } from '@/address/parameters';
import { getPublishedChart, publishedCharts } from '@/catalog/published';
import { openTracker, type Tracker } from '@/db/connection';
import { findChartView } from '@/views/asked-view';
import { type ChartView, listViewParameters } from '@/views/chart-view';
import type { PublishedChart } from '@/views/published-chart';
import { answerMoved } from './answer';
import { toChartPublication } from './chart-publication';
import { type ExportFormat, readFormat } from './format';
import {
  type Asked,
  answerFilesOf,
  answerNoSuch,
  answerTooOld,
  openAsked,
  type Published,
} from './publication-answer';

export const chartFiles = {
  kind: 'chart',
  find: getPublishedChart,
  known: () => publishedCharts.map(({ slug }) => slug),
  list: '/charts.json lists them all.',
  read: async (
    chart: PublishedChart,
    { tracker, query }: Pick<Asked, 'tracker' | 'query'>,
    format: Pick<ExportFormat, 'parameters'>,
  ) => {
    const { values, rest, problems } = readFormat(format, query);
    const found = await findChartView(tracker, chart, rest);
    if (!found.view) return answerTooOld(tracker.snapshot, 'this chart', found.lacking);
    const { view, corrections } = found;
    const known = [...listViewParameters(view), ...Object.keys(format.parameters), 'snapshot'];
    return {
      values,
      problems: [
        ...problems,
        ...corrections.filter(isRefused),
        ...listUnknownParameters(rest, known),
      ],
      build: async () => ({ publication: toChartPublication(view, tracker.snapshot) }),
      toDrawable: () => view.drawable,
    };
  },
} satisfies Published<PublishedChart>;

const answerPublished = answerFilesOf(chartFiles);

export async function answerChart(
  request: Request,
  current: Tracker,
  file: { readonly slug: string; readonly extension: string },
): Promise<Response> {
  const moved = answerMoved(`/charts/${file.slug}.${file.extension}`, request.url);
  return moved ?? answerPublished(request, current, file);
}

/** What a browser asks of a chart as its address shows it, as JSON: the chart's own parameters. */
export async function answerChartView(
  request: Request,
  slug: string,
  toBody: (view: ChartView) => unknown,
): Promise<Response> {
  const moved = answerMoved(new URL(request.url).pathname, request.url);
  if (moved) return moved;
  const chart = getPublishedChart(slug);
  if (!chart) return answerNoSuch(chartFiles, slug);
  const asked = openAsked(openTracker(), toQuery(request.url));
  if (asked instanceof Response) return asked;
  const { view, lacking } = await findChartView(asked.tracker, chart, asked.query);
  if (!view) return answerTooOld(asked.tracker.snapshot, 'this chart', lacking);
  return Response.json(toBody(view));
}
