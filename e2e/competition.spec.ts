/** Nvidia and its rivals side by side. */
import { expect } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

withoutScript('every measure has its panels, figures in words and a way on', async ({ page }) => {
  await page.goto('/competition');
  const revenue = page.getByRole('region', { name: 'Data-centre revenue' });
  await expect(revenue.getByRole('listitem')).toHaveCount(7);
  await expect(revenue.getByRole('img', { name: /^Nvidia: \$89.0bn in/ })).toBeVisible();
  await expect(revenue.getByRole('listitem').filter({ hasText: 'Google' })).toContainText(
    'no figure',
  );
  await revenue.getByRole('link', { name: 'Data-centre revenue' }).click();
  await expect(page).toHaveURL('/revenue');
});
