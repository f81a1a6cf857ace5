/** The timeline without JavaScript: choices, list, sources. */
import { expect, test } from './support/no-script';

test('category and vendor narrow picture and list alike', async ({ page }) => {
  await page.goto('/timeline');
  await expect(page.getByRole('heading', { name: /^\d+ events, newest first$/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Category', exact: true }).selectOption('deal');
  await page
    .locator('form', { has: page.getByRole('combobox', { name: 'Category', exact: true }) })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(/category=deal/);
  await page.getByRole('combobox', { name: 'Vendor', exact: true }).selectOption('amd');
  await page
    .locator('form', { has: page.getByRole('combobox', { name: 'Vendor', exact: true }) })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(/category=deal/);
  await expect(page.getByRole('heading', { name: 'OpenAI-AMD 6 GW' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'A100 and DGX A100' })).toHaveCount(0);
});

test('export controls stand by themselves, with the chips under control', async ({ page }) => {
  await page.goto('/timeline');
  const rules = page.getByRole('table', { name: 'Export controls', exact: true });
  await expect(rules.getByRole('row', { name: /^BIS October 2022 rules/ })).toContainText(
    'BIS October 2023 rules',
  );
  const controlled = page.getByRole('table', { name: 'Chips under export control' });
  await expect(controlled.getByRole('row', { name: /A100 80 GB/ })).toContainText('26 Aug 2022');
});

test('an event leads to its chip and names its source', async ({ page }) => {
  await page.goto('/timeline#a100-and-dgx-a100');
  const event = page.locator('#a100-and-dgx-a100');
  await expect(event).toContainText('Source:');
  await event.getByRole('link', { name: 'A100', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'A100' })).toBeVisible();
});
