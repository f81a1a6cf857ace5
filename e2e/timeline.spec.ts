/** The timeline without JavaScript: choices, list, sources. */
import { expect, test } from './support/no-script';

test('category and vendor narrow picture and list alike', async ({ page }) => {
  await page.goto('/timeline');
  await expect(page.getByRole('heading', { name: /^\d+ events, newest first$/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Category', exact: true }).selectOption('launch');
  await page
    .locator('form', { has: page.getByRole('combobox', { name: 'Category', exact: true }) })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(/category=launch/);
  await page.getByRole('combobox', { name: 'Vendor', exact: true }).selectOption('amd');
  await page
    .locator('form', { has: page.getByRole('combobox', { name: 'Vendor', exact: true }) })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(/category=launch/);
  await expect(page.getByRole('heading', { name: 'MI350X and MI355X' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Tesla V100' })).toHaveCount(0);
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
  await page.goto('/timeline#tesla-v100');
  const event = page.locator('#tesla-v100');
  await expect(event).toContainText('Source:');
  // The first link of that name is the event's own address.
  await event.getByRole('link', { name: 'Tesla V100', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tesla V100' })).toBeVisible();
});
