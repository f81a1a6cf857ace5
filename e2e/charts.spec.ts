/** Reading a chart as a visitor does: by eye, pointer, keyboard, and without scripts. */
import { expect, type Page, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { openAtRest } from './support/visit';

test('a chart says what it finds, shows it, and has its figures and definitions behind tabs', async ({
  page,
}) => {
  await page.goto('/share?market=jpr-aib-desktop');
  const block = page.locator('#market-share');
  await expect(
    block.getByRole('heading', { name: /^Nvidia ships 94% of desktop graphics cards/ }),
  ).toBeVisible();
  await expect(block.getByText(/Share of desktop graphics cards shipped/)).toBeVisible();
  await expect(block.getByText(/^Source: .* · newest Q4 2025/)).toBeVisible();
  const picture = block.getByRole('img', { name: /Desktop add-in boards.*share by vendor/ });
  await expect(picture).toBeVisible();
  await expect(picture.getByText('Nvidia 94%')).toBeVisible();
  await expect(block.getByRole('table')).toHaveCount(0);
  const top = async () => (await block.getByRole('link', { name: 'Table' }).boundingBox())?.y;
  const before = await top();
  await block.getByRole('link', { name: 'Table' }).click();
  const table = block.getByRole('table', { name: /desktop graphics cards/ });
  await expect(table.getByRole('row').nth(1)).toHaveText(/Q4 2025.*94%.*5%.*1%/);
  await expect(picture).toBeHidden();
  expect(await top()).toBe(before);
  await block.getByRole('link', { name: 'About', exact: true }).click();
  await expect(block.getByRole('heading', { name: 'How to read it' })).toBeVisible();
  await expect(block.getByRole('heading', { name: /^Sources/ })).toBeVisible();
  await expect(page).toHaveURL('/share?market=jpr-aib-desktop&about=market-share');
});

test('pointing at a date shows every series there, from the largest down @once', async ({
  page,
}) => {
  await openAtRest(page, '/share?market=jpr-aib-desktop&time=2019..latest');
  const figures = page.getByRole('group', { name: 'Figures of the chart' }).first();
  const box = (await figures.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  const readout = figures.locator('.readout');
  await expect(readout.getByRole('row').nth(0)).toContainText(
    /^Nvidia\d+(\.\d)?%[+−±][\d.]+ points?$/,
  );
  await expect(readout.getByRole('row').nth(1)).toContainText('AMD');
  await expect(readout.getByRole('strong')).toHaveText(/^Q\d 20\d\d/);
  await expect(readout).toContainText('Change from a year earlier'.toLowerCase());
  await expect(readout).toContainText('Source: Jon Peddie Research');
  await expect(figures.locator('.rule')).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(readout).toBeHidden();
});

test('a label lets its series stand out; the address keeps that, and a chip takes it back', async ({
  page,
}) => {
  await openAtRest(page, '/share?market=jpr-aib-desktop');
  const block = page.locator('#market-share');
  const label = block.locator('text[data-s]', { hasText: /^AMD/ }).filter({ visible: true });
  const line = block.locator('path[data-s="0"]').filter({ visible: true }).first();
  await label.hover();
  await expect(line).toHaveCSS('opacity', '0.22');
  await label.click();
  await expect(page).toHaveURL('/share?market=jpr-aib-desktop&focus=amd');
  await expect(line.locator('..')).toHaveAttribute('stroke', 'var(--back)');
  await block.getByRole('link', { name: 'Remove Focus: AMD' }).click();
  await expect(page).toHaveURL('/share?market=jpr-aib-desktop');
  await expect(line.locator('..')).toHaveAttribute('stroke', 'var(--nvidia)');
});

test('pointing at a row of a ranking reads that row, however wide the drawing is', async ({
  page,
}) => {
  await openAtRest(page, '/charts/accelerator-holders?list=soai-2026-08');
  const figures = page.getByRole('group', { name: 'Figures of the chart' });
  const name = figures.getByText(/^10 /).filter({ visible: true });
  const holder = (await name.textContent())!.replace(/^10\s+/, '').slice(0, 8);
  await name.scrollIntoViewIfNeeded();
  const row = (await name.boundingBox())!;
  const box = (await figures.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, row.y + row.height / 2);
  await expect(figures.locator('.readout')).toContainText(holder);
});

test('the arrow keys walk from date to date and from series to series, the largest first', async ({
  page,
}) => {
  await page.goto('/charts/market-share?market=jpr-aib-desktop');
  const figures = page.getByRole('group', { name: 'Figures of the chart' });
  const said = figures.getByRole('status');
  await figures.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(said).toHaveText(/^Nvidia: 94%.*, Q4 2025/);
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText(/^AMD: 5%.*, Q4 2025/);
  await page.keyboard.press('ArrowLeft');
  await expect(said).toHaveText(/^AMD: .*, Q3 2025/);
  await page.keyboard.press('Escape');
  await expect(figures.locator('.readout')).toBeHidden();
});

test('choosing a market changes picture, words and address, and the address alone brings it back', async ({
  page,
}) => {
  await page.goto('/share');
  const block = page.locator('#market-share');
  await block.getByLabel('Market').selectOption('top500-accelerated-systems');
  await expect(page).toHaveURL('/share?market=top500-accelerated-systems');
  await block.getByRole('link', { name: 'Share', exact: true }).click();
  await expect(page).toHaveURL(/market=top500-accelerated-systems&stack=percent/);
  const finding = await block.getByRole('heading').first().textContent();
  await page.goto(page.url());
  await expect(block.getByRole('heading', { name: finding! })).toBeVisible();
  await expect(block.getByRole('link', { name: 'Share', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

withoutScript('choices, tables and sorting work without JavaScript', async ({ page }) => {
  await page.goto('/share');
  const block = page.locator('#market-share');
  await block.getByLabel('Market').selectOption('steam-survey-cards');
  await block.getByRole('button', { name: 'Update chart' }).click();
  await expect(page).toHaveURL(/^[^?]*\?market=steam-survey-cards(#.*)?$/);
  await expect(page.getByRole('img', { name: /Steam Hardware Survey/ })).toBeVisible();

  await page.goto('/revenue');
  const revenue = page.locator('#nvidia-data-center-revenue');
  await revenue.getByRole('link', { name: 'Table' }).click();
  await revenue.getByRole('link', { name: 'Show all 46 rows' }).click();
  const table = revenue.getByRole('table');
  const header = table.getByRole('link', { name: /^Data center/ });
  await header.click();
  await expect(page).toHaveURL(/table=nvidia-data-center-revenue&rows=all&sort=-data-center/);
  await expect(table.getByRole('row')).toHaveCount(47);
  await expect(table.getByRole('row').nth(1)).toHaveText(/Q2 FY27.*\$89.0bn/);
  await header.click();
  await expect(table.getByRole('row').nth(1)).toHaveText(/Q3 FY16.*\$82m/);
  await expect(table.getByRole('columnheader', { name: 'Data center ↑' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.goto('/revenue?table=nvidia-data-center-revenue&sort=-data-center');
  await expect(table.getByRole('row').nth(1)).toHaveText(/Q2 FY27.*\$89.0bn/);
});

withoutScript('a table is sorted by one column, then by another', async ({ page }) => {
  await page.goto('/holdings?table=accelerator-holders&list=epoch-clusters&status=all');
  const table = page.locator('#accelerator-holders').getByRole('table');
  await table.getByRole('link', { name: 'Organization', exact: true }).click();
  await table.getByRole('link', { name: 'Status', exact: true }).click();
  await expect(page).toHaveURL(/sort=status~name/);
  await expect(table.getByRole('columnheader', { name: 'Status ↑₁' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Organization ↑₂' })).toBeVisible();
});

withoutScript('a figure in the picture is a link to its evidence', async ({ page }) => {
  await page.goto('/charts/nvidia-data-center-revenue?time=FY2023-Q4..latest');
  const links = page.locator('.figure-links:visible a');
  await expect(links).toHaveCount(15);
  await links.first().click({ force: true });
  await expect(page).toHaveURL(/\/evidence\/nvidia-revenue\/FY2023-Q4~data-center/);
});

test('the narrow drawing of a ranking reads out its own rows', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAtRest(page, '/charts/accelerator-holders?list=soai-2026-08');
  const figures = page.getByRole('group', { name: 'Figures of the chart' });
  const picture = figures.getByRole('img');
  const label = picture.getByText(/^10\s/);
  const box = (await label.boundingBox())!;
  const name = (await label.textContent())!.replace(/^10\s+/, '').replace(/…$/, '');
  await page.mouse.move(box.x + box.width + 20, box.y + box.height / 2);
  await expect(figures.getByText(name).last()).toBeVisible();
});

withoutScript('the color scheme can be chosen without JavaScript', async ({ page }) => {
  await page.goto('/');
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await chooseTheme(page, 'dark');
  expect(await background()).toBe('rgb(16, 20, 27)');
  await chooseTheme(page, 'light');
  expect(await background()).toBe('rgb(255, 255, 255)');
});

test('the chosen color scheme is remembered', async ({ page }) => {
  await page.goto('/');
  await chooseTheme(page, 'dark');
  await page.goto('/revenue');
  await expect(page.locator('#theme-dark')).toBeChecked();
});

/** On phones the switch is in the menu. */
async function chooseTheme(page: Page, theme: 'light' | 'dark') {
  const choice = page.locator(`label:has(#theme-${theme})`);
  if (!(await choice.isVisible())) await page.getByRole('button', { name: 'Menu' }).click();
  await choice.click();
}

test('a wrong address is corrected visibly', async ({ page }) => {
  await page.goto('/share?market=moon&color=red&sort=price');
  const note = page.getByRole('status').filter({ hasText: 'No market “moon”' });
  await expect(note).toContainText('Showing AI compute shipped');
  await expect(page).toHaveURL('/share?market=moon&sort=price#left-out');
  const said = await page
    .locator('#left-out')
    .evaluate((line) => getComputedStyle(line, '::before').content);
  expect(said).toContain('a setting we don’t know. It was ignored.');
  await expect(note).toContainText('“price”');
  await expect(page.getByRole('img', { name: /AI compute.*share by vendor/i })).toBeVisible();
});

test('the overview opens with its thesis, and leads on to the charts that carry it', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('of new AI compute');
  await expect(page.getByRole('heading', { name: 'What’s new' })).toBeVisible();
  await expect(page.getByRole('img', { name: /data center revenue/i }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Market share', exact: true }).click();
  await expect(page).toHaveURL('/share');
});

test('a holder leads to its organization, with all its figures and sources', async ({ page }) => {
  await page.goto('/holdings?list=soai-2026-08&table=accelerator-holders&rows=all');
  const table = page.locator('#accelerator-holders').getByRole('table');
  await table.getByRole('link', { name: 'CINECA' }).first().click();
  await expect(page.getByRole('heading', { name: 'CINECA', level: 1 })).toBeVisible();
  await expect(page.getByRole('cell', { name: '13,824' }).first()).toBeVisible();
});
