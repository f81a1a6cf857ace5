/** The article as a reader checks it. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

withoutScript(
  'twelve claims lead, each with its verdict and what is true today @once',
  async ({ page }) => {
    await page.goto('/article');
    const cards = page
      .getByRole('region', { name: 'Twelve claims that matter' })
      .getByRole('listitem');
    await expect(cards).toHaveCount(12);
    const card = cards.filter({ hasText: 'Data center revenue was more than' });
    await expect(card).toContainText('Matches');
    await expect(card).toContainText('$89.0bn');
    await expect(card.getByRole('img')).toBeVisible();
    await card.getByRole('link', { name: /data center revenue in a quarter/ }).click();
    await expect(page).toHaveURL('/revenue');
  },
);

withoutScript(
  'the share of 95% stands next to the share that it compares with',
  async ({ page }) => {
    await page.goto('/article');
    const card = page.getByRole('listitem').filter({ hasText: 'Nvidia holds 95% of the market' });
    await expect(card).toContainText('93.8%');
    await expect(card).toContainText('Both leave out TPUs and other AI chips');
  },
);

test('a claim has a speaker, a verdict, a finding and a source', async ({ page }) => {
  await page.goto('/article?claim=claim-36#claim-36');
  const table = page.getByRole('table', { name: 'Claims' });
  const row = table.getByRole('row', { name: /Training the model cost \$600,000/ });
  await expect(row).toContainText('Imprecise');
  await expect(table.getByText('Emad Mostaque').first()).toBeVisible();
  await expect(table.getByText(/150,000 hours/)).toBeVisible();
  await expect(table.getByRole('link', { name: 'Evidence of claim 36' })).toBeVisible();
});

test('an old address of a claim opens its page of the table', async ({ page }) => {
  await page.goto('/article#claim-47');
  await expect(page).toHaveURL('/article?claim=claim-47#claim-47');
  await expect(page.locator('#claim-47')).toContainText('Most researchers in the index');
});

withoutScript('a verdict and a topic choose claims by address', async ({ page }) => {
  await page.goto('/article');
  await page.getByText(/^All \d+ claims$/).click();
  const filters = page.getByRole('search', { name: 'Filter claims' });
  await filters.getByRole('combobox', { name: 'Verdict' }).selectOption('imprecise');
  await filters.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL('/article?verdict=imprecise#claims');
  await filters.getByRole('combobox', { name: 'Topic' }).selectOption('papers');
  await filters.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL('/article?verdict=imprecise&topic=papers#claims');
  await expect(page.getByText('Most researchers in the index used the V100.')).toBeVisible();
  await expect(page.getByText('1–1 of 1')).toBeVisible();
  await page.goto('/article?verdict=&topic=all');
  await expect(page).toHaveURL('/article');
  await page.goto('/article?verdict=wrong');
  await expect(page.getByText(/“wrong”/)).toBeVisible();
});

withoutScript('a claim has an address, evidence, and names that lead on', async ({ page }) => {
  await page.goto('/article?claim=claim-06#claim-06');
  const claim = page.locator('#claim-06');
  await expect(claim.getByRole('link', { name: 'Address of claim 6' })).toHaveAttribute(
    'href',
    '/article?claim=claim-06#claim-06',
  );
  await page.getByRole('link', { name: 'Evidence of claim 6' }).click();
  await expect(page).toHaveURL('/evidence/article-claims/claim-06');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stability AI had 32 A100');
  await page.goBack();
  await claim.getByRole('link', { name: 'Stability AI' }).click();
  await expect(page).toHaveURL('/organizations/stability-ai');
});

withoutScript('a reaction of the market leads to its evidence', async ({ page }) => {
  await page.goto('/article#reactions');
  await page.getByText('Stock reactions').first().click();
  const row = page
    .getByRole('table', { name: 'Reactions to results and other news' })
    .getByRole('row')
    .filter({ hasText: 'Q4 FY2023 report' });
  await expect(row).toContainText('+65% since January (only reported)');
  await row.getByRole('link', { name: 'over +60% since January' }).click();
  await expect(page).toHaveURL(/\/evidence\/market-reactions\//);
});
