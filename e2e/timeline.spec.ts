/** The timeline, folded by year, and export controls. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

withoutScript('kind and vendor narrow the list without scripts', async ({ page }) => {
  await page.goto('/timeline');
  const filters = page.getByRole('search', { name: 'Filter events' });
  await filters.getByRole('combobox', { name: 'Kind' }).selectOption('launch');
  await filters.getByRole('combobox', { name: 'Vendor' }).selectOption('amd');
  await filters.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL('/timeline?category=launch&vendor=amd');
  await expect(page.getByRole('heading', { name: 'MI350X and MI355X' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Tesla V100' })).toHaveCount(0);
});

test('a filter acts at once and keeps the others', async ({ page }) => {
  await page.goto('/timeline?category=launch');
  await page.getByRole('combobox', { name: 'Vendor' }).selectOption('amd');
  await expect(page).toHaveURL('/timeline?category=launch&vendor=amd');
  await expect(page.getByRole('heading', { name: 'MI350X and MI355X' })).toBeVisible();
});

test('only the newest year is open; another brings its events when it is opened', async ({
  page,
}) => {
  await page.goto('/timeline');
  await expect(page.getByRole('heading', { name: 'Tesla V100' })).toHaveCount(0);
  await page.locator('#year-2017 > summary').click();
  await expect(page.getByRole('heading', { name: 'Tesla V100' })).toBeVisible();
});

withoutScript('the strip of years opens a year by address', async ({ page }) => {
  await page.goto('/timeline');
  await page
    .getByRole('navigation', { name: 'Events per year' })
    .getByRole('link', { name: '4 events in 2017' })
    .click();
  await expect(page).toHaveURL('/timeline?year=2017#year-2017');
  await expect(page.getByRole('heading', { name: 'Tesla V100' })).toBeVisible();
});

test('an old address of an event opens its year', async ({ page }) => {
  await page.goto('/timeline#tesla-v100');
  await expect(page).toHaveURL('/timeline?year=2017#tesla-v100');
  const event = page.locator('#tesla-v100');
  await expect(event).toContainText('Source:');
  // The first link of that name is the event's own address.
  await event.getByRole('link', { name: 'Tesla V100', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tesla V100' })).toBeVisible();
});

withoutScript(
  'an event that one report alone tells of is shown by its address',
  async ({ page }) => {
    const title = 'Nvidia asks cloud customers to limit China exposure';
    await page.goto('/timeline');
    await expect(page.getByRole('heading', { name: title })).toHaveCount(0);
    await page.getByRole('link', { name: 'Include unconfirmed reports' }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.goto('/timeline?event=nvidia-asks-cloud-customers-to-limit-china-exposure');
    await expect(page).toHaveURL('/timeline?reported=yes&year=2026');
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  },
);

withoutScript('export controls stand on a page of their own', async ({ page }) => {
  await page.goto('/timeline');
  await page
    .getByRole('link', { name: /^Export controls/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Export controls on AI chips');
  const rules = page.getByRole('table', { name: 'Export controls', exact: true });
  await page
    .getByText(/^Show all \d+ rows$/)
    .last()
    .click();
  await expect(rules.getByRole('row', { name: /^BIS October 2022 rules/ })).toContainText(
    'BIS October 2023 rules',
  );
});
