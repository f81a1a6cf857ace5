/**
 * A choice redraws the page in place: what a visitor holds, sees and has opened stays
 * where it is, the browser's history knows each view, and somebody who sees nothing is told.
 */
import { expect, type Page, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { openAtRest } from './support/visit';

const market = (page: Page) => page.locator('#market-share').getByLabel('Market');
const choices = (page: Page) => page.locator('#market-share').getByText(/^Series/);

/** Fails once the document is another one. */
async function markDocument(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => Object.assign(window, { isMarked: true }));
  return async () => expect(await page.evaluate(() => 'isMarked' in window)).toBe(true);
}

test('focus, scroll and opened parts stay where a choice is made', async ({ page }) => {
  await openAtRest(page, '/share');
  const expectSameDocument = await markDocument(page);
  await choices(page).click();
  await page.getByRole('link', { name: 'AMD', exact: true }).click();
  await expect(page).toHaveURL(/series=/);
  await expect(page.locator('#market-share details')).toHaveAttribute('open', '');
  await page.keyboard.press('Escape');
  await expect(page.locator('#market-share details')).not.toHaveAttribute('open');
  await page.evaluate(() => scrollTo(0, 120));
  await market(page).focus();
  const place = await page.evaluate(() => scrollY);
  await market(page).selectOption('top500-accelerated-systems');
  // Another market has other series.
  await expect(page).toHaveURL('/share?market=top500-accelerated-systems');
  await expect(page.getByRole('img', { name: /TOP500/ }).first()).toBeVisible();
  await expect(market(page)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(place);
  await expectSameDocument();
});

test('a link that is pressed by keyboard keeps the focus', async ({ page }) => {
  await openAtRest(page, '/charts/market-share');
  const link = page.getByRole('link', { name: 'Share', exact: true });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(link).toHaveAttribute('aria-current', 'true');
  await expect(link).toBeFocused();
});

test('while a picture is on its way the old one stays, paler, and only its block waits', async ({
  page,
}) => {
  await openAtRest(page, '/share');
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/share?market=*', async (route) => {
    await held;
    await route.continue();
  });
  await market(page).selectOption('steam-survey-cards');
  const drawing = page.locator('#market-share .ours');
  await expect(drawing).toHaveCSS('opacity', '0.5');
  await expect(page.locator('#chips-sold .ours')).toHaveCSS('opacity', '1');
  go();
  await expect(page.getByRole('img', { name: /Steam Hardware Survey/ }).first()).toBeVisible();
  await expect(drawing).toHaveCSS('opacity', '1');
});

test('a table that is open follows the next choice', async ({ page }) => {
  await openAtRest(page, '/share');
  const block = page.locator('#market-share');
  await block.getByRole('link', { name: 'Table' }).click();
  await expect(block.getByRole('columnheader', { name: 'Nvidia' })).toBeVisible();
  await market(page).selectOption('steam-survey-cards');
  await expect(page).toHaveURL('/share?table=market-share&market=steam-survey-cards');
  await expect(block.getByRole('table')).toBeVisible();
  await expect(block.getByRole('row').nth(1)).toContainText('%');
  await block.getByRole('link', { name: 'Chart' }).click();
  await expect(page.getByRole('img', { name: /Steam Hardware Survey/ }).first()).toBeVisible();
});

test('a choice made while another one is on its way keeps both', async ({ page }) => {
  await openAtRest(page, '/share?about=market-share');
  const block = page.locator('#market-share');
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/share', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await block.getByRole('link', { name: 'Chart', exact: true }).click();
  await market(page).selectOption('steam-survey-cards');
  go();
  await expect(page).toHaveURL('/share?market=steam-survey-cards');
  await expect(page.getByRole('img', { name: /Steam Hardware Survey/ }).first()).toBeVisible();
});

test('a drawer takes the focus, Escape closes it and gives the focus back', async ({ page }) => {
  await openAtRest(page, '/share');
  const opener = page.locator('#market-share').getByRole('link', { name: 'Download' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Download' });
  await expect(drawer).toBeVisible();
  await expect(drawer).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page).toHaveURL('/share');
});

test('back and forward show the views one after the other, in the same document', async ({
  page,
}) => {
  await openAtRest(page, '/share');
  const expectSameDocument = await markDocument(page);
  const first = await market(page).inputValue();
  for (const value of ['steam-survey-cards', 'top500-accelerated-systems']) {
    await market(page).selectOption(value);
    await expect(page).toHaveURL(`/share?market=${value}`);
  }
  await page.goBack();
  await expect(page).toHaveURL('/share?market=steam-survey-cards');
  await expect(market(page)).toHaveValue('steam-survey-cards');
  await page.goBack();
  await expect(page).toHaveURL('/share');
  await expect(market(page)).toHaveValue(first);
  await page.goForward();
  await expect(page.getByRole('img', { name: /Steam Hardware Survey/ }).first()).toBeVisible();
  await expectSameDocument();
});

test('going back asks for the view itself, not for an address that leads to it', async ({
  page,
}) => {
  await openAtRest(page, '/charts/market-share');
  const from = page.getByRole('textbox', { name: 'From' });
  await from.fill('2025');
  await from.press('Enter');
  await expect(page).toHaveURL(/time=2025/);
  const answers: string[] = [];
  page.on('response', (response) => answers.push(`${response.status()} ${response.url()}`));
  await page.goBack();
  await expect(from).toHaveValue('');
  expect(answers.filter((answer) => !answer.startsWith('200'))).toEqual([]);
});

test('the new picture is announced', async ({ page }) => {
  await openAtRest(page, '/share');
  const announcement = page.locator('#announcement');
  await expect(announcement).toBeEmpty();
  await market(page).selectOption('steam-survey-cards');
  await expect(announcement).toHaveText(/Steam Hardware Survey/);
});

test('the picture moves while the slider is dragged, and a drag is one step back', async ({
  page,
}) => {
  await openAtRest(page, '/charts/nvidia-data-center-revenue');
  const slider = page.getByRole('slider', { name: 'First period shown' });
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 9, middle);
  await page.mouse.down();
  for (const share of [0.2, 0.4, 0.6]) {
    await page.mouse.move(box.x + box.width * share, middle, { steps: 4 });
    await expect(page).toHaveURL(/time=/);
  }
  const picture = page.getByRole('img', { name: /data center revenue/i }).first();
  await expect(picture.getByText('2016')).toHaveCount(0);
  await page.mouse.up();
  await page.goBack();
  await expect(page).toHaveURL('/charts/nvidia-data-center-revenue');
  await expect(slider).toHaveValue('0');
});

test('what cannot be shown in place is opened as a document', async ({ page }) => {
  await openAtRest(page, '/share');
  await page.route('**/share?market=*', (route) => route.fulfill({ status: 500, body: 'failed' }));
  await market(page).selectOption('steam-survey-cards');
  await expect(page.getByText('failed', { exact: true })).toBeVisible();
  expect(new URL(page.url()).search).toBe('?market=steam-survey-cards');
});

withoutScript('the same choices are made by a button', async ({ page }) => {
  await page.goto('/share');
  await market(page).selectOption('top500-accelerated-systems');
  await page.getByRole('button', { name: 'Update chart' }).first().click();
  await expect(page).toHaveURL(/market=top500-accelerated-systems/);
  await expect(page.getByRole('img', { name: /TOP500/ }).first()).toBeVisible();
});
