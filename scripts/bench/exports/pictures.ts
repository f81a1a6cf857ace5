/**
 * Pictures drawn in this process: how long one takes, and what a crowd of the largest
 * ones holds of the memory.
 */
import { getPublishedChart } from '@/catalog/published';
import type { Tracker } from '@/db/connection';
import { toChartPublication } from '@/exports/chart-publication';
import { getFormat } from '@/exports/formats';
import type { Publication } from '@/exports/publication';
import { getChartView } from '@/views/chart-view';
import { measure, report, toMedian } from '../support/measure';
import { withData } from '../support/with-data';

// Two at once, each with its pixels twice while they are packed, and room to breathe.
const GOAL_CROWD_MB = 500;
const CROWD = 40;
const AT_ONCE = 8;

export const measurePictures = (): Promise<void> => withData(measureEach);

async function measureEach(tracker: Tracker): Promise<void> {
  const { view } = await getChartView(tracker, getPublishedChart('market-share')!);
  const publication = toChartPublication(view, tracker.snapshot);
  for (const extension of ['svg', 'png', 'pdf']) {
    const times: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      // Another width each time: nothing is remembered.
      times.push(await measure(() => draw(publication, extension, 1200 + round, '2')));
    }
    console.log(
      `${extension} of market-share, drawn anew: ${toMedian(times).toFixed(1)} ms (median)`,
    );
  }
  await measureCrowd(publication);
}

/** Slides at three times their size, 18 million pixels each, no two of the same width. */
async function measureCrowd(publication: Publication): Promise<void> {
  const before = process.memoryUsage.rss();
  let peak = 0;
  const widths = Array.from({ length: CROWD }, (_, index) => 1900 + index);
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const worker = async () => {
    for (let width = widths.pop(); width; width = widths.pop()) {
      await draw(publication, 'png', width, '3');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  clearInterval(watch);
  report(
    `${CROWD} png at 3×, ${AT_ONCE} asked for at once: memory above that before`,
    (peak - before) / 1e6,
    { unit: 'MB', most: GOAL_CROWD_MB },
  );
}

async function draw(publication: Publication, extension: string, width: number, scale: string) {
  const values = { width: String(width), ...(extension === 'png' ? { scale } : {}) };
  const { problem } = await getFormat('chart', extension)!.render(publication, values);
  if (problem) throw new Error(`${extension} was refused: ${problem.found}`);
}
