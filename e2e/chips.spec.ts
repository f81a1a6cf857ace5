/** Chips and prices as a visitor without JavaScript finds them. */
import { expect, test } from './support/no-script';

test('the catalog narrows by vendor and shows other columns', async ({ page }) => {
  await page.goto('/chips');
  const table = page.getByRole('table', { name: 'Chips' });
  await page.getByRole('link', { name: /^Show all \d+ chips$/ }).click();
  await expect(table.getByRole('link', { name: 'A100 40 GB (SXM4)' })).toBeVisible();
  const choices = page.locator('form', {
    has: page.getByRole('combobox', { name: 'Vendor', exact: true }),
  });
  await choices.getByRole('combobox', { name: 'Vendor', exact: true }).selectOption('amd');
  await choices.getByRole('button').click();
  await expect(page).toHaveURL(/vendor=amd/);
  await expect(table.getByRole('link', { name: 'Instinct MI300X' })).toBeVisible();
  await expect(table.getByRole('link', { name: 'A100 40 GB (SXM4)' })).toHaveCount(0);
  await choices.getByRole('combobox', { name: 'Columns' }).selectOption('Price and export');
  await choices.getByRole('button').click();
  await expect(table.getByRole('columnheader', { name: 'Export to China' })).toBeAttached();
  await expect(page).toHaveURL(/vendor=amd.*#catalogue$/);
  await page.getByRole('columnheader', { name: 'Price', exact: true }).getByRole('link').click();
  await expect(page).toHaveURL(/vendor=amd.*sort=-price#catalogue$/);
  await expect(table.getByRole('rowheader').first()).toHaveText('Instinct MI355X');
});

test('choices of the catalog and of the pictures keep each other', async ({ page }) => {
  await page.goto('/chips?vendor=amd&measure=memory');
  const scale = page.getByRole('group', { name: 'Scale' });
  await expect(scale.getByRole('link', { name: 'Linear' })).toHaveAttribute('href', /vendor=amd/);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('datacenter-gpu');
  await page
    .locator('form', { has: page.getByRole('combobox', { name: 'Kind' }) })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(/measure=memory/);
});

test('the generation line names every factor from P100 to Rubin, a preview', async ({ page }) => {
  await page.goto('/charts/nvidia-generations');
  const picture = page.getByRole('img').first();
  for (const name of ['P100', 'V100', 'A100', 'H100', 'B200', 'Rubin (preview)']) {
    await expect(picture).toContainText(name);
  }
});

test('a chip’s page holds specifications, rent, papers, holders, systems and events', async ({
  page,
}) => {
  await page.goto('/chips/a100');
  await expect(page.getByRole('heading', { level: 1, name: 'A100' })).toBeVisible();
  const sheet = page.getByRole('table', { name: /Specifications/ });
  await expect(sheet.getByRole('row', { name: /FP16/ })).toContainText('312 TFLOPS');
  for (const name of ['In AI papers', 'Owners', 'Systems', 'Events']) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Ampere', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ampere' })).toBeVisible();
});

test('a variant’s page leads to what is counted for its model', async ({ page }) => {
  await page.goto('/chips/h100-sxm');
  await expect(page.getByRole('heading', { name: 'Counted for H100' })).toBeVisible();
  await page.getByRole('link', { name: 'In AI papers' }).click();
  await expect(page).toHaveURL(/\/chips\/h100#papers$/);
  await expect(page.getByRole('heading', { name: 'In AI papers' })).toBeVisible();
});

test('prices of different kinds are told apart', async ({ page }) => {
  await page.goto('/prices?chip=a100-80gb');
  await expect(page.getByRole('heading', { name: 'What AI chips cost' })).toBeVisible();
  await expect(
    page.getByText(/^A100 80 GB \(SXM4\): rent per hour, on demand/).first(),
  ).toBeVisible();
  const systems = page.getByRole('table', { name: 'Systems and their prices' });
  await page
    .getByText(/^Show all \d+ rows$/)
    .last()
    .click();
  await expect(systems.getByRole('row', { name: /DGX A100 320 GB/ })).toContainText('$199,000');
});

test('what was chosen of a chart that is a small picture now leads to its own page', async ({
  page,
}) => {
  await page.goto('/chips?gain=memory');
  await expect(page).toHaveURL('/charts/nvidia-generations?gain=memory');
  await page.goto('/chips?table=chip-efficiency');
  await expect(page).toHaveURL('/charts/chip-efficiency?table=chip-efficiency');
});
