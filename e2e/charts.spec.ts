/** Reading a chart as a visitor does: by eye, pointer, keyboard, and without scripts. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { openAtRest } from './support/visit';

test('a chart answers its question in words, a picture and figures', async ({ page }) => {
  await page.goto('/share?market=jpr-aib-desktop');
  await expect(page.getByRole('heading', { name: 'Who holds the market?' })).toBeVisible();
  await expect(page.getByText(/Nvidia’s share rose from .* to 94% in Q4 2025/)).toBeVisible();
  const picture = page.getByRole('img', { name: /Desktop add-in boards.*share by vendor/ });
  await expect(picture).toBeVisible();
  await expect(picture.getByText('Nvidia 94%')).toBeVisible();
  await page
    .getByText(/The figures as a table/)
    .first()
    .click();
  const table = page.getByRole('table', { name: /Desktop add-in boards/ });
  await expect(table.getByRole('row').nth(1)).toHaveText(/Q4 2025.*94%.*5%.*1%/);
});

test('pointing at a figure shows value, series, period and source @once', async ({ page }) => {
  await openAtRest(page, '/revenue');
  const figures = page.getByRole('group', { name: 'Figures of the chart' }).first();
  const box = (await figures.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.99, box.y + box.height * 0.6);
  await expect(figures.getByRole('strong')).toHaveText('$89.0bn');
  await expect(figures).toContainText('Q2 FY27 (May–Jul 2026)');
  await expect(figures).toContainText('Source: NVIDIA');
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
  await expect(figures.getByRole('strong').locator('..')).toContainText(holder);
});

test('the arrow keys read figure after figure', async ({ page }) => {
  await page.goto('/charts/nvidia-data-center-revenue');
  const figures = page.getByRole('group', { name: 'Figures of the chart' });
  await figures.focus();
  await page.keyboard.press('ArrowRight');
  await expect(figures.getByText('$88m, derived', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(figures.getByText('$89.0bn', { exact: true }).last()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(figures.getByText('Q2 FY27 (May–Jul 2026)', { exact: true })).toBeHidden();
});

test('choosing a market changes picture, words and address, and the address alone brings it back', async ({
  page,
}) => {
  await page.goto('/share');
  await page
    .getByLabel('Market', { exact: true })
    .first()
    .selectOption('top500-accelerated-systems');
  await expect(page).toHaveURL('/share?market=top500-accelerated-systems');
  await page
    .getByText(/^Adjust /)
    .first()
    .click();
  await page.getByRole('link', { name: '100% stack' }).click();
  await expect(page).toHaveURL(/market=top500-accelerated-systems&stack=percent/);
  const summary = await page
    .getByText(/Nvidia’s share rose/)
    .first()
    .textContent();
  await page.goto(page.url());
  await expect(page.getByText(summary!)).toBeVisible();
  await expect(page.getByRole('link', { name: '100% stack' })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

withoutScript('choices, tables and sorting work without JavaScript', async ({ page }) => {
  await page.goto('/share');
  await page.getByLabel('Market', { exact: true }).first().selectOption('steam-survey-cards');
  await page.getByRole('button', { name: 'Show' }).first().click();
  await expect(page).toHaveURL(/market=steam-survey-cards/);
  await expect(page.getByRole('img', { name: /Steam Hardware Survey/ })).toBeVisible();

  await page.goto('/revenue');
  await page
    .getByText(/The figures as a table \(46 rows\)/)
    .first()
    .click();
  await page.getByRole('link', { name: 'Show all 46 rows' }).click();
  const table = page.getByRole('table', { name: /Nvidia’s data center revenue/ }).first();
  const header = table.getByRole('link', { name: /^Data center/ });
  await header.click();
  await expect(page).toHaveURL(/table=nvidia-data-center-revenue&sort=-data-center/);
  await expect(table.getByRole('row')).toHaveCount(47);
  await expect(table.getByRole('row').nth(1)).toHaveText(/Q2 FY27.*\$89.0bn/);
  await header.click();
  await expect(table.getByRole('row').nth(1)).toHaveText(/Q3 FY16.*\$82m/);
  await expect(table.getByRole('columnheader', { name: 'Data center ↑' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

withoutScript('a table is sorted by one column, then by another', async ({ page }) => {
  await page.goto('/holdings?table=accelerator-holders&list=epoch-clusters&status=all');
  const table = page.getByRole('table', { name: /Owners of accelerators/ });
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
  await page.getByText('Dark', { exact: true }).click();
  expect(await background()).toBe('rgb(11, 16, 32)');
  await page.getByText('Light', { exact: true }).click();
  expect(await background()).toBe('rgb(255, 255, 255)');
});

test('the chosen color scheme is remembered', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Dark', { exact: true }).click();
  await page.goto('/revenue');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('a wrong address is corrected visibly', async ({ page }) => {
  await page.goto('/share?market=moon&color=red&sort=price');
  const note = page.getByRole('status').filter({ hasText: 'This address was corrected' });
  await expect(note).toContainText('market cannot be “moon”; shown is “ai-compute-shipped-epoch”');
  await expect(note).toContainText('color is not known here');
  await expect(note).toContainText('sort');
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
  await page.goto('/holdings?list=soai-2026-08&table=accelerator-holders');
  const table = page.getByRole('table', { name: /owners of accelerators/ });
  await table.getByRole('link', { name: 'CINECA' }).first().click();
  await expect(page.getByRole('heading', { name: 'What does CINECA hold?' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '13,824' }).first()).toBeVisible();
});
