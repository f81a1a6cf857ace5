/** The article as a reader checks it. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

withoutScript('figures stand then and now, and lead to the page behind them', async ({ page }) => {
  await page.goto('/article');
  const card = page
    .getByRole('listitem')
    .filter({ hasText: 'Nvidia’s data-center revenue in a quarter' });
  await expect(card).toContainText('$3.62bn');
  await expect(card).toContainText('$89.0bn');
  await card.getByRole('link', { name: /data-center revenue/ }).click();
  await expect(page).toHaveURL('/revenue');
});

test('a claim has a speaker, a verdict, a finding and a source', async ({ page }) => {
  await page.goto('/article');
  const claim = page
    .getByRole('listitem')
    .filter({ hasText: 'Training the model cost $600,000 at market price' });
  await expect(claim).toContainText('Imprecise');
  await expect(claim).toContainText('Emad Mostaque');
  await expect(claim).toContainText('150,000 hours');
  await expect(claim.getByText(/^Source:/)).toBeVisible();
});
