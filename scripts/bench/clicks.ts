/**
 * From a choice to the painted new chart: medians in a browser of as many first visitors,
 * for views that the server has rendered before.
 */
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../bootstrap/browser.mjs';
import { report, toMedian } from './support/measure';
import { withServer } from './support/with-server';

const VISITORS = 15;
const GOAL = { unit: 'ms', most: 60 };

/** What somebody does, in the page; the picture that changes is the page's first. */
const choices: readonly (readonly [name: string, page: string, act: () => void])[] = [
  [
    'market',
    '/share',
    () => {
      const market = document.querySelector<HTMLSelectElement>('main select[name="market"]');
      if (!market) return;
      market.value = 'steam-survey-cards';
      market.dispatchEvent(new Event('change', { bubbles: true }));
    },
  ],
  [
    'scale',
    '/charts/nvidia-data-center-revenue',
    () => document.querySelector<HTMLElement>('main a[href*="scale=log"]')?.click(),
  ],
  [
    'series',
    '/charts/market-share',
    () => document.querySelector<HTMLElement>('main a[href*="series="]')?.click(),
  ],
  [
    'slider',
    '/charts/nvidia-data-center-revenue',
    () => {
      const end = document.querySelector<HTMLInputElement>('time-slider input');
      if (!end) return;
      end.value = '20';
      end.dispatchEvent(new Event('input', { bubbles: true }));
    },
  ],
];

export async function run(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await withServer(async (root) => {
      for (const [name, path, act] of choices) {
        const times: number[] = [];
        for (let visitor = 0; visitor <= VISITORS; visitor += 1) {
          const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
          await page.goto(root + path, { waitUntil: 'networkidle' });
          const time = await measureChoice(page, act);
          // The first asks for what nobody asked for before.
          if (visitor > 0) times.push(time);
          await page.close();
        }
        report(`${name}, ${path}`, toMedian(times), GOAL);
      }
    });
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the choice until the frame with the new picture is painted. */
async function measureChoice(page: Page, act: () => void): Promise<number> {
  await page.evaluate(() => {
    const painted = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error('The picture did not change.')), 10_000);
      const main = document.querySelector('main');
      const before = main?.querySelector('svg[role="img"]')?.innerHTML;
      const observer = new MutationObserver(() => {
        if (main?.querySelector('svg[role="img"]')?.innerHTML === before) return;
        observer.disconnect();
        // What a frame's callback posts is read once that frame is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
      if (main) observer.observe(main, { subtree: true, childList: true, attributes: true });
    });
    Object.assign(window, { painted });
  });
  return page.evaluate<number>(`(async () => {
    const begun = performance.now();
    (${act.toString()})();
    return (await window.painted) - begun;
  })()`);
}
