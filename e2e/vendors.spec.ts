/** Vendors as a reader without JavaScript finds them. */
import { expect, test } from './support/no-script';

test('the list leads to a vendor, its chips and its figures', async ({ page }) => {
  await page.goto('/vendors');
  await page.getByRole('table').getByRole('link', { name: 'AMD', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'AMD', exact: true })).toBeVisible();
  for (const name of ['Market share', 'Chips', 'Events']) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('heading', { name: 'Market share', exact: true }).click();
  await page.getByText('The shares as a table').click();
  const shares = page.getByRole('table', { name: 'Shares by market' });
  await page
    .getByText(/^Show all \d+ rows$/)
    .first()
    .click();
  await shares
    .getByRole('row', { name: /Desktop add-in boards/ })
    .getByRole('link', { name: /%/ })
    .click();
  await expect(page).toHaveURL(/\/evidence\/gpu-market-share\/jpr-aib-desktop~.*~amd$/);
});

test('what is not known of a vendor is said so', async ({ page }) => {
  await page.goto('/vendors/groq');
  await expect(page.getByText(/No figure for Groq: .*a share of any market/)).toBeVisible();
});

test('a vendor’s name in the search, the chips and the timeline leads to its page', async ({
  page,
}) => {
  for (const address of ['/search?q=amd', '/chips?vendor=amd', '/timeline?vendor=amd']) {
    await page.goto(address);
    await page.getByRole('main').getByRole('link', { name: 'AMD', exact: true }).first().click();
    await expect(page, address).toHaveURL('/vendors/amd');
  }
});
