/** Reached as `/<kind>/<slug>.<format>`; see the rewrites in next.config.ts. */
import { openTracker } from '@/db/connection';
import { answerProblem } from '@/exports/answer';
import { answerCalculator } from '@/exports/calculator-answer';
import { answerChart } from '@/exports/chart-answer';
import { answerDataset } from '@/exports/dataset-answer';

export const dynamic = 'force-dynamic';

const answers = new Map([
  ['charts', answerChart],
  ['datasets', answerDataset],
  ['calculators', answerCalculator],
]);

interface Context {
  readonly params: Promise<{ kind: string; slug: string; format: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { kind, slug, format } = await params;
  const answer = answers.get(kind);
  if (answer) return answer(request, openTracker(), { slug, extension: format });
  const detail = `There are files of ${[...answers.keys()].join(', ')}.`;
  return answerProblem({ status: 404, title: 'There are no such files', detail });
}
