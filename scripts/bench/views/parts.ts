/**
 * What a view costs in this process, and what of it an answer pays: default views of all
 * charts, of which nothing is known before. Only what shows a picture draws one.
 */
import { publishedCharts } from '@/catalog/published';
import { drawForPage } from '@/charts/page-drawings';
import { buildTable } from '@/charts/table';
import type { Tracker } from '@/db/connection';
import { answerChart } from '@/exports/chart-answer';
import { getChartView } from '@/views/chart-view';
import { measure, toMedian } from '../measure';
import { withData } from '../with-data';

const ROUNDS = 5;

export const measureParts = (): Promise<void> => withData(measureRounds);

async function measureRounds(tracker: Tracker): Promise<void> {
  // The first round loads code; nobody means that.
  await measureRound(tracker, 'first');
  const rounds: Record<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await measureRound(tracker, `${round}`));
  }
  console.log(`${publishedCharts.length} default views, nothing of them known before:`);
  for (const name of Object.keys(rounds[0]!)) {
    const times = rounds.map((round) => round[name]!);
    console.log(`  ${name.padEnd(26)} ${toMedian(times).toFixed(0).padStart(5)} ms`);
  }
}

/** Milliseconds for all charts together. */
async function measureRound(tracker: Tracker, round: string): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  const add = async (name: string, act: () => unknown) => {
    sums[name] = (sums[name] ?? 0) + (await measure(act));
  };
  // What is kept is kept for a snapshot: another id finds nothing.
  const asNew = (name: string): Tracker => ({
    ...tracker,
    snapshot: { ...tracker.snapshot, id: `${name}-${round}` },
  });
  for (const chart of publishedCharts) {
    await add('build', () => getChartView(asNew('view'), chart));
    const { view } = await getChartView(asNew('view'), chart);
    await add('draw, wide and narrow', () => drawForPage(view.drawable));
    await add('table', () => buildTable(view.model));
    for (const extension of ['csv', 'json', 'bib']) {
      const request = new Request(`http://localhost/charts/${chart.slug}.${extension}`);
      await add(`a whole answer of .${extension}`, async () => {
        const asked = { slug: chart.slug, extension };
        const answer = await answerChart(request, asNew(extension), asked);
        await answer.arrayBuffer();
      });
    }
  }
  return sums;
}
