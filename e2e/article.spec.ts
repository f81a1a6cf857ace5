/** The article as a reader checks it. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

withoutScript('figures stand then and now, and lead to the page behind them', async ({ page }) => {
  await page.goto('/article');
  const card = page
    .getByRole('region', { name: 'Then and now' })
    .getByRole('listitem')
    .filter({ hasText: 'Nvidia’s data center revenue in a quarter' });
  await expect(card).toContainText('more than $3.6 billion');
  await expect(card).toContainText('$89.0bn');
  await card.getByRole('link', { name: /data center revenue/ }).click();
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
  await expect(claim.getByText(/Source:/)).toBeVisible();
});

withoutScript('a verdict and a topic choose claims by address', async ({ page }) => {
  await page.goto('/article');
  await page
    .getByRole('navigation', { name: 'Verdict' })
    .getByText(/^Imprecise/)
    .click();
  await expect(page).toHaveURL('/article?verdict=imprecise#claims');
  await expect(page.getByRole('heading', { name: /^\d+ of 62 claims$/ })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Topic' })
    .getByText(/^Papers/)
    .click();
  await expect(page).toHaveURL('/article?verdict=imprecise&topic=papers#claims');
  await expect(page.getByText('Most researchers in the index used the V100.')).toBeVisible();
  await page.goto('/article?verdict=&topic=all');
  await expect(page).toHaveURL('/article');
  await page.goto('/article?verdict=wrong');
  await expect(page.getByRole('status')).toContainText('verdict cannot be “wrong”');
});

withoutScript('a claim has an address, evidence, and names that lead on', async ({ page }) => {
  await page.goto('/article#claim-06');
  const claim = page.locator('#claim-06');
  await expect(claim.getByRole('link', { name: 'Address of claim 6' })).toHaveAttribute(
    'href',
    '/article#claim-06',
  );
  await claim.getByRole('link', { name: 'Evidence of claim 6' }).click();
  await expect(page).toHaveURL('/evidence/article-claims/claim-06');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stability AI had 32 A100');
  await page.goBack();
  await claim.getByRole('link', { name: 'Stability AI' }).click();
  await expect(page).toHaveURL('/organizations/stability-ai');
});

withoutScript('every then-and-now card has a picture', async ({ page }) => {
  await page.goto('/article');
  const cards = page.getByRole('region', { name: 'Then and now' }).getByRole('listitem');
  await expect(cards).toHaveCount(6);
  for (const card of await cards.all()) await expect(card.getByRole('img')).toBeVisible();
});

withoutScript('a reaction of the market leads to its evidence', async ({ page }) => {
  await page.goto('/article#reactions');
  const row = page
    .getByRole('table', { name: 'Reactions to results and other news' })
    .getByRole('row')
    .filter({ hasText: 'Q4 FY2023 report' });
  await expect(row).toContainText('+65% since January (only reported)');
  await row.getByRole('link', { name: 'over +60% since January' }).click();
  await expect(page).toHaveURL(/\/evidence\/market-reactions\//);
});
