/** From a figure to its evidence: by table, by pointer, by keyboard, without scripts. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { expectAccessible } from './support/page-checks';
import { openAtRest } from './support/visit';

const FIGURE = '/evidence/nvidia-revenue/FY2023-Q4~data-center~market-platforms';

test('a figure has a page with value, source, kind, line and neighbors', async ({ page }) => {
  await page.goto(FIGURE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /Data center, Q4 FY23.*\$3\.62bn/,
  );
  await expect(page.getByText('3,616 USD millions')).toBeVisible();
  await expect(page.getByText('Printed in the source.')).toBeVisible();
  await expect(page.getByText(/Line \d+ of/)).toBeVisible();
  await expect(page.getByText(/published Feb 22, 2023/)).toBeVisible();
  const quarters = page.getByRole('table').filter({ hasText: 'Q4 FY23 (this figure)' }).first();
  await quarters.getByRole('link', { name: '$3.83bn' }).click();
  await expect(page).toHaveURL('/evidence/nvidia-revenue/FY2023-Q3~data-center~market-platforms');
});

withoutScript(
  'the table behind a chart leads to the evidence without scripts',
  async ({ page }) => {
    await page.goto('/revenue');
    await page.getByRole('link', { name: 'Table' }).first().click();
    await page.getByRole('table').first().getByRole('link', { name: '$89.0bn' }).click();
    await expect(page).toHaveURL('/evidence/nvidia-revenue/FY2027-Q2~data-center~market-platforms');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('$89.0bn');
  },
);

test('Enter opens the evidence of the figure that the arrow keys reached', async ({ page }) => {
  await page.goto('/charts/nvidia-data-center-revenue');
  const figures = page.getByRole('group', { name: 'Figures of the chart' });
  await figures.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(figures).toContainText('Click for its source');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/evidence/nvidia-revenue/FY2027-Q2~data-center~market-platforms');
});

test('a click on a figure of a chart opens its evidence @once', async ({ page }) => {
  await openAtRest(page, '/charts/nvidia-data-center-revenue');
  const figures = page.getByRole('group', { name: 'Figures of the chart' });
  const box = (await figures.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.95, box.y + box.height * 0.6);
  // One of the newest two columns, whichever is nearer to the pointer.
  await expect(figures).toContainText('Click for its source');
  await page.mouse.click(box.x + box.width * 0.95, box.y + box.height * 0.6);
  await expect(page).toHaveURL(/\/evidence\/nvidia-revenue\/FY2027-Q[12]~data-center/);
});

test('the tables of datasets lead to the evidence of each row', async ({ page }) => {
  await page.goto('/datasets/gpu-market-share?market=jpr-aib-desktop&period=2025-Q4#rows');
  await page.getByRole('table').first().getByRole('link', { name: '94', exact: true }).click();
  await expect(page).toHaveURL('/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia');
});

test('a key with a slash in it has an address too', async ({ page }) => {
  await page.goto('/evidence/chip-usage-in-papers/soai-2022-12~2022-01%2F2022-12~nvidia');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('21,000 papers');
});

test('a list’s row is accessible', async ({ page }) => {
  await page.goto('/evidence/gpu-holdings/stability-ai-a100-soai-2022-11');
  await expectAccessible(page);
});
