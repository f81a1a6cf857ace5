/**
 * Where the form of the download panel leads: `?format=png&theme=dark` becomes
 * `/charts/<slug>.png?theme=dark`, the address of the file itself.
 */
import { answerProblem } from '@/exports/answer';
import { toDownloadAnswer } from '@/exports/publication-answer';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ kind: string; slug: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { kind, slug } = await params;
  if (kind === 'charts') return toDownloadAnswer(request.url, 'chart', slug);
  if (kind === 'calculators') return toDownloadAnswer(request.url, 'calculator', slug);
  const detail = 'The panel offers files of charts and calculators.';
  return answerProblem({ status: 404, title: 'There is no such panel', detail });
}
