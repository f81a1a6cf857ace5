/** What was public on a day, and checks that fail. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';

withoutScript('an older vintage is chosen in words, without JavaScript', async ({ page }) => {
  await page.goto('/charts/chips-sold');
  await page.getByLabel('As of').selectOption({ label: 'As published in Apr 2026' });
  await page.getByRole('button', { name: 'Update chart' }).click();
  await expect(page).toHaveURL(/asof=2026-04-22/);
  await expect(page.getByRole('heading', { name: 'What moved since Apr 2026' })).toBeVisible();
  await expect(page.getByText(/Pale and dashed: as published in Oct 2026/)).toBeVisible();
});

test('a day between two editions shows the earlier; the newer one lies behind it', async ({
  page,
}) => {
  await page.goto('/charts/chips-sold?asof=2026-06-15');
  const picture = page.getByRole('img', { name: /as published in Apr 2026/ }).first();
  await expect(picture).toBeVisible();
  await expect(page.getByText(/as published in Apr 2026 · newest/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a day before the first edition is answered with the first', async ({ page, request }) => {
  await page.goto('/charts/chips-sold?asof=2020-01-01');
  await expect(
    page.getByText(
      'Nothing of this was public by Jan 1, 2020; the first figures are of Apr 22, 2026.',
    ),
  ).toBeVisible();
  expect((await request.get('/charts/chips-sold.csv?asof=2020-01-01')).status()).toBe(400);
});

test('files hold both vintages', async ({ request }) => {
  const answer = await request.get('/charts/chips-sold.json?asof=2026-06-15');
  const { vintage, rows } = await answer.json();
  expect(vintage).toMatchObject({
    published_on: '2026-04-22',
    newer_published_on: '2026-10-01',
  });
  const names = rows.map(({ series }: { series: string }) => series);
  expect(names.some((name: string) => name.endsWith(', Oct 2026'))).toBe(true);
});

test('each comparison has its picture, its formula and its rows', async ({ page }) => {
  await page.goto('/checks');
  const comparison = page.locator('#shares');
  await expect(comparison).toContainText('Do the shares of a market add up to 100%?');
  await comparison.getByText('Formula, tolerance, rows').click();
  await expect(comparison).toContainText('Agreement: the first figure is 98–102% of the second.');
  await comparison.getByRole('link', { name: /^All \d+ rows$/ }).click();
  await expect(page).toHaveURL(/figures-that-fit\?check=shares&table=figures-that-fit/);
  await expect(page.getByRole('table')).toBeVisible();
});
