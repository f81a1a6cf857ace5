/**
 * Pictures over HTTP, from the server that `npm start` runs: first when nobody asked
 * for them before, then again, and with the tag of what the reader has already. One
 * request at a time.
 */
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import { report, toMedian } from '../support/measure';
import { withServer } from '../support/with-server';

const GOAL_COLD_SVG_MS = 40;
const GOAL_COLD_PNG_MS = 250;
const GOAL_MEMOISED_MS = 3;
const GOAL_UNCHANGED_MS = 2;

/** Views that no page shows by itself, each in a size of its own. */
const views = [
  ['nvidia-data-center-revenue', ['by=year', 'by=ttm', 'view=growth-year', 'view=index']],
  ['market-share', ['series=nvidia', 'series=nvidia~amd', 'series=amd', 'time=2018..2022']],
  ['papers-by-vendor', ['series=nvidia~amd', 'series=google', 'view=index', 'time=2020..latest']],
  ['accelerator-holders', ['']],
] as const;

const addresses = (extension: string, sizes: readonly string[]): string[] =>
  views.flatMap(([slug, queries]) =>
    queries.flatMap((query) =>
      sizes.map(
        (size) => `/charts/${slug}.${extension}?${[query, size].filter(Boolean).join('&')}`,
      ),
    ),
  );

export async function measureServer(): Promise<void> {
  await withServer(measurePictures);
}

async function measurePictures(root: string): Promise<void> {
  try {
    // The first pictures of a fresh process load code; nobody means those.
    for (const path of ['/charts/shipments.svg', '/charts/shipments.png']) await ask(root + path);
    const svg = addresses('svg', ['size=article', 'size=square', 'theme=dark', 'size=social']);
    const png = addresses('png', ['size=article&scale=2', 'theme=dark&scale=2']);
    report(
      `svg, asked for the first time (${svg.length})`,
      toMedian((await askAll(root, svg)).map(({ ms }) => ms)),
      { unit: 'ms', most: GOAL_COLD_SVG_MS },
    );
    report(
      `png at 2×, asked for the first time (${png.length})`,
      toMedian((await askAll(root, png)).map(({ ms }) => ms)),
      { unit: 'ms', most: GOAL_COLD_PNG_MS },
    );
    const again = await askAll(root, svg);
    report('svg, asked for again', toMedian(again.map(({ ms }) => ms)), {
      unit: 'ms',
      most: GOAL_MEMOISED_MS,
    });
    const unchanged: number[] = [];
    for (const { url, headers } of again) {
      const { ms, status } = await ask(url, { 'if-none-match': headers.etag ?? '' });
      if (status !== 304) throw new Error(`${url} answered ${status} to its own tag.`);
      unchanged.push(ms);
    }
    report('svg, unchanged (304)', toMedian(unchanged), { unit: 'ms', most: GOAL_UNCHANGED_MS });
  } finally {
    agent.destroy();
  }
}

interface Asked {
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Until the last byte is there. */
  readonly ms: number;
}

async function askAll(root: string, paths: readonly string[]): Promise<Asked[]> {
  const answers: Asked[] = [];
  for (const path of paths) {
    const answer = await ask(root + path);
    if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}.`);
    answers.push(answer);
  }
  return answers;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(url: string, headers: Record<string, string> = {}): Promise<Asked> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () => {
        const { statusCode: status = 0, headers } = answer;
        resolve({ url, status, headers, ms: performance.now() - begun });
      });
    }).once('error', reject);
  });
}
