/** The data centers: the list, a site, what has no page. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

test('sites are found while one types, and lead to their pages', async ({ page }) => {
  await page.goto('/data-centers');
  await page.getByRole('searchbox', { name: 'Site, place, owner, user or chip' }).fill('memphis');
  const table = page.getByRole('table', { name: 'Data centers' });
  await expect(table).not.toContainText('Zhangbei');
  await table.getByRole('link', { name: 'Colossus 2' }).click();
  await expect(page).toHaveURL('/data-centers/colossus-2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Colossus 2');
});

withoutScript('filter, order and a site’s measures work without scripts', async ({ page }) => {
  await page.goto('/data-centers');
  const finder = page.getByRole('search', { name: 'Find a data center' });
  await finder.getByRole('combobox', { name: 'Owner' }).selectOption('xai');
  await finder.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/\/data-centers\?.*owner=xai/);
  const table = page.getByRole('table', { name: 'Data centers' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await table.getByRole('link', { name: /^IT power/ }).click();
  await expect(page).toHaveURL(/sort=/);
  await page.goto('/data-centers/colossus-2');
  await page.getByRole('link', { name: 'Facility power' }).first().click();
  await expect(page).toHaveURL(/\/data-centers\/colossus-2\?measure=facility-power(#.*)?$/);
  await page.goto('/data-centers/colosus-2');
  await page.getByRole('link', { name: 'Colossus 2' }).click();
  await expect(page).toHaveURL('/data-centers/colossus-2');
});
