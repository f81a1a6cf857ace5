/** Search by a form and by a key. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

withoutScript(
  'the field in the header finds chips, charts, events and sources',
  async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search the site' }).fill('a100');
    await page.getByRole('searchbox', { name: 'Search the site' }).press('Enter');
    await expect(page).toHaveURL(/\/search\?q=a100/);
    for (const name of ['Chips', 'Events', 'Sources']) {
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    }
    await page.getByRole('main').getByRole('link', { name: 'A100', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'A100' })).toBeVisible();
  },
);

withoutScript('half a word and a missing accent find as well', async ({ page }) => {
  await page.goto('/search?q=julich+super');
  await expect(page.getByRole('link', { name: 'Jülich Supercomputing Centre' })).toBeVisible();
});

withoutScript('nothing found is said so, with a way on', async ({ page }) => {
  await page.goto('/search?q=zzzzzz');
  await expect(page.getByText('0 finds.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Or look through' })).toBeVisible();
});

withoutScript('a misspelled word is put right', async ({ page }) => {
  await page.goto('/search?q=nvdia+h100');
  await page.getByRole('main').getByRole('link', { name: 'Nvidia h100' }).click();
  await expect(page).toHaveURL('/search?q=Nvidia+h100');
  await expect(page.getByText(/^[1-9]\d* finds?/)).toBeVisible();
});

test('the key / leads to the field, until it is switched off', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no such key');
  await page.goto('/search');
  const field = page.getByRole('searchbox', { name: 'Search the site' });
  const key = page.getByRole('checkbox', { name: /leads to the search field/ });
  await expect(key).toBeChecked();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await field.blur();
  await key.uncheck();
  await key.blur();
  await page.keyboard.press('/');
  await expect(field).not.toBeFocused();
});

withoutScript('what is called so comes first', async ({ page }) => {
  for (const [words, name] of [
    ['nvidia', 'Nvidia'],
    ['rtx4090', 'GeForce RTX 4090'],
    ['h100 price', 'Prices'],
  ] as const) {
    await page.goto(`/search?q=${words}`);
    const results = page.getByRole('main').getByRole('listitem');
    await expect(results.first().getByRole('link')).toHaveText(name);
  }
});
