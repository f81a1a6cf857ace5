/** A chart as an embed's address asks for it; strict, as a wrong picture in somebody's article stays unnoticed. */

import { listUnknownParameters, type Query, readAddress } from '@/address/parameters';
import { getPublishedChart } from '@/catalog/published';
import type { Tracker } from '@/db/connection';
import { findChartView } from '@/views/asked-view';
import { type ChartView, listParameters } from '@/views/chart-view';
import { answerNoSuchChart, answerWrongParameters } from '../answer';
import { type Asked, answerTooOld, openAsked } from '../asked-snapshot';
import { type EmbedTheme, embedParameters } from './code';

interface AskedEmbed extends Pick<Asked, 'tracker' | 'lasts'> {
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
  const { theme: _, ...query } = asked.query;
  const { values, problems } = readAddress(embedParameters, asked.query);
  const found = await findChartView(tracker, chart, query);
  if (!found.view) return answerTooOld(tracker.snapshot, 'this chart', found.lacking);
  const { view, corrections } = found;
  const known = [...listParameters(view), ...Object.keys(embedParameters), 'snapshot'];
  const wrong = [...problems, ...corrections, ...listUnknownParameters(query, known)];
  if (wrong.length > 0) return answerWrongParameters(wrong);
  return { view, theme: values.theme, tracker, lasts };
}
