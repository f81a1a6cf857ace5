/** The calculators as a visitor uses them: reading, changing, comparing, taking along, without scripts too. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { formatValue, type Unit } from '../units/format-value';
import { test as withoutScript } from './support/no-script';
import { openAtRest } from './support/visit';

test('an assumption changed shows at once in results, then in pictures and address', async ({
  page,
}) => {
  await page.goto('/calculators/inference?preset=google-scale');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('row', { name: /^Capital cost/ })).toContainText('$80.0bn');
  await page.getByText(/more assumptions$/).click();
  await page.getByRole('textbox', { name: 'Price of a server' }).fill('100,000');
  await expect(results.getByRole('row', { name: /^Capital cost/ })).toContainText('$40.0bn');
  await expect(page).toHaveURL(/preset=google-scale&server_price_usd=100%2C000/);
  await expect(
    page.getByRole('img', { name: /^Cost per year: what moves it/ }).first(),
  ).toBeAttached();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Price of a server' })).toHaveValue('100,000');
  await expect(page.getByText('Changed by you; the preset says 200,000.')).toBeVisible();
});

test('what cannot be read is explained at its field', async ({ page }) => {
  await page.goto('/calculators/training');
  const rent = page.getByRole('textbox', { name: 'Rent' });
  await rent.fill('2,40');
  await expect(rent).toHaveAttribute('aria-invalid', 'true');
  await expect(rent).toHaveAccessibleDescription(/“2,40” is not a number\. Use 2\.40\./);
  await rent.fill('2.40');
  await expect(rent).not.toHaveAttribute('aria-invalid');
  await expect(
    page.getByRole('region', { name: 'Results' }).getByRole('row', { name: /^Cost/ }),
  ).toContainText('$480,000');
});

withoutScript('the form works without JavaScript', async ({ page }) => {
  await page.goto('/calculators/inference');
  await page.getByRole('textbox', { name: 'Queries per day' }).fill('100 to 200 million');
  await page.getByText(/more assumptions$/).click();
  await page.getByRole('textbox', { name: 'Years of use' }).fill('some');
  await page.getByRole('button', { name: 'Calculate' }).click();
  await expect(page).toHaveURL(/queries_per_day=100\+to\+200\+million/);
  await expect(page.getByText('Calculating with 3 to 5 until then.')).toBeVisible();
  await expect(page.getByText(/^Queries per day moves it most/)).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Results' }).getByRole('columnheader', { name: '5% – 95%' }),
  ).toBeVisible();
});

withoutScript('scenarios are set side by side by links alone', async ({ page }) => {
  await page.goto('/calculators/inference?years_of_use=6');
  await page.getByText('Compare scenarios, up to four').click();
  await page.getByRole('link', { name: 'Keep this scenario aside' }).click();
  await page.getByRole('link', { name: 'ChatGPT, early 2023', exact: true }).last().click();
  const picture = page.getByRole('img', { name: /compared/ }).filter({ visible: true });
  await expect(picture).toHaveAccessibleName(
    /ChatGPT in Bing, 2023, changed: .*ChatGPT, early 2023: \$253.5m/,
  );
  await page.getByRole('link', { name: 'Remove ChatGPT, early 2023' }).click();
  await expect(picture).not.toHaveAccessibleName(/early 2023/);
});

test('presets say how far the estimate is from what was published', async ({ page }) => {
  await page.goto('/calculators/training');
  await page.getByRole('heading', { name: 'Compared with published figures' }).click();
  const table = page.getByRole('table', { name: /Estimates of all presets/ });
  await expect(table.getByRole('row', { name: /DeepSeek-V3.*Cost as published/ })).toContainText(
    'within 1%',
  );
  await page
    .getByRole('navigation', { name: 'Presets' })
    .getByRole('link', { name: 'DeepSeek-V3 (2024)' })
    .click();
  await expect(page.getByRole('textbox', { name: 'Chip-hours' })).toHaveValue('2.788 million');
});

const ADDRESS = '/calculators/inference?preset=google-scale&years_of_use=3+to+6';

/** The results as the page says them: label → middle. */
async function readResults(page: Page): Promise<[string, string][]> {
  const rows = await page.getByRole('region', { name: 'Results' }).getByRole('row').all();
  const cells = await Promise.all(
    rows
      .slice(1)
      .map(async (row) => [
        await row.getByRole('rowheader').innerText(),
        await row.getByRole('cell').first().innerText(),
      ]),
  );
  return cells as [string, string][];
}

test('the figures of the file are the figures of the page @once', async ({ page }) => {
  await page.goto(ADDRESS);
  const shown = await readResults(page);
  expect(shown.length).toBeGreaterThan(4);
  await page.getByText('Download, share & cite').click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(
    /^inference_google-scale_changed_snapshot-[0-9a-f]{6}\.csv$/,
  );
  const text = readFileSync(await file.path(), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
  const results = data.filter(({ kind }) => kind === 'result');
  const said = results.map(({ label, middle, unit }) => [
    label,
    formatValue(Number(middle), unit as Unit),
  ]);
  expect(said).toEqual(shown);
  const years = data.find(({ name }) => name === 'years_of_use');
  expect(years).toMatchObject({ low: '3', high: '6', origin: 'changed' });
});

withoutScript('a picture is chosen and got without JavaScript', async ({ page }) => {
  await page.goto(ADDRESS);
  await page.getByText('Download, share & cite').click();
  const form = page.getByRole('form', { name: /^Image:/ });
  await form.getByText('Cost per year: how the draws spread').click();
  await form.getByText('Slide', { exact: true }).click();
  await form.getByText('Dark', { exact: true }).click();
  const waiting = page.waitForEvent('download');
  await form.getByRole('button', { name: 'Download image' }).click();
  const png = readFileSync(await (await waiting).path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
});

test('the panel follows what is changed in the form @once', async ({ page }) => {
  await page.goto('/calculators/training');
  await page.getByText('Download, share & cite').click();
  await page.getByRole('textbox', { name: 'Rent' }).fill('2 to 4');
  await expect(page.getByRole('link', { name: 'CSV', exact: true })).toHaveAttribute(
    'href',
    '/calculators/training.csv?rent_usd_per_accelerator_hour=2+to+4',
  );
});

test('pictures are read out by pointer and by arrow keys', async ({ page }) => {
  await openAtRest(page, `${ADDRESS}&with=chatgpt`);
  const [spread, tornado, compared] = await page
    .getByRole('group', { name: 'Figures of the chart' })
    .all();
  await tornado!.hover({ position: { x: 200, y: 60 } });
  await expect(tornado!.locator('.readout b').first()).toHaveText(/^\$/);
  await expect(tornado!).toContainText(/Years of use: [36]/);
  await expect(tornado!).toContainText('against the middle');
  await spread!.focus();
  await page.keyboard.press('ArrowRight');
  await expect(spread!).toContainText('0% of the draws are smaller');
  await compared!.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(compared!.locator('.readout')).toContainText('$253.5m');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/calculators/inference?preset=chatgpt');
});

test('a snapshot’s permalink says so and keeps it in every link @once', async ({
  page,
  request,
}) => {
  const { snapshots } = await (await request.get('/snapshots.json')).json();
  await page.goto(`${ADDRESS}&snapshot=${snapshots[0].id}`);
  await expect(page.getByRole('note')).toContainText(snapshots[0].id);
  await page.getByRole('link', { name: 'Servers', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`of=servers&snapshot=${snapshots[0].id}#pictures$`));
  await page.getByRole('link', { name: 'Show the present figures' }).click();
  await expect(page).toHaveURL(`${ADDRESS}&of=servers`);
});
