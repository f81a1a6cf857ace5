/** What a visitor sees of a page before scrolling, and how far it scrolls. */
import { expect, test } from '@playwright/test';
import {
  CHART_FIRST_PAGES,
  DESKTOP,
  LONG_PAGES,
  measureFirstScreen,
  PHONE,
  TOPIC_PAGES,
} from './support/first-screen';

const LIMITS = [
  { name: 'a desktop', size: DESKTOP, top: 220, screens: 3 },
  { name: 'a phone', size: PHONE, top: 300, screens: 5 },
] as const;

for (const { name, size, top, screens } of LIMITS) {
  for (const path of [...TOPIC_PAGES, ...CHART_FIRST_PAGES]) {
    test(`${path} begins with its chart on ${name}, and ends soon @once`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.goto(path);
      const seen = await measureFirstScreen(page);
      expect(seen.block?.[0]).toBeLessThanOrEqual(top);
      expect(seen.screens).toBeLessThanOrEqual(screens);
    });
  }
  for (const path of LONG_PAGES) {
    test(`${path} ends soon on ${name} @once`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.goto(path);
      const { screens: filled } = await measureFirstScreen(page);
      expect(filled).toBeLessThanOrEqual(screens);
    });
  }
}

for (const path of ['/', '/share', '/papers', '/revenue', '/chips', '/prices']) {
  test(`the first chart of ${path} stands whole on the first screen @once`, async ({ page }) => {
    await page.setViewportSize(DESKTOP);
    await page.goto(path);
    const { block } = await measureFirstScreen(page);
    expect(block?.[1]).toBeLessThanOrEqual(DESKTOP.height);
  });
}
