/**
 * What Lighthouse says of every main page as a phone loads it: medians of three runs, the
 * pages taking turns. `TRACKER_PAGES="/papers /revenue"` measures only those.
 */
import { sitePages } from '@/app/site-pages';
import { runLighthouse } from './support/lighthouse';
import { report, toMedian } from './support/measure';
import { withServer } from './support/with-server';

const RUNS = 3;

/** What is read of a run, and what its median may be at most or has to be. */
const FIGURES = {
  performance: { unit: 'of 100', least: 99 },
  accessibility: { unit: 'of 100', least: 100 },
  'best-practices': { unit: 'of 100', least: 100 },
  seo: { unit: 'of 100', least: 100 },
  'largest-contentful-paint': { unit: 'ms', most: 1300 },
  'total-blocking-time': { unit: 'ms', most: 100 },
  'cumulative-layout-shift': { unit: '', most: 0 },
} as const;
type Figure = keyof typeof FIGURES;

export async function run(): Promise<void> {
  const pages = process.env.TRACKER_PAGES?.split(' ') ?? sitePages.map(({ href }) => href);
  await withServer(async (root) => {
    const found = new Map(pages.map((page) => [page, [] as Record<Figure, number>[]]));
    for (let turn = 0; turn < RUNS; turn += 1) {
      for (const [page, runs] of found) {
        const read = await runLighthouse(root + page);
        runs.push(
          Object.fromEntries(
            Object.keys(FIGURES).map((figure) => [figure, read(figure)]),
          ) as Record<Figure, number>,
        );
      }
    }
    for (const [page, runs] of found) {
      for (const [figure, goal] of Object.entries(FIGURES)) {
        const median = toMedian(runs.map((one) => one[figure as Figure]));
        report(`${page} ${figure}`, median, goal);
      }
    }
  });
}
