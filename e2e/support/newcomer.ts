/** Someone who sees the site for the first time, and how much has to be done for an answer. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Newcomer {
  readonly page: Page;
  click(target: Locator): Promise<void>;
  /** Types a text, and Enter; both are one action. */
  type(target: Locator, text: string): Promise<void>;
  choose(target: Locator, option: string | RegExp): Promise<void>;
  /** Scrolls to what must be read, unless it is on the screen. */
  read(target: Locator): Promise<void>;
  /** Clicks, typings, choices, and scrolls to what lay outside the window. */
  count(): number;
}

/** Begins at the overview, as those do who were only told the name. */
export async function arrive(page: Page): Promise<Newcomer> {
  let count = 0;
  await page.goto('/');
  /** A control that is not on the screen costs a scroll. */
  const reach = async (target: Locator) => {
    // The script of the page listens by then.
    await page.waitForLoadState('load');
    await page.waitForFunction(() => !document.querySelector('main :not(:defined)'));
    await target.waitFor({ state: 'visible' });
    const box = await target.boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    if (box && (box.y + Math.min(box.height, height) > height || box.y < 0)) {
      count += 1;
      await target.scrollIntoViewIfNeeded();
    }
  };
  const act = async (target: Locator, how: () => Promise<unknown>) => {
    await reach(target);
    count += 1;
    await how();
  };
  return {
    page,
    click: (target) => act(target, () => target.click()),
    type: (target, text) =>
      act(target, async () => {
        await target.fill(text);
        await target.press('Enter');
      }),
    choose: (target, option) =>
      act(target, async () => {
        const label = target.locator('option').filter({ hasText: option }).first();
        await target.selectOption((await label.getAttribute('value')) ?? '');
      }),
    read: async (target) => {
      await reach(target);
      await expect(target).toBeVisible();
    },
    count: () => count,
  };
}
