/**
 * What Lighthouse says of every main page as a phone loads it: medians of three runs, the
 * pages taking turns. `TRACKER_PAGES="/papers /revenue"` measures only those.
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sitePages } from '@/app/site-pages';
import { findBrowser } from '../bootstrap/browser.mjs';
import { run as runProgram } from '../bootstrap/process.mjs';
import { report, toMedian } from './support/measure';
import { withServer } from './support/with-server';

/** The last that Node 20 runs; fetched when it is first needed, because it is large. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
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

interface LighthouseReport {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

export async function run(): Promise<void> {
  const pages = process.env.TRACKER_PAGES?.split(' ') ?? sitePages.map(({ href }) => href);
  const browser = await findBrowser();
  await withServer(async (root) => {
    const found = new Map(pages.map((page) => [page, [] as Record<Figure, number>[]]));
    for (let turn = 0; turn < RUNS; turn += 1) {
      for (const [page, runs] of found) runs.push(await load(root + page, browser));
    }
    for (const [page, runs] of found) {
      for (const [figure, goal] of Object.entries(FIGURES)) {
        const median = toMedian(runs.map((one) => one[figure as Figure]));
        report(`${page} ${figure}`, median, goal);
      }
    }
  });
}

async function load(url: string, browser: string): Promise<Record<Figure, number>> {
  const file = join(tmpdir(), `tracker-lighthouse-${process.pid}.json`);
  const flags = `--chrome-flags=--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`;
  const { code, output } = await runProgram(
    'npx',
    ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${file}`, flags],
    { env: { CHROME_PATH: browser }, seconds: 180, shell: process.platform === 'win32' },
  );
  if (code !== 0) throw new Error(`Lighthouse could not measure ${url}:\n${output}`);
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8')) as LighthouseReport;
  rmSync(file);
  const read = (figure: string) => {
    const score = categories[figure]?.score;
    return typeof score === 'number'
      ? Math.round(score * 100)
      : (audits[figure]?.numericValue ?? Number.NaN);
  };
  return Object.fromEntries(Object.keys(FIGURES).map((figure) => [figure, read(figure)])) as Record<
    Figure,
    number
  >;
}
