/** A visitor's own figures over ours: taken, corrected, drawn, and never sent. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { test as withoutScript } from './support/no-script';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';
import { openAtRest } from './support/visit';

const CHART = '/charts/market-share';
const GOOD = 'period,series,value\n2025-Q1,Mine,71\n2025-Q2,Mine,72\n2025-Q3,Mine,73\n';

async function open(page: Page, address = CHART) {
  const rest = await openAtRest(page, address);
  // Of several charts of a page the last.
  await page.getByRole('button', { name: 'Your data' }).last().click();
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
  await page.getByLabel(/^CSV file/).setInputFiles(toFile('mine.csv', GOOD));
  await expect(page.getByText('3 of 3 figures are drawn.')).toBeVisible();
  await expect(page.getByLabel(/^Periods \(quarters, as 2025-Q1\)/)).toHaveValue('period');
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

test('cells with a problem are worded as the ingest does, and like ones corrected at once, by keyboard', async ({
  page,
}) => {
  const requests = await open(page);
  await page.getByLabel(/or paste it/).fill(GOOD.replace('72', 'many').replace('73', 'many'));
  const problems = page.getByRole('alert', { name: 'Problems' });
  await expect(problems).toContainText('your text, line 3, value: "many" is not a number.');
  await expect(problems).toContainText('Also on line 4.');
  await expect(page.getByText('1 of 1 figures are drawn')).toBeVisible();
  await problems.getByLabel('Line 3, value').fill('72.5');
  await page.keyboard.press('Enter');
  await expect(problems).toBeHidden();
  await expect(page.getByText('3 of 3 figures are drawn.')).toBeVisible();
  expect(requests).toEqual([]);
});

test('how a file was read is said, and each clause can be changed', async ({ page }) => {
  const requests = await open(page, '/charts/nvidia-data-center-revenue');
  const text = 'Quartal;Umsatz (Mrd. EUR)\n1Q25;39,1\n2Q25;41,1\n';
  await page.getByLabel(/^CSV file/).setInputFiles(toFile('umsatz.csv', text));
  const panel = page.getByRole('region', { name: 'Your data' });
  await expect(panel.getByLabel('Cells end at')).toHaveValue(';');
  await expect(panel.getByLabel(/^Periods \(quarters, as 1Q25\)/)).toHaveValue('Quartal');
  await expect(panel.getByLabel('Decimals are marked by')).toHaveValue(',');
  await expect(panel.getByLabel('Numbers are')).toHaveValue('billions of EUR');
  // Foreign money is drawn when it is said how.
  await expect(panel.getByRole('group', { name: /One question before it is drawn/ })).toBeVisible();
  await expect(page.locator('own-data[data-drawn]')).toHaveCount(0);
  await panel.getByLabel(/They are in EUR/).selectOption('as-is');
  const picture = page.getByRole('img', {
    name: /with your own figures: Your figures \(yours, EUR\)/,
  });
  await expect(picture).toBeVisible();
  expect(requests).toEqual([]);
});

test('a file is kept for its chart in this browser, until it is removed', async ({ page }) => {
  await open(page);
  await page.getByLabel(/^CSV file/).setInputFiles(toFile('mine.csv', GOOD));
  const picture = page.getByRole('img', { name: /with your own figures: Mine \(yours\)/ });
  await expect(picture).toBeVisible();
  await expect(page.getByText('mine.csv is kept in this browser')).toBeVisible();
  await page.reload();
  await expect(picture).toBeVisible();
  await page.getByRole('button', { name: 'Remove your data' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Your data' })).toBeVisible();
  await expect(picture).toBeHidden();
});

test('an entry of one’s own stands in a ranking wherever it ranks', async ({ page }) => {
  await open(page, '/charts/accelerator-holders?list=soai-2026-08');
  await page.getByLabel(/or paste it/).fill('name,GPUs\nMy university,1000\n');
  await expect(page.getByText('1 of 1 figures are drawn.')).toBeVisible();
  const picture = page.getByRole('img', { name: /My university \(yours\)/ });
  // Where there is little room, the name is cut.
  await expect(picture.getByText(/\d+ {2}My univ/).filter({ visible: true })).toBeVisible();
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

test('files with one’s own figures are made in the browser', async ({ page }) => {
  const requests = await open(page);
  await page.getByLabel(/or paste it/).fill(GOOD);
  for (const kind of ['PNG', 'SVG', 'CSV', 'XLSX'] as const) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download ${kind}` }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(
      /^market-share_.*with-your-figures\.(png|svg|csv|xlsx)$/,
    );
    const content = readFileSync(await file.path());
    if (kind === 'SVG') {
      const svg = content.toString('utf8');
      expect(svg).toContain('Mine (yours)');
      expect(svg).toMatch(/@font-face\{font-family:Inter/);
    } else if (kind === 'CSV') {
      expect(content.toString('utf8')).toContain(
        '\r\nMine (yours),2025-Q3,2025-07-01,2025-09-30,73,',
      );
    } else if (kind === 'XLSX') {
      const sheet = strFromU8(unzipSync(content)['xl/worksheets/sheet1.xml']!);
      expect(sheet).toContain('Mine (yours)');
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

test('columns of a spreadsheet are series each', async ({ page }) => {
  await open(page);
  await page.getByLabel(/or paste it/).fill('year\tAcme\tOther\n2024\t10\t20\n2025\t11\t21\n');
  await expect(page.getByText('4 of 4 figures are drawn.')).toBeVisible();
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
  await expect(page.getByText('2 of 2 figures are drawn.')).toBeVisible();
  const picture = page.getByRole('img', { name: /with your own figures: My fleet \(yours\)/ });
  await expect(picture).toBeVisible();
  await expect(picture.getByText(/My fleet/)).toBeVisible();
  expect(requests).toEqual([]);
});

for (const [name, content, expected] of [
  ['book.xlsx', Buffer.from('PK\x03\x04 and more'), 'a ZIP archive without a workbook'],
  ['empty.csv', ' ', 'the file is empty'],
  ['quote.csv', 'period,value\n2025-Q1,"50\n', 'the quotation marks do not match'],
  ['words.csv', 'period,value\n2025-Q1,many\n', '"many" is not a number'],
  ['large.csv', 'period,series,value\n2025-Q1,Mine,250\n', '"250" is more than 100'],
] as const) {
  test(`${name} is explained @once`, async ({ page }) => {
    await open(page);
    await page.getByLabel(/^CSV file/).setInputFiles(toFile(name, content));
    await expect(page.getByRole('alert', { name: 'Problems' })).toContainText(expected);
    await expect(page.locator('own-data[data-drawn]')).toHaveCount(0);
  });
}

test('a workbook is read, and so is what another country’s programs write @once', async ({
  page,
}) => {
  await open(page);
  const book = await page.request.get(`${CHART}.xlsx`);
  const workbook = { name: 'ours.xlsx', mimeType: '', buffer: await book.body() };
  await page.getByLabel(/^CSV file/).setInputFiles(workbook);
  // Our own workbook gives the same picture.
  await expect(page.getByRole('img', { name: /your own figures: Nvidia \(yours\)/ })).toBeVisible();
  await expect(page.getByLabel('Sheet')).toHaveValue('Figures');
  const latin = Buffer.from('period,series,value\n2025-Q1,Z\xfcrich,60\n', 'latin1');
  await page.getByLabel(/^CSV file/).setInputFiles(toFile('latin.csv', latin));
  await expect(page.getByRole('img', { name: /Zürich \(yours\)/ })).toBeVisible();
  await expect(page.getByLabel('Read as')).toHaveValue('windows-1252');
});

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
