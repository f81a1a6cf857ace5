/** A visitor's own figures over ours: taken, corrected, drawn, and never sent. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';
import { openAtRest } from './support/visit';

const CHART = '/charts/market-share';
const GOOD = 'period,series,value\n2025-Q1,Mine,71\n2025-Q2,Mine,72\n2025-Q3,Mine,73\n';

async function open(page: Page, address = CHART) {
  const rest = await openAtRest(page, address);
  await page.getByRole('button', { name: 'Your data' }).click();
  await expect(page.getByRole('region', { name: 'Your data' })).toBeVisible();
  // Whatever the panel needs has come; from here on nothing may be asked of anybody.
  await rest();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  return requests;
}

const toFile = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('a file is drawn over the chart and stands in its table, and no request leaves the page', async ({
  page,
}) => {
  const requests = await open(page);
  await page.getByLabel('CSV file').setInputFiles(toFile('mine.csv', GOOD));
  await expect(page.getByText('3 of 3 rows are drawn.')).toBeVisible();
  await expect(page.getByLabel('Period', { exact: true })).toHaveValue('period');
  const picture = page.getByRole('img', { name: /with your own figures: Mine \(yours\)/ });
  await expect(picture).toBeVisible();
  await expect(picture.getByText(/Nvidia/).first()).toBeVisible();
  expect(requests).toEqual([]);
  await page.getByRole('link', { name: 'Table' }).click();
  const table = page.getByRole('region', { name: 'Figures with your own' });
  await expect(table.getByRole('columnheader', { name: 'Mine (yours)' })).toBeVisible();
  await expect(table.getByRole('cell', { name: '73%' })).toBeVisible();

  await page.getByRole('button', { name: 'Remove your data' }).click();
  await expect(table).toBeHidden();
  await page.getByRole('link', { name: 'Chart', exact: true }).click();
  await expect(picture).toBeHidden();
});

test('pasted text with a wrong cell is worded as the ingest does and corrected in place, by keyboard', async ({
  page,
}) => {
  const requests = await open(page);
  await page.getByLabel(/or paste it/).fill(GOOD.replace('72', '"72,5"'));
  const problems = page.getByRole('alert', { name: 'Problems' });
  await expect(problems).toContainText(
    'your text, line 3, value: "72,5" is not a number. Use a point as the decimal mark.',
  );
  await expect(page.getByText('2 of 3 rows are drawn')).toBeVisible();
  await problems.getByLabel('Line 3, value').fill('72.5');
  await page.keyboard.press('Enter');
  await expect(problems).toBeHidden();
  await expect(page.getByRole('img', { name: /your own figures/ })).toBeVisible();
  expect(requests).toEqual([]);
});

test('own figures are summed and grow as ours do, and follow to another view', async ({ page }) => {
  await open(page, '/charts/nvidia-data-center-revenue?time=FY2025..latest');
  const rows = ['FY2025', 'FY2026'].flatMap((year, at) =>
    [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter},Mine,${(at + 1) * 1000}`),
  );
  await page.getByLabel(/or paste it/).fill(`period,series,value\n${rows.join('\n')}\n`);
  const table = page.getByRole('region', { name: 'Figures with your own' });
  await page.getByRole('link', { name: 'Table' }).click();
  await expect(table.getByRole('row', { name: /Q4 FY26/ })).toContainText('$2.00bn');

  await page.getByRole('link', { name: 'Years', exact: true }).click();
  await expect(table.getByRole('row', { name: /^FY26/ })).toContainText('$8.00bn');
  await page.getByRole('link', { name: 'Growth, year' }).click();
  await expect(table.getByRole('row', { name: /^FY26/ })).toContainText('100%');
  await expect(
    page.getByText('Your figures were treated as ours').locator('visible=true'),
  ).toHaveCount(1);
});

test('an image with one’s own figures is made in the browser', async ({ page }) => {
  const requests = await open(page);
  await page.getByLabel(/or paste it/).fill(GOOD);
  for (const kind of ['PNG', 'SVG'] as const) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download ${kind}` }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^market-share_.*with-your-figures\.(png|svg)$/);
    const content = readFileSync(await file.path());
    if (kind === 'SVG') {
      const svg = content.toString('utf8');
      expect(svg).toContain('Mine (yours)');
      expect(svg).toMatch(/@font-face\{font-family:Inter/);
    } else {
      expect(content.readUInt32BE(16)).toBe(2400);
    }
  }
  // The font, and nothing that knows of the figures.
  expect(
    requests.filter((address) => !/^(blob|data):|\/embed\/inter\.woff2$/.test(address)),
  ).toEqual([]);
  await page.getByRole('link', { name: 'Download', exact: true }).click();
  await expect(page.getByText('Server images leave out your figures')).toBeVisible();
});

test('columns of a spreadsheet become series by a button', async ({ page }) => {
  await open(page);
  await page.getByLabel(/or paste it/).fill('year\tAcme\tOther\n2024\t10\t20\n2025\t11\t21\n');
  await page.getByRole('button', { name: 'Make a series of each' }).click();
  await expect(page.getByText('4 of 4 rows are drawn.')).toBeVisible();
  const picture = page.getByRole('img', {
    name: /with your own figures: Acme \(yours\), Other \(yours\)/,
  });
  await expect(picture).toBeInViewport();
});

test('organizations are compared with figures of one’s own', async ({ page }) => {
  const requests = await open(page, '/compare');
  await page
    .getByLabel(/or paste it/)
    .fill('date,name,accelerators\n2025-06-30,My fleet,90000\n2026-06-30,My fleet,120000\n');
  await expect(page.getByText('2 of 2 rows are drawn.')).toBeVisible();
  const picture = page.getByRole('img', { name: /with your own figures: My fleet \(yours\)/ });
  await expect(picture).toBeVisible();
  await expect(picture.getByText(/My fleet/)).toBeVisible();
  expect(requests).toEqual([]);
});

for (const [name, content, expected] of [
  ['book.xlsx', Buffer.from('PK\x03\x04 and more'), 'it looks like an Excel workbook'],
  ['latin.csv', Buffer.from([0x70, 0x2c, 0x76, 0x0a, 0xe9, 0x2c, 0x31]), 'is not UTF-8 text'],
  ['empty.csv', ' ', 'the header lacks this column'],
  ['bars.csv', 'period|series|value\n2025-Q1|Mine|50\n', 'separated by'],
  ['quote.csv', 'period,value\n2025-Q1,"50\n', 'the quotation marks do not match'],
  ['twice.csv', 'period,value,value\n2025-Q1,1,2\n', 'names this column more than once'],
  ['ragged.csv', 'period,series,value\n2025-Q1,Mine\n', 'the row has 2 cells, the header has 3'],
  ['large.csv', 'period,series,value\n2025-Q1,Mine,250\n', '"250" is more than 100'],
] as const) {
  test(`${name} is explained @once`, async ({ page }) => {
    await open(page);
    await page.getByLabel('CSV file').setInputFiles(toFile(name, content));
    await expect(page.getByRole('alert', { name: 'Problems' })).toContainText(expected);
    await expect(page.locator('own-data[data-drawn]')).toHaveCount(0);
  });
}

test('the sample can be tried, and the whole is accessible and fits the window', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'try it here' }).click();
  await expect(page.getByRole('img', { name: /My estimate \(yours\)/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('nothing of it is loaded before it is asked for @once', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  await openAtRest(page, CHART);
  const before = scripts.length;
  await page.getByRole('button', { name: 'Your data' }).click();
  await expect(page.getByRole('region', { name: 'Your data' })).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
});

withoutScript('without scripts no button promises what it cannot do', async ({ page }) => {
  await page.goto(CHART);
  await expect(page.getByRole('button', { name: 'Compare your own data' })).toBeHidden();
});
