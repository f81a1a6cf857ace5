/**
 * A chart's figures before they are drawn, and how they came from the plain ones:
 * what a browser needs to draw a visitor's own over them. Takes the chart's own
 * parameters and `snapshot`.
 */

import { toQuery } from '@/address/href';
import { getPublishedChart } from '@/catalog/published';
import { openTracker } from '@/db/connection';
import { answerNoSuchChart } from '@/exports/answer';
import { answerTooOld, openAsked } from '@/exports/publication-answer';
import { findChartView } from '@/views/asked-view';

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
  const { title, subtitle, model, base, trend, sources } = view;
  return Response.json({ title, subtitle, model, base, trend, sources });
}
