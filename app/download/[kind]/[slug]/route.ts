/**
 * Where the form of the download panel leads: `?format=png&theme=dark` answers with the
 * file of `/charts/<slug>.png?theme=dark`, to be saved also by browsers that could show it.
 */
import { openTracker } from '@/db/connection';
import { answerProblem } from '@/exports/answer';
import { answerCalculator } from '@/exports/calculator-answer';
import { answerChart } from '@/exports/chart-answer';
import { answerDataset } from '@/exports/dataset-answer';
import { readDownloadForm, toSaved } from '@/exports/publication-answer';

const kinds = {
  charts: { kind: 'chart', answer: answerChart },
  datasets: { kind: 'dataset', answer: answerDataset },
  calculators: { kind: 'calculator', answer: answerCalculator },
} as const;

interface Context {
  readonly params: Promise<{ kind: string; slug: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { kind: folder, slug } = await params;
  const found = Object.entries(kinds).find(([name]) => name === folder)?.[1];
  if (!found) {
    const detail = `There are files of ${Object.keys(kinds).join(', ')}.`;
    return answerProblem({ status: 404, title: 'There are no such files', detail });
  }
  const asked = readDownloadForm(request.url, found.kind, slug);
  if (asked instanceof Response) return asked;
  const file = new Request(new URL(asked.address, request.url), { headers: request.headers });
  const { extension } = asked;
  return toSaved(await found.answer(file, openTracker(), { slug, extension }));
}
