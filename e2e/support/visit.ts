/** Opening a page and knowing when it has come to rest. */
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
    const listWaits = async () => ({
      asleep: await page.evaluate(countAsleep),
      underWay: underWay.size,
    });
    await expect
      .poll(listWaits, { message: path, timeout: 30_000 })
      .toEqual({ asleep: 0, underWay: 0 });
  };
  await rest();
  return rest;
}

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
