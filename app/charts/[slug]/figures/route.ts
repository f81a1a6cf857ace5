/**
 * What hovering reads out of a chart: each figure in words, and where it is in the wide
 * and in the narrow drawing. Takes the chart's own parameters and `snapshot`.
 */
import { answerChartView } from '@/exports/chart-answer';
import { buildHoverContent } from '../../../_chart-block/hover-content';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return answerChartView(request, slug, ({ drawable, sources }) =>
    buildHoverContent(drawable, sources),
  );
}
