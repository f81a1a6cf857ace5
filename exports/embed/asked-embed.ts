/** A chart as an embed's address asks for it; strict, as a wrong picture in somebody's article stays unnoticed. */

import type { Query } from '@/address/parameters';
import { findChartView } from '@/catalog/asked-view';
import { getPublishedChart } from '@/catalog/published';
import { type ChartView, listParameters } from '@/catalog/view';
import type { Tracker } from '@/db/connection';
import { answerWrongParameters } from '../answer';
import { type Asked, answerTooOld, openAsked } from '../asked-snapshot';
import { answerNoSuchChart, explainCorrections, explainUnknown } from '../explain';
import { type EmbedTheme, themes } from './code';

export interface AskedEmbed extends Pick<Asked, 'tracker' | 'lasts'> {
  readonly view: ChartView;
  readonly theme: EmbedTheme;
}

/** The chart and its theme, or the answer that says why it cannot be shown. */
export async function readEmbed(
  current: Tracker,
  slug: string,
  whole: Query,
): Promise<AskedEmbed | Response> {
  const chart = getPublishedChart(slug);
  if (!chart) return answerNoSuchChart(slug);
  const asked = openAsked(current, whole);
  if (asked instanceof Response) return asked;
  const { tracker, lasts } = asked;
  const { theme: wanted = 'auto', ...query } = asked.query;
  const theme = themes.find((one) => one === wanted);
  const found = await findChartView(tracker, chart, query);
  if (!found.view) return answerTooOld(tracker.snapshot, 'this chart', found.lacking);
  const { view, corrections } = found;
  const problems = [
    ...(theme ? [] : [{ parameter: 'theme', found: String(wanted), allowed: themes }]),
    ...explainCorrections(view, corrections),
    ...explainUnknown(query, [...listParameters(view), 'theme', 'snapshot']),
  ];
  if (problems.length > 0 || !theme) return answerWrongParameters(problems);
  return { view, theme, tracker, lasts };
}
