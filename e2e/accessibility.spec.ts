/** Every page and embed with axe, light and dark, and nothing scrolling sideways. */
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';
import { PAGES } from './support/pages';

/** A chart over time and a ranking, as other sites show them. */
const EMBEDS = ['/embed/market-share', '/embed/accelerator-holders'];

for (const path of [...PAGES, ...EMBEDS]) {
  test(`${path} is accessible, as wide as its window, and logs no error`, async ({ page }) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(page);
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
