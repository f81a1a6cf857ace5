/** Opening a page and knowing when it has come to rest. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';

/**
 * Opens a page and waits until it rests: loaded, its font decided, its controls
 * listening and none of its requests on their way. Returns a function that waits for its rest
 * once more.
 */
export async function openAtRest(page: Page, path: string): Promise<() => Promise<void>> {
  const underWay = new Set<unknown>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  await page.goto(path, { waitUntil: 'load' });
  const rest = async () => {
    const listWaits = async () => {
      const counted = page.evaluate(countAsleep).catch(() => null);
      const asleep = await Promise.race([counted, pause(STALLED_MS).then(() => null)]);
      if (asleep === null) await wake(page);
      return { asleep, underWay: underWay.size };
    };
    await expect
      .poll(listWaits, { message: path, timeout: 30_000 })
      .toEqual({ asleep: 0, underWay: 0 });
  };
  await rest();
  return rest;
}

/**
 * A busy browser may leave a window without frames, and whatever waits for the next one waits for
 * ever, the test too. In front, and with a picture taken of it, it gets them again.
 */
async function wake(page: Page): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
}

const STALLED_MS = 5000;

/**
 * Once the browser has nothing left to do, how many elements still wait for the code that
 * brings them to life.
 */
async function countAsleep(): Promise<number> {
  await document.fonts.ready;
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((done) => requestIdleCallback(done));
    await new Promise((done) => requestAnimationFrame(done));
  }
  return document.querySelectorAll('main :not(:defined)').length;
}
