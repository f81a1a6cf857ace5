/** What holds on every page, asked of the page as it stands now. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe says again when the colors change; everything else is the same in both. */
const RULES_OF_COLOR = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing to say, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await changeColors(page, 'light');
  expect(await listViolations(buildAxe(page)), 'light').toEqual([]);
  await changeColors(page, 'dark');
  const inDark = buildAxe(page).withRules(RULES_OF_COLOR);
  expect(await listViolations(inDark), 'dark').toEqual([]);
}

/** Colors of controls do not change at once. */
async function changeColors(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** In its plain mode, which looks into no frames of other sites and takes half the time. */
const buildAxe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ rules: RULES_OF_22 });

/** WCAG 2.2 asks for these at AA, and axe does not by itself: targets of 24 px, names that begin as they read. */
const RULES_OF_22 = {
  'target-size': { enabled: true },
  'label-content-name-mismatch': { enabled: true },
};

async function listViolations(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.slice(0, 3).map(({ html }) => html),
  }));
}

/** Nothing makes the page scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}
