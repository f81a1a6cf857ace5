/** Reached as `/<kind>/<slug>.<format>` and `/deck.<format>`; see the rewrites in next.config.ts. */
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { openTracker } from '@/db/connection';
import { answerDocument, answerProblem, answerUnknownName } from '@/exports/answer';
import { ATOM } from '@/exports/atom';
import { answerCalculator } from '@/exports/calculator-answer';
import { answerChart } from '@/exports/chart-answer';
import { answerDataset } from '@/exports/dataset-answer';
import { answerDeck } from '@/exports/deck-answer';
import { writeDatasetFeed } from '@/exports/feed';

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
  if (kind === 'datasets' && format === 'atom') return answerDatasetFeed(request, slug);
  if (kind === 'deck') return answerDeck(request, openTracker(), { extension: format });
  const answer = answers.get(kind);
  if (answer) return answer(request, openTracker(), { slug, extension: format });
  const detail = `There are files of ${[...answers.keys()].join(', ')}.`;
  return answerProblem({ status: 404, title: 'There are no such files', detail });
}

/** What changed in a dataset, for readers of feeds; not of its rows, so no format of them. */
async function answerDatasetFeed(request: Request, slug: string): Promise<Response> {
  const contract = datasets.find((one: Contract) => one.slug === slug);
  if (!contract) {
    const known = datasets.map((one) => one.slug);
    return answerUnknownName('dataset', slug, { known, list: '/datasets.json lists them all.' });
  }
  return answerDocument(request, {
    mediaType: ATOM,
    write: () => writeDatasetFeed(openTracker(), contract),
  });
}
