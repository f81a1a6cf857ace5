/**
 * The site in Firefox, for `npm run test:all` where it is installed. Playwright drives only a
 * Firefox of its own and the very newest; Puppeteer drives the one that Debian has, over
 * WebDriver BiDi.
 */
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { sitePages } from '@/app/site-pages';
import { findFirefox } from '../scripts/bootstrap/browser.mjs';

// One Firefox for all: its start costs more than any of these tests.
test.describe.configure({ mode: 'default' });

let firefox: string | null = null;
let browser: Browser;

const launch = (executablePath: string, prefs: Record<string, unknown> = {}) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: prefs,
    defaultViewport: { width: 1280, height: 900 },
  });

test.beforeAll(async () => {
  firefox = await findFirefox();
  test.skip(firefox === null, 'Firefox is not installed');
  if (firefox) browser = await launch(firefox);
});

test.afterAll(() => browser?.close());

/** A visitor of whom nothing is known yet, on the page at an address. */
async function open(path: string, { baseURL = '' }: { baseURL?: string }): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(baseURL + path);
  return page;
}

const leave = (page: Page) => page.browserContext().close();

const expectPath = (page: Page, path: string | RegExp) =>
  expect.poll(() => page.url().replace(/^\w+:\/\/[^/]+/, '')).toMatch(path);

const readText = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent ?? '');

test('every main page opens without an error @all', async ({ baseURL }) => {
  const page = await open('/docs/api', { baseURL });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${String(error)}`));
  for (const { href } of sitePages) {
    const answer = await page.goto(baseURL + href);
    // A page seen before is asked for again.
    expect([200, 304], href).toContain(answer?.status());
    expect(await readText(page, 'main h1'), href).not.toBe('');
    expect(await page.$$eval('main :not(:defined)', ({ length }) => length), href).toBe(0);
  }
  expect(errors).toEqual([]);
  await leave(page);
});

test('a choice redraws the page in place, is said, and is one step back @all', async ({
  baseURL,
}) => {
  const page = await open('/share', { baseURL });
  const main = await page.$('main');
  const market = await page.$eval('select[name="market"]', ({ value }) => value);
  await page.select('select[name="market"]', 'steam-survey-cards');
  await expectPath(page, /^\/share\?market=steam-survey-cards$/);
  await expect.poll(() => readText(page, '#announcement')).toContain('Steam Hardware Survey');
  expect(await main?.evaluate(({ isConnected }) => isConnected)).toBe(true);
  await page.goBack();
  await expectPath(page, /^\/share$/);
  await expect.poll(() => page.$eval('select[name="market"]', ({ value }) => value)).toBe(market);
  expect(await main?.evaluate(({ isConnected }) => isConnected)).toBe(true);
  await leave(page);
});

test('a figure is read by pointing at it @all', async ({ baseURL }) => {
  const page = await open('/revenue', { baseURL });
  const figures = await page.waitForSelector('chart-hover');
  await figures?.scrollIntoView();
  const box = await figures?.boundingBox();
  if (!box) throw new Error('The chart is not drawn.');
  await page.mouse.move(box.x + box.width * 0.99, box.y + box.height * 0.6, { steps: 3 });
  await page.waitForSelector('chart-hover .readout ::-p-text($89.0bn)', { visible: true });
  await leave(page);
});

test('the picture follows the slider @all', async ({ baseURL }) => {
  const page = await open('/charts/nvidia-data-center-revenue', { baseURL });
  const readPicture = () => page.$eval('main svg[role="img"]', ({ innerHTML }) => innerHTML);
  const before = await readPicture();
  const slider = await page.$('time-slider input');
  await slider?.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await expectPath(page, /\?time=/);
  await expect.poll(readPicture).not.toBe(before);
  await leave(page);
});

test('what can be copied has a button @all', async ({ baseURL }) => {
  const page = await open('/charts/market-share', { baseURL });
  const action = await page.waitForSelector('a ::-p-text(Share & cite)');
  await action?.click();
  await page.waitForSelector('button[data-copy]', { visible: true });
  await leave(page);
});

test('the colors stay as they were chosen @all', async ({ baseURL }) => {
  const page = await open('/share', { baseURL });
  const readColor = () => page.$eval('html', (root) => getComputedStyle(root).backgroundColor);
  const colors: string[] = [];
  for (const theme of ['light', 'dark']) {
    await page.click(`label:has(#theme-${theme})`);
    colors.push(await readColor());
    await page.goto(`${baseURL}/papers`);
    expect(await readColor(), theme).toBe(colors.at(-1));
  }
  expect(colors[0]).not.toBe(colors[1]);
  await leave(page);
});

test('a visitor’s own figures find their place @all', async ({ baseURL }) => {
  const page = await open('/charts/market-share', { baseURL });
  const button = await page.waitForSelector('[data-opens]', { visible: true });
  await button?.click();
  await page.waitForSelector('::-p-aria([name="Your data"][role="region"])');
  await leave(page);
});

test('without JavaScript a choice is made by its button @all', async ({ baseURL }) => {
  if (!firefox) return;
  // Nothing can be asked of such a page but where it is, so that only keys tell.
  const plain = await launch(firefox, { 'javascript.enabled': false });
  const page = await plain.newPage();
  const scripted = await open('/share', { baseURL });
  const steps = await scripted.$eval('#market-share-market', countStepsToButton);
  await leave(scripted);
  await page.goto(`${baseURL}/share#market-share-market`);
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('Tab');
  expect(page.url()).toMatch(/#market-share-market$/);
  await page.keyboard.press('Enter');
  await expectPath(page, /^\/share\?market=/);
  await plain.close();
});

/** How often somebody presses Tab from a field to the button of its form, which scripts hide. */
function countStepsToButton(field: Element): number {
  const button = field.closest('form')?.querySelector('button[name="update"]');
  const stops = [...document.querySelectorAll('a[href], button, input, select, summary')].filter(
    (stop) => stop === button || stop.checkVisibility(),
  );
  return stops.indexOf(button as Element) - stops.indexOf(field);
}
