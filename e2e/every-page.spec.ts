/**
 * One visit to every page and embed, and all that holds on each: it is accessible in
 * light and dark, as wide as its window, logs no error, moves nothing while it loads,
 * and draws nothing that the first HTML did not hold.
 */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';
import { ALIKE, countDrawings, isDrawn, PAGES } from './support/pages';
import { openAtRest } from './support/visit';

/** A chart over time and a ranking, as other sites show them. */
const EMBEDS = ['/embed/market-share', '/embed/accelerator-holders'];

for (const path of [...PAGES, ...EMBEDS, ...ALIKE]) {
  const tier = ALIKE.includes(path) ? ' @all' : '';
  test(`${path} is whole, quiet and accessible${tier}`, async ({
    page,
    browser,
    contextOptions,
  }) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    const first = page.waitForResponse((response) => response.url().endsWith(path));
    await openAtRest(page, path);
    const drawings = countDrawings(await (await first).text());
    expect(await page.locator('svg[role="img"]').count()).toBe(drawings);
    if (isDrawn(path)) expect(drawings).toBeGreaterThan(0);
    await expectNoSidewaysScroll(page);
    const shifts = await page.evaluate(readLayoutShifts);
    if (shifts.length > 0) expect(await visitAgain(browser, contextOptions, path)).toEqual([]);
    await expectAccessible(page);
    expect(errors).toEqual([]);
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`an embed that is always ${theme} is accessible on either kind of page`, async ({
    page,
  }) => {
    await page.goto(`/embed/market-share?theme=${theme}`);
    await expectAccessible(page);
  });
}

test('the search for what moves finds it @once', async ({ page }) => {
  await page.goto('/docs/api');
  await page.evaluate(() => {
    document.querySelector('main')?.prepend(document.createElement('hr'));
    document.querySelector('hr')?.style.setProperty('height', '300px');
  });
  await expect.poll(() => page.evaluate(readLayoutShifts)).not.toEqual([]);
});

/**
 * A busy machine may paint a page that it has only half parsed. What the page does by
 * itself it does for every first visitor, so each of two more visits is a first one.
 */
async function visitAgain(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  path: string,
): Promise<string[]> {
  let shifts: string[] = [];
  for (let visit = 1; visit === 1 || (visit <= 2 && shifts.length > 0); visit += 1) {
    const context = await browser.newContext(options);
    const tab: Page = await context.newPage();
    await openAtRest(tab, path);
    shifts = await tab.evaluate(readLayoutShifts);
    await context.close();
  }
  return shifts;
}

/** Shifts that the browser noted since the page began, with what moved. */
function readLayoutShifts(): string[] {
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: 'layout-shift', buffered: true });
  const shifts = observer.takeRecords() as Shift[];
  observer.disconnect();
  return shifts.map(({ value, sources }) => {
    const moved = sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 120));
    return `${value}: ${moved.join(' | ')}`;
  });
}
