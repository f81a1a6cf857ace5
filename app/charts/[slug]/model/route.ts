/**
 * A chart's figures before they are drawn, and how they came from the plain ones:
 * what a browser needs to draw a visitor's own over them. Takes the chart's own
 * parameters and `snapshot`.
 */
import { answerChartView } from '@/exports/chart-answer';
import { toChartPublication } from '@/exports/chart-publication';
import { toPictureWords } from '@/exports/picture/words';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return answerChartView(request, slug, (view) => {
    const { title, subtitle, model, base, trend, sources } = view;
    const publication = toChartPublication(view, view.snapshot);
    const words = toPictureWords(publication);
    return { title, subtitle, model, base, trend, sources, words, stem: publication.stem };
  });
}
