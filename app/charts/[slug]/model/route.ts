/**
 * A chart's figures before they are drawn, and how they came from the plain ones:
 * what a browser needs to draw a visitor's own over them. Takes the chart's parameters.
 */
import { getPublishedChart } from '@/catalog/published';
import { getChartView } from '@/catalog/view';
import { openTracker } from '@/db/connection';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const chart = getPublishedChart((await params).slug);
  if (!chart) return Response.json({ error: 'There is no such chart.' }, { status: 404 });
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    query[name] = [...(query[name] ?? []), value];
  }
  const single = Object.fromEntries(
    Object.entries(query).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  );
  const { view } = await getChartView(openTracker(), chart, single);
  const { title, subtitle, model, base, trend, sources } = view;
  return Response.json({ title, subtitle, model, base, trend, sources });
}
