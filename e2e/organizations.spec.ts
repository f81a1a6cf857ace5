/** The table of organizations. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

test('organizations are found while one types', async ({ page }) => {
  await page.goto('/organizations');
  await page.getByRole('searchbox', { name: 'Name or country' }).fill('open ai');
  const table = page.getByRole('table', { name: 'Organizations' });
  await expect(table).not.toContainText('Google');
  await expect(table.getByRole('row').nth(1)).toContainText('OpenAI');
  await expect(page).toHaveURL('/organizations?q=open+ai');
});

withoutScript('search, kind, order and pages work without scripts', async ({ page }) => {
  await page.goto('/organizations');
  const table = page.getByRole('table', { name: 'Organizations' });
  await expect(table.getByRole('row', { name: /^Google/ })).toContainText('H100-equivalents');
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL('/organizations?page=2');
  await page.goto('/organizations');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('startup');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL('/organizations?kind=startup');
  await table.getByRole('link', { name: 'Organization', exact: true }).click();
  await expect(page).toHaveURL('/organizations?kind=startup&sort=organization');
  await page.goto('/organizations?q=qqqq');
  await expect(page.getByRole('status')).toContainText('No organization “qqqq”.');
  await page
    .getByRole('status')
    .getByRole('link', { name: /^all \d+ organizations$/ })
    .click();
  await expect(page).toHaveURL('/organizations');
  await page.goto('/organizations?q=OpnAI');
  await page.getByRole('status').getByRole('link', { name: 'OpenAI' }).click();
  await expect(page).toHaveURL('/organizations/openai');
});

withoutScript('the owners’ page leads to every organization', async ({ page }) => {
  await page.goto('/holdings');
  const finder = page.getByRole('search', { name: 'Find an organization' });
  await finder.getByRole('searchbox').fill('stability');
  await finder.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: 'Stability AI' }).click();
  await expect(page).toHaveURL('/organizations/stability-ai');
});

withoutScript('organizations that are ticked in a table are compared', async ({ page }) => {
  for (const path of ['/organizations', '/holdings']) {
    await page.goto(path);
    const table = page.getByRole('table', { name: 'Organizations' });
    await table.getByRole('checkbox', { name: 'Compare Google' }).check();
    await table.getByRole('checkbox', { name: 'Compare Oracle' }).check();
    await page.getByRole('button', { name: 'Compare these' }).click();
    await expect(page).toHaveURL('/compare?orgs=google~oracle');
  }
});
