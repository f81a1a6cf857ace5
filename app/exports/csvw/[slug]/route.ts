/** Reached as `/datasets/<slug>.csv-metadata.json`; see the rewrites in next.config.ts. */
import { datasets } from '@/data/datasets';
import { answerProblem } from '@/exports/answer';
import { buildCsvw } from '@/exports/api/csvw';
import { answerDocument, toJsonText } from '@/exports/document-answer';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const contract = datasets.find((one) => one.slug === slug);
  if (!contract) {
    return answerProblem({
      status: 404,
      title: 'There is no such dataset',
      detail: `No dataset is called "${slug}". /datasets.json lists them all.`,
    });
  }
  return answerDocument(request, {
    mediaType: 'application/csvm+json',
    write: () => toJsonText(buildCsvw(contract)),
  });
}
