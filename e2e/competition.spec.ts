/** Nvidia and its rivals side by side. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { openAtRest } from './support/visit';

withoutScript('every measure has its panels, figures in words and a way on', async ({ page }) => {
  await page.goto('/competition');
  const revenue = page.getByRole('region', { name: 'Data center revenue' });
  await expect(revenue.getByRole('listitem')).toHaveCount(7);
  await expect(revenue.getByRole('img', { name: /^Nvidia: \$89.0bn in/ })).toBeVisible();
  await expect(revenue.getByRole('listitem').filter({ hasText: 'Google' })).toContainText(
    'no figure',
  );
  await revenue.getByRole('link', { name: 'Data center revenue', exact: true }).click();
  await expect(page).toHaveURL('/revenue');
});

test('a panel is read out figure after figure, and each leads to what is behind it', async ({
  page,
}) => {
  await openAtRest(page, '/competition');
  const figures = page.getByRole('group', { name: 'Figures: Nvidia, Data center revenue' });
  await figures.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(figures.getByRole('strong')).toHaveText('Q2 2026');
  await expect(figures).toContainText('$89.0bn');
  const tip = (await figures.getByRole('strong').boundingBox())!;
  expect(tip.x).toBeGreaterThanOrEqual(0);
  expect(tip.x + tip.width).toBeLessThanOrEqual(page.viewportSize()!.width);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/evidence\/nvidia-revenue\//);
});

withoutScript('the figure of a panel leads to its evidence', async ({ page }) => {
  await page.goto('/competition');
  await page
    .getByRole('link', { name: /^AMD, Share of the computing power of AI chips shipped: / })
    .click();
  await expect(page).toHaveURL(/\/evidence\/gpu-market-share\/ai-compute-shipped-epoch~.*~amd$/);
});
