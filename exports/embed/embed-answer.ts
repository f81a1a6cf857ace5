/** `/embed/<slug>`: strict, because a wrong picture in somebody's article stays unnoticed. */
import { findChartView } from '@/catalog/asked-view';
import { getPublishedChart } from '@/catalog/published';
import { listParameters } from '@/catalog/view';
import type { Tracker } from '@/db/connection';
import { answerWrongParameters, OPEN_TO_ALL, toCacheControl } from '../answer';
import { answerTooOld, openAsked } from '../asked-snapshot';
import { answerNoSuchChart, explainCorrections, explainUnknown } from '../explain';
import { toQuery } from '../query';
import { themes, writeEmbed } from './document';

export async function answerEmbed(
  request: Request,
  current: Tracker,
  slug: string,
): Promise<Response> {
  const chart = getPublishedChart(slug);
  if (!chart) return answerNoSuchChart(slug);
  const asked = openAsked(current, toQuery(request.url));
  if (asked instanceof Response) return asked;
  const { theme: wanted = 'auto', ...query } = asked.query;
  const theme = themes.find((one) => one === wanted);
  const found = await findChartView(asked.tracker, chart, query);
  if (!found.view) return answerTooOld(asked.tracker.snapshot, 'this chart', found.lacking);
  const { view, corrections } = found;
  const problems = [
    ...(theme ? [] : [{ parameter: 'theme', found: String(wanted), allowed: themes }]),
    ...explainCorrections(view, corrections),
    ...explainUnknown(query, [...listParameters(view), 'theme', 'snapshot']),
  ];
  if (problems.length > 0 || !theme) return answerWrongParameters(problems);
  return new Response(writeEmbed(view, asked.tracker.snapshot, theme), {
    headers: {
      ...OPEN_TO_ALL,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': toCacheControl(asked.lasts),
    },
  });
}
