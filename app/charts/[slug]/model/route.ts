/**
 * A chart's figures before they are drawn, and how they came from the plain ones:
 * what a browser needs to draw a visitor's own over them. Takes the chart's own
 * parameters and `snapshot`.
 */
import { answerChartView } from '@/exports/chart-answer';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return answerChartView(request, slug, ({ title, subtitle, model, base, trend, sources }) => ({
    title,
    subtitle,
    model,
    base,
    trend,
    sources,
  }));
}
