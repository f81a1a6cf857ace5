/**
 * What hovering reads out of a chart: each figure in words, and where it is in the wide
 * and in the narrow drawing. Takes the chart's own parameters and `snapshot`.
 */

import { toQuery } from '@/address/href';
import { getPublishedChart } from '@/catalog/published';
import { openTracker } from '@/db/connection';
import { answerNoSuchChart } from '@/exports/answer';
import { answerTooOld, openAsked } from '@/exports/publication-answer';
import { findChartView } from '@/views/asked-view';
import { buildHoverContent } from '../../../_chart-block/hover-content';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const chart = getPublishedChart(slug);
  if (!chart) return answerNoSuchChart(slug);
  const asked = openAsked(openTracker(), toQuery(request.url));
  if (asked instanceof Response) return asked;
  const { view, lacking } = await findChartView(asked.tracker, chart, asked.query);
  if (!view) return answerTooOld(asked.tracker.snapshot, 'this chart', lacking);
  return Response.json(buildHoverContent(view.drawable, view.sources));
}
