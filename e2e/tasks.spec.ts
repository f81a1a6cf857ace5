/**
 * What someone new comes for, from the overview on: each task with the clicks, choices,
 * typings and scrolls that it takes at most.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { arrive, type Newcomer } from './support/newcomer';

const inNavigation = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('link', { name, exact: true });

const action = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first();

/** The file that a click brings. */
async function download(newcomer: Newcomer, click: () => Promise<void>) {
  const waiting = newcomer.page.waitForEvent('download');
  await click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('1: the share of desktop graphics cards since 2015 as a picture for a slide, in 2 actions @once', async ({
  page,
}) => {
  const newcomer = await arrive(page);
  const question = 'Nvidia share of desktop graphics cards since 2015';
  await newcomer.type(page.getByRole('banner').getByRole('combobox'), question);
  const answer = page.getByRole('region', { name: /Desktop add-in boards/ });
  const image = answer.getByRole('link', { name: 'Image for a slide' });
  await expect(image).toHaveAttribute('href', /[?&]time=2015\.\.latest/);
  const { name, bytes } = await download(newcomer, () => newcomer.click(image));
  expect(name).toMatch(/^market-share_jpr-aib-desktop_\d{4}-\d{4}_slide_.*\.png$/);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
  expect(newcomer.count()).toBeLessThanOrEqual(2);
});

test('3: Meta, Tesla and Stability AI compared, in 3 actions @once', async ({ page }) => {
  const newcomer = await arrive(page);
  await newcomer.click(inNavigation(page, 'Ownership'));
  await newcomer.click(page.getByRole('link', { name: 'Compare', exact: true }).first());
  await newcomer.type(page.getByLabel('Add organizations'), 'Tesla, Stability AI');
  const compared = page.getByRole('list', { name: 'Compared' });
  for (const name of ['Meta', 'Tesla', 'Stability AI']) {
    await expect(compared).toContainText(name, { timeout: 30_000 });
  }
  await newcomer.read(page.getByRole('img').first());
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});

test('5: all figures behind a chart as an Excel file, in 3 actions @once', async ({ page }) => {
  const newcomer = await arrive(page);
  await newcomer.click(inNavigation(page, 'Revenue'));
  await newcomer.click(action(page, 'Download'));
  const { name, bytes } = await download(newcomer, () =>
    newcomer.click(page.getByRole('link', { name: 'Excel', exact: true })),
  );
  expect(name).toMatch(/\.xlsx$/);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});

test('6: the code that embeds a chart, in 3 actions @once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const newcomer = await arrive(page);
  await newcomer.click(inNavigation(page, 'Market'));
  await newcomer.click(action(page, 'Embed'));
  await newcomer.click(page.getByRole('button', { name: 'Copy code' }));
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toContain('<iframe');
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});

test('7: figures of one’s own over a chart, in 3 actions @once', async ({ page }) => {
  const newcomer = await arrive(page);
  await newcomer.click(inNavigation(page, 'Market'));
  await newcomer.click(page.getByRole('button', { name: 'Your data' }).first());
  await newcomer.type(page.getByLabel(/or paste it/), 'period,mine\n2024-Q1,60\n2025-Q1,70\n');
  const drawn = page.getByRole('img', { name: /with your own figures/ });
  await expect(drawn).toBeVisible();
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});

test('8: what an hour of an A100 costs over time, in 3 actions @once', async ({ page }) => {
  const newcomer = await arrive(page);
  await newcomer.click(inNavigation(page, 'Chips & prices'));
  await newcomer.click(page.getByRole('link', { name: 'Prices', exact: true }).first());
  await newcomer.choose(page.getByRole('combobox', { name: 'Chip' }).first(), /^A100 /);
  const drawing = page.getByRole('img', { name: /A100/ }).first();
  await newcomer.read(drawing);
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});

test('12: a citation of a chart, in 3 actions @once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const newcomer = await arrive(page);
  await newcomer.click(inNavigation(page, 'Revenue'));
  await newcomer.click(action(page, 'Share & cite'));
  await newcomer.click(page.getByRole('button', { name: 'Copy citation' }));
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toMatch(/^AI Hardware Tracker \(\d{4}\)/);
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});

test('13: a link that always shows the same figures, in 3 actions @once', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const newcomer = await arrive(page);
  await newcomer.click(inNavigation(page, 'Market'));
  await newcomer.click(action(page, 'Share & cite'));
  await newcomer.click(page.getByRole('button', { name: 'Copy fixed link' }));
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toMatch(/snapshot=[0-9a-f]{12}/);
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});

test('15: what serving like Bing costs, on a phone, in 3 actions @once', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const newcomer = await arrive(page);
  const entry = page.getByRole('contentinfo').getByRole('link', { name: /^What serving/ });
  await newcomer.click(entry);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/serv/i);
  const result = page.getByRole('region', { name: 'Results' });
  await newcomer.read(result);
  await expect(result).toContainText('$');
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});

test('16: who is behind the tracker, and how figures are chosen, in 3 actions @once', async ({
  page,
}) => {
  const newcomer = await arrive(page);
  await newcomer.click(page.getByRole('contentinfo').getByRole('link', { name: /^About/ }));
  await expect(page).toHaveURL(/\/about/);
  await newcomer.read(page.getByRole('heading', { name: /^How figures are chosen/ }));
  expect(newcomer.count()).toBeLessThanOrEqual(3);
});
