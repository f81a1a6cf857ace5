/**
 * What heavy work costs light work: while cold documents, large pictures and cold pages are
 * asked for all at once, left, and asked for again, how long a prepared page and a small
 * picture take, and how much memory the server's processes hold after each round.
 */
import { Agent, type ClientRequest, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { report, toQuantile } from './support/measure';
import { withServer } from './support/with-server';

const EACH = 8;
const ROUNDS = 3;
const LEFT_AFTER_MS = 500;
const EVERY_MS = 10;

export async function run(): Promise<void> {
  await withServer(
    async (root) => {
      await settle(root);
      const memory: number[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) memory.push(await tryRound(root, round));
      const [first = Number.NaN] = memory;
      report('memory after the last round', (memory.at(-1) ?? Number.NaN) / first, {
        unit: '× of that after the first',
        most: 1.3,
      });
    },
    { TRACKER_BENCH: '1' },
  );
}

/** Returns the memory held afterwards, in MB. */
async function tryRound(root: string, round: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const light: number[] = [];
  let isOver = false;
  const visitor = (async () => {
    while (!isOver) {
      const begun = performance.now();
      await ask(`${root}/`, { agent }).done;
      light.push(performance.now() - begun);
      await pause(Math.max(0, begun + EVERY_MS - performance.now()));
    }
  })();
  const left = askHeavy(root, round * 1000);
  await pause(LEFT_AFTER_MS);
  for (const { request } of left) request.destroy();
  const again = askHeavy(root, round * 1000 + 500);
  const begun = performance.now();
  await ask(`${root}/charts/market-share.png?width=${500 + round}`).done;
  const small = performance.now() - begun;
  const statuses = await Promise.all(again.map(({ done }) => done));
  const whole = performance.now() - begun;
  isOver = true;
  await visitor;
  agent.destroy();
  if (statuses.some((status) => status !== 200)) throw new Error(`Answered ${statuses}`);
  report(`round ${round}: /, 99% within`, toQuantile(light, 0.99), { unit: 'ms', most: 50 });
  report('  a small picture', small, { unit: 'ms', most: 1000 });
  const memory = await readMemory(root);
  console.log(
    `  / at most ${Math.max(...light).toFixed(0)} ms of ${light.length}; all ${statuses.length} heavy ones ${whole.toFixed(0)} ms; ${memory.toFixed(0)} MB`,
  );
  return memory;
}

/** Nothing of it was asked for before. */
function askHeavy(root: string, seed: number) {
  return Array.from({ length: EACH }, (_, place) => {
    const size = `width=${1000 + ((seed + place) % 700)}&height=${800 + ((seed + place) % 41)}`;
    return [
      ask(`${root}/charts/papers-by-vendor.pdf?${size}`),
      ask(`${root}/charts/market-share.png?${size}&scale=3`),
      ask(`${root}/revenue`, { headers: { 'x-tracker-bypass': '1' } }),
    ];
  }).flat();
}

interface Asked {
  readonly request: ClientRequest;
  /** The status once the body is read; 0 where it broke off. */
  readonly done: Promise<number>;
}

function ask(
  url: string,
  options: { agent?: Agent; headers?: Record<string, string> } = {},
): Asked {
  let end: (status: number) => void = () => {};
  const done = new Promise<number>((resolve) => {
    end = resolve;
  });
  const request = get(url, options, (response) => {
    response.resume();
    response.on('end', () => end(response.statusCode ?? 0));
    response.on('error', () => end(0));
  });
  request.on('error', () => end(0));
  return { request, done };
}

/** Until pages are prepared: what is measured is a server at work, not one that starts. */
async function settle(root: string) {
  for (let quiet = 0; quiet < 5; quiet += 1) {
    await ask(`${root}/`).done;
    await pause(1000);
  }
}

/** Of all processes of the server, in MB. */
async function readMemory(root: string): Promise<number> {
  const text = await (await fetch(`${root}/metrics`)).text();
  const figures = [...text.matchAll(/^tracker_process_memory_bytes\{[^}]*\} (\d+)$/gm)];
  return figures.reduce((sum, [, bytes]) => sum + Number(bytes), 0) / 1024 ** 2;
}
