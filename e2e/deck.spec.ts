/** A deck: charts are collected, ordered, given a title and notes, and downloaded. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { arrive } from './support/newcomer';
import { test as withoutScript } from './support/no-script';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';

const add = (page: Page) => page.getByRole('link', { name: 'Add to deck', exact: true }).first();
const listCharts = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

/** The slides that the button downloads, by the words of each. */
async function downloadSlides(page: Page): Promise<string[]> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PowerPoint' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/\.pptx$/);
  const parts = unzipSync(readFileSync(await file.path()));
  const names = Object.keys(parts).filter((name) => /slides\/slide\d+\.xml$/.test(name));
  return names.map((_, at) => strFromU8(parts[`ppt/slides/slide${at + 1}.xml`]!));
}

test('three charts as slides, in 8 clicks @once', async ({ page }) => {
  const newcomer = await arrive(page);
  for (const topic of ['Market', 'Revenue', 'Chips & prices']) {
    await newcomer.click(page.getByRole('banner').getByRole('link', { name: topic, exact: true }));
    await newcomer.click(add(page));
    await expect(page.getByRole('link', { name: /^Open deck/ })).toBeVisible();
  }
  await newcomer.click(page.getByRole('link', { name: 'Open deck (3)' }));
  await expect(page).toHaveURL(/\/deck\?charts=[^~]+~[^~]+~[^~]+$/);
  const slides = await downloadSlides(page);
  expect(slides).toHaveLength(3 + 3);
  // A click and perhaps a scroll to reach each chart’s actions, and the last to download.
  expect(newcomer.count() + 1).toBeLessThanOrEqual(8 + 4);
});

test('what is typed is in the file, and an order is changed in place @once', async ({ page }) => {
  await page.goto('/deck?charts=market-share~nvidia-data-center-revenue');
  const [first = ''] = await listCharts(page).allTextContents();
  await page.getByRole('button', { name: `Move down: ${first}` }).click();
  await expect(page).toHaveURL(/charts=nvidia-data-center-revenue~market-share/);
  await expect(listCharts(page).nth(1)).toHaveText(first);
  await page.getByLabel('Title').fill('Who sells chips');
  await page.getByLabel('Your note on this chart').first().fill('Mind the gap');
  const [title] = await downloadSlides(page);
  expect(title).toContain('Who sells chips');
  await page.getByRole('button', { name: 'Update deck' }).click();
  await expect(page).toHaveURL(/title=Who\+sells\+chips&notes=Mind\+the\+gap$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who sells chips');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('what is wrong with a deck is said, and the rest is shown', async ({ page }) => {
  await page.goto('/deck?charts=market-shares~market-share,market=moon');
  await expect(page.getByRole('status').first()).toContainText('No chart “market-shares”');
  await expect(page.getByRole('status').first()).toContainText('No market “moon”');
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(1);
});

withoutScript.describe('without JavaScript', () => {
  withoutScript('the address carries the deck from chart to chart', async ({ page }) => {
    await page.goto('/charts/market-share?market=jpr-aib-desktop');
    await add(page).click();
    await expect(page).toHaveURL('/deck?charts=market-share,market=jpr-aib-desktop');
    await page.getByLabel('Title').fill('Two');
    await page.getByRole('button', { name: 'Update deck' }).click();
    await page.getByRole('link', { name: 'See all charts first' }).click();
    await page.locator('main a[href^="/charts/nvidia-data-center-revenue?"]').click();
    await add(page).click();
    await expect(page).toHaveURL(
      '/deck?charts=market-share,market=jpr-aib-desktop~nvidia-data-center-revenue&title=Two',
    );
    await page.getByLabel('Add a chart').selectOption('/charts/chip-launches');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page
      .getByRole('button', { name: /^Move up/ })
      .last()
      .click();
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect(page).toHaveURL('/deck?charts=chip-launches~nvidia-data-center-revenue&title=Two');
    expect(await downloadSlides(page)).toHaveLength(2 + 3);
  });
});
