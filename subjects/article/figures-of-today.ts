/** What single claims would say today: the newest figure of the datasets, with its period. */
import type { Tracker } from '@/db/connection';
import { buildKeyFigure } from '@/views/key-figure';
import type { PublishedChart } from '@/views/published-chart';
import type { ThenAndNow, Today } from './compared-figure';
import { findTodayInRows } from './newest-rows';
import { type ClaimAnswerRow, listClaimAnswers } from './queries';

/** A published chart by its slug. */
export type FindChart = (slug: string) => PublishedChart | null | undefined;

/** Claim → figures of today, none for a claim that the datasets cannot follow. */
export async function listToday(
  tracker: Tracker,
  compared: readonly ThenAndNow[],
  findChart: FindChart,
): Promise<ReadonlyMap<string, readonly Today[]>> {
  const today = new Map<string, Today[]>();
  const add = (claim: string, one: Today) => today.set(claim, [...(today.get(claim) ?? []), one]);
  for (const { claim, label, now, now_when, href } of compared) {
    if (claim) add(claim, { label, value: now, period: now_when, href });
  }
  const answers = await listClaimAnswers(tracker.orm);
  const found = await Promise.all(answers.map((answer) => findToday(tracker, answer, findChart)));
  for (const [index, one] of found.entries()) {
    const { claim } = answers[index]!;
    if (one) add(claim, one);
  }
  return today;
}

/** The figure of today that an answer shows; null where there is none, or it shows no figure. */
export async function findToday(
  tracker: Tracker,
  answer: ClaimAnswerRow,
  findChart: FindChart,
): Promise<Today | null> {
  return answer.shows === 'chart-figure'
    ? findChartFigure(tracker, answer, findChart)
    : findTodayInRows(tracker.orm, answer);
}

/** The newest figure of a series of a published chart; null where there is none. */
async function findChartFigure(
  tracker: Tracker,
  { of, chart: slug, query, label }: ClaimAnswerRow,
  findChart: FindChart,
): Promise<Today | null> {
  const chart = findChart(slug ?? '');
  if (!chart || label === null) return null;
  const figure = await buildKeyFigure(tracker, {
    ...{ label, chart, series: of, page: `/charts/${chart.slug}`, alone: true },
    query: Object.fromEntries(new URLSearchParams(query ?? '')),
  });
  if (!figure) return null;
  const { value, period, href, isEstimate } = figure;
  return { label, value, period: isEstimate ? `${period}, estimate` : period, href };
}
