/** The calculators as a visitor uses them: reading, changing, comparing, without scripts too. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

test('an assumption changed shows at once in results, then in pictures and address', async ({
  page,
}) => {
  await page.goto('/calculators/inference?preset=google-scale');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('row', { name: /^Capital cost/ })).toContainText('$80.0bn');
  await page.getByRole('textbox', { name: 'Price of a server' }).fill('100,000');
  await expect(results.getByRole('row', { name: /^Capital cost/ })).toContainText('$40.0bn');
  await expect(page).toHaveURL(/preset=google-scale&server_price_usd=100%2C000/);
  await expect(page.getByRole('img', { name: /^What moves Cost per year/ }).first()).toBeAttached();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Price of a server' })).toHaveValue('100,000');
  await expect(page.getByText('Changed by you; the preset says 200,000.')).toBeVisible();
});

test('what cannot be read is explained at its field', async ({ page }) => {
  await page.goto('/calculators/training');
  const rent = page.getByRole('textbox', { name: 'Rent' });
  await rent.fill('2,40');
  await expect(rent).toHaveAttribute('aria-invalid', 'true');
  await expect(rent).toHaveAccessibleDescription(/Use a point as the decimal mark/);
  await rent.fill('2.40');
  await expect(rent).not.toHaveAttribute('aria-invalid');
  await expect(
    page.getByRole('region', { name: 'Results' }).getByRole('row', { name: /^Cost/ }),
  ).toContainText('$480,000');
});

withoutScript('the form works without JavaScript', async ({ page }) => {
  await page.goto('/calculators/inference');
  await page.getByRole('textbox', { name: 'Queries per day' }).fill('100 to 200 million');
  await page.getByRole('textbox', { name: 'Years of use' }).fill('some');
  await page.getByRole('button', { name: 'Calculate' }).click();
  await expect(page).toHaveURL(/queries_per_day=100\+to\+200\+million/);
  await expect(page.getByText('This is not a figure. Write for example')).toBeVisible();
  await expect(page.getByText(/^Queries per day moves it most/)).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Results' }).getByRole('columnheader', { name: '5% – 95%' }),
  ).toBeVisible();
});

withoutScript('scenarios are set side by side by links alone', async ({ page }) => {
  await page.goto('/calculators/inference?years_of_use=6');
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
  const table = page.getByRole('table', { name: /Estimates of all presets/ });
  await expect(table.getByRole('row', { name: /DeepSeek-V3.*Cost as published/ })).toContainText(
    'within 1%',
  );
  await page
    .getByRole('navigation', { name: 'Presets' })
    .getByRole('link', { name: 'DeepSeek-V3 (2024)' })
    .click();
  await expect(page.getByRole('textbox', { name: 'Accelerator-hours' })).toHaveValue(
    '2.788 million',
  );
});
