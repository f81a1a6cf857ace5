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
 * Once the browser has nothing left to do, how many controls still have nobody who
 * listens: React marks an element when it takes it over. Without scripts of ours
 * there is nobody to wait for.
 */
async function countAsleep(): Promise<number> {
  await document.fonts.ready;
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((done) => requestIdleCallback(done));
    await new Promise((done) => requestAnimationFrame(done));
  }
  if (!document.querySelector('script[src^="/_next/"]')) return 0;
  const controls = [...document.querySelectorAll('main :is(button, input, select, [tabindex])')];
  const isAwake = (control: Element) => Object.keys(control).some((key) => /^__react/.test(key));
  return controls.filter((control) => !isAwake(control) && !control.closest('svg')).length;
}
