/** A reader’s own notes and highlights: forms, chips, address, embed; with and without scripts. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';

const CHART = '/charts/market-share';

for (const [name, run] of [
  ['with scripts', test],
  ['without scripts', withoutScript],
] as const) {
  run(`a note is added, kept by the address, and taken back, ${name}`, async ({ page }) => {
    await page.goto(`${CHART}?focus=nvidia`);
    await page.getByRole('link', { name: 'Note', exact: true }).click();
    const form = page.getByRole('form', { name: 'Add a note' });
    await form.getByLabel('At').selectOption({ index: 1 });
    await form.getByLabel('Note').fill('Orders: <b>doubled</b>');
    await form.getByRole('button', { name: 'Add note' }).click();
    await expect(page).toHaveURL(/focus=nvidia&note=\d{4}-Q\d%3AOrders/);
    const note = page.getByText(/Reader’s note, Q\d \d{4}: Orders: <b>doubled<\/b>$/);
    await expect(note.filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      /\/charts\/market-share$/,
    );
    await page.getByRole('link', { name: /^Remove Note: Q/ }).click();
    await expect(page).toHaveURL(/\/charts\/market-share\?focus=nvidia(#.*)?$/);
  });

  run(`what stands out is chosen among all, ${name}`, async ({ page }) => {
    await page.goto(`${CHART}?mark=market-share`);
    const form = page.getByRole('form', { name: 'Highlight' });
    await form.getByLabel('Nvidia').check();
    await form.getByLabel('AMD').check();
    await form.getByRole('button', { name: 'Highlight' }).click();
    await expect(page).toHaveURL(/\?focus=nvidia~amd(#.*)?$/);
    await expect(page.getByRole('link', { name: 'Remove Focus: Nvidia, AMD' })).toBeVisible();
  });
}

test('a note at what the chart does not show is said', async ({ page }) => {
  await page.goto(`${CHART}?note=1999:gone`);
  await expect(page.getByRole('main').getByRole('status')).toContainText('No note at “1999”');
});

test('the forms and a marked chart can be read by everyone, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${CHART}?mark=market-share&focus=amd&note=2025:${'word+'.repeat(20)}`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
