/** Opening a page and knowing when it has come to rest. */
import { expect, type Page } from '@playwright/test';

/**
 * Opens a page and waits until it rests: loaded, its font decided, its scripts idle
 * and none of its requests on their way. Returns a function that waits for its rest
 * once more.
 */
export async function openAtRest(page: Page, path: string): Promise<() => Promise<void>> {
  const underWay = new Set<unknown>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  await page.goto(path, { waitUntil: 'load' });
  const rest = () =>
    expect
      .poll(async () => {
        await page.evaluate(waitUntilIdle);
        return underWay.size;
      }, path)
      .toBe(0);
  await rest();
  return rest;
}

/** The browser has nothing left to do: scripts have run and what they changed is drawn. */
async function waitUntilIdle(): Promise<void> {
  await document.fonts.ready;
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((done) => requestIdleCallback(done));
    await new Promise((done) => requestAnimationFrame(done));
  }
}
