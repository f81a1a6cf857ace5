/** A visitor among the datasets: reading what they promise, finding rows, following references. */
import { expect, type Page, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

const table = (page: Page) => page.getByRole('table').first();
const cells = (page: Page) => table(page).locator('tbody tr:not(.remark)');
const header = (page: Page, name: string | RegExp) => page.getByRole('columnheader', { name });

test.describe('the list of datasets', () => {
  test('leads to each, and says how to cite the data', async ({ page }) => {
    await page.goto('/datasets');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main').getByText(/Snapshot [0-9a-f]{12} of/)).toContainText(
      /\/download\/tracker\.sqlite\?snapshot=[0-9a-f]{12}\.$/,
    );
    const row = page.getByRole('row', { name: /Nvidia revenue by segment/ });
    await expect(row).toContainText('fiscal quarter, segment and basis');
    await row.getByRole('link').click();
    await expect(page).toHaveURL(/\/datasets\/nvidia-revenue$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nvidia revenue by segment');
  });
});

test.describe('a dataset', () => {
  test('explains its columns, checks, charts and sources', async ({ page }) => {
    await page.goto('/datasets/nvidia-revenue');
    const columns = page.getByRole('region', { name: 'The columns' });
    await expect(columns.getByText('revenue_usd_millions')).toBeVisible();
    await expect(columns.getByText('Revenue · number, USD millions')).toBeVisible();
    await expect(columns.getByText('Part of data center: accelerators and systems.')).toBeVisible();
    await expect(columns.getByRole('link', { name: 'Sources' })).toHaveAttribute(
      'href',
      '/datasets/sources',
    );
    const checks = page.getByRole('region', { name: 'The checks' });
    const passed = checks.getByRole('listitem').filter({ hasText: 'platforms-add-up' });
    await expect(passed).toContainText('passed');
    await expect(
      page.getByRole('region', { name: 'The newest sources' }).getByRole('listitem'),
    ).toHaveCount(6);
    await expect(
      page.getByRole('link', { name: 'Nvidia’s data center revenue', exact: true }),
    ).toHaveAttribute('href', '/charts/nvidia-data-center-revenue');
  });

  test('is cited by files that name the day of access', async ({ page, request }) => {
    await page.goto('/datasets/chips?vendor=amd');
    const cite = page.getByRole('region', { name: 'How to cite and load it' });
    await expect(cite).toContainText('(selection: vendor=amd)');
    const day = new Date().toISOString().slice(0, 10);
    await expect(cite.getByRole('link', { name: 'BibTeX' })).toHaveAttribute(
      'href',
      `/datasets/chips.bib?vendor=amd&accessed=${day}`,
    );
    const file = await request.get(`/datasets/chips.bib?vendor=amd&accessed=${day}`);
    expect(await file.text()).toContain(`urldate = {${day}}`);
  });

  test('follows what is typed into its search', async ({ page }) => {
    await page.goto('/datasets/chips');
    const field = page.getByRole('searchbox', { name: 'Search', exact: true });
    await field.pressSequentially('ascend');
    await expect(page).toHaveURL('/datasets/chips?q=ascend');
    await expect(field).toBeFocused();
    for (const row of await cells(page).all()) await expect(row).toContainText(/ascend/i);
    await page.goto('/sources');
    await page.getByRole('searchbox', { name: 'Search', exact: true }).pressSequentially('omdia');
    await expect(page).toHaveURL('/sources?q=omdia');
  });

  test('is searched, and says when nothing is found', async ({ page }) => {
    await page.goto('/datasets/chips');
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('ascend');
    await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).toHaveURL(/\/datasets\/chips\?q=ascend(#rows)?$/);
    for (const row of await cells(page).all()) await expect(row).toContainText(/ascend/i);
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('no such chip');
    await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page.getByText('No rows match.')).toBeVisible();
    await page.getByRole('link', { name: 'clear search and filters' }).click();
    await expect(page).toHaveURL(/\/datasets\/chips(#rows)?$/);
    await expect(cells(page)).toHaveCount(25);
  });

  test('is sorted by its headers, by two columns', async ({ page }) => {
    await page.goto('/datasets/gpu-holdings');
    await header(page, /^Organization/)
      .getByRole('link')
      .click();
    await expect(page).toHaveURL(/sort=organization#rows$/);
    await header(page, /^Accelerators/)
      .getByRole('link')
      .click();
    await expect(page).toHaveURL(/sort=-accelerators~organization#rows$/);
    await expect(header(page, /^Accelerators/)).toHaveAttribute('aria-sort', 'descending');
    const counts = await readColumn(page, 3);
    expect(counts.length).toBe(25);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  });

  test('is paged to its end', async ({ page }) => {
    await page.goto('/datasets/gpu-holdings');
    const status = page.getByText(/^1–25 of \d+ rows/);
    await expect(status).toBeVisible();
    const total = Number(/of (\d+)/.exec((await status.textContent()) ?? '')?.[1]);
    const pages = page.getByRole('navigation', { name: 'Pages of the table' });
    await expect(pages.getByRole('link', { name: 'Previous' })).toHaveCount(0);
    await pages.getByRole('link', { name: 'Next' }).click();
    await expect(page.getByText(/^26–50 of/)).toBeVisible();
    await pages.getByRole('link', { name: 'Last' }).click();
    await expect(page.getByText(new RegExp(`–${total} of ${total} rows`))).toBeVisible();
    await expect(pages.getByRole('link', { name: 'Next' })).toHaveCount(0);
  });

  test('is filtered by choosing a value, and unfiltered by its mark', async ({ page }) => {
    await page.goto('/datasets/gpu-holdings');
    await page.getByText('Filter by column').click();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('announced');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(/\/datasets\/gpu-holdings\?status=announced/);
    for (const row of await cells(page).all()) await expect(row).toContainText('announced');
    await page.getByRole('link', { name: 'Remove Status: announced' }).click();
    await expect(page).not.toHaveURL(/status/);
  });

  test('leads from a reference to its row, and from a row to its evidence', async ({ page }) => {
    await page.goto('/datasets/gpu-holdings?organization=dirac');
    const [row] = await cells(page).all();
    await expect(row!.getByRole('link', { name: 'dirac', exact: true })).toHaveAttribute(
      'href',
      '/organizations/dirac',
    );
    await row!.getByRole('link', { name: 'a100', exact: true }).click();
    await expect(page).toHaveURL('/chips/a100');
    await page.goto('/datasets/chips?chip=a100');
    await expect(cells(page)).toHaveCount(1);
    await cells(page).getByRole('link', { name: 'epoch-hw', exact: true }).click();
    await expect(page).toHaveURL(/\/sources\?q=epoch-hw/);
    await expect(cells(page)).toHaveCount(1);
    await expect(cells(page)).toContainText('epoch-hw');
  });

  test('corrects an address it does not understand, visibly', async ({ page }) => {
    await page.goto('/datasets/gpu-holdings?status=lost&sort=-price&page=9999&color=red');
    const corrected = page.getByRole('status').filter({ hasText: 'No status “lost”' });
    for (const found of ['“lost”', '“-price”', '“9999”']) {
      await expect(corrected).toContainText(found);
    }
    await expect(page).toHaveURL(/#left-out$/);
    await expect(page.getByText(/rows$/).first()).toBeVisible();
    await expect(page.getByText(/^Page (\d+) of \1$/)).toBeVisible();
  });

  test('writes years without and counts with a comma, and a dash for what is unknown', async ({
    page,
  }) => {
    await page.goto('/datasets/chips-in-notable-models');
    await expect(
      table(page).getByRole('rowheader', { name: '2017', exact: true }).first(),
    ).toBeVisible();
    await page.goto('/datasets/gpu-holdings?sort=-accelerators');
    await expect(cells(page).first()).toContainText(/\d,\d{3}/);
    await expect(table(page).getByTitle('Not known.').first()).toHaveText('–');
  });

  test('keeps its header and first column in sight', async ({ page }) => {
    await page.goto('/datasets/gpu-market-share');
    const box = table(page).locator('..');
    await box.scrollIntoViewIfNeeded();
    const place = await box.boundingBox();
    await box.evaluate((element) => element.scrollTo(300, 400));
    const corner = await table(page).getByRole('columnheader').first().boundingBox();
    expect(Math.abs(corner!.x - place!.x)).toBeLessThan(2);
    expect(Math.abs(corner!.y - place!.y)).toBeLessThan(2);
  });
});

test.describe('the sources', () => {
  test('are found by kind, with what rests on them', async ({ page }) => {
    await page.goto('/sources');
    const kinds = page.getByRole('navigation', { name: 'Kind' });
    const filings = kinds.getByRole('link', { name: /^Filing \d+$/ });
    const count = Number(/\d+/.exec((await filings.textContent()) ?? '')?.[0]);
    await filings.click();
    await expect(page).toHaveURL(/\/sources\?kind=filing$/);
    await expect(page.getByText(`1–${Math.min(count, 12)} of ${count} sources`)).toBeVisible();
    const [citation] = await cells(page)
      .getByRole('link', { name: /^\d+ in nvidia-revenue$/ })
      .all();
    const cited = Number(/^\d+/.exec((await citation!.textContent()) ?? '')?.[0]);
    await citation!.click();
    await expect(page).toHaveURL(/\/datasets\/nvidia-revenue\?source=/);
    await expect(cells(page)).toHaveCount(Math.min(cited, 25));
  });

  test('say so where no address is known', async ({ page }) => {
    await page.goto('/sources?url=~');
    const rows = await cells(page).all();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) await expect(row).toContainText('no address known');
  });
});

test.describe('a wrong address', () => {
  for (const [path, said, name, near] of [
    [
      '/datasets/gpu_holding',
      'There is no page at /datasets/gpu_holding.',
      'Accelerators by organization',
      '/datasets/gpu-holdings',
    ],
    ['/reveneu', 'There is no page at /reveneu.', 'Revenue', '/revenue'],
    ['/chips/nvidia-a100', 'No chip “nvidia-a100”. Did you mean A100?', 'A100', '/chips/a100'],
    ['/vendors/nvda', 'No vendor “nvda”. Did you mean Nvidia?', 'Nvidia', '/vendors/nvidia'],
    ['/organizations/zzzz', 'No organization “zzzz”.', 'all organizations', '/organizations'],
    [
      '/charts/market-share?snapshot=0123456789ab',
      'We no longer have snapshot “0123456789ab”.',
      'Show the present figures',
      '/charts/market-share',
    ],
  ] as const) {
    test(`${path} leads to ${near}`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
      await expect(page.getByRole('main')).toContainText(said);
      await page.getByRole('main').getByRole('link', { name, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`${near}$`));
    });
  }
});

withoutScript.describe('without JavaScript', () => {
  withoutScript('a dataset is searched, filtered, sorted and paged', async ({ page }) => {
    await page.goto('/datasets/gpu-holdings');
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('epoch');
    await page.getByText('Filter by column').click();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('operational');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    // What was left at “any” does not stay in the address.
    await expect(page).toHaveURL(/\/datasets\/gpu-holdings\?q=epoch&status=operational#rows$/);
    await header(page, /^Accelerators/)
      .getByRole('link')
      .click();
    await expect(page).toHaveURL(/q=epoch&status=operational&sort=-accelerators#rows$/);
    const first = await readColumn(page, 3);
    await page.getByRole('link', { name: 'Next' }).click();
    await expect(page).toHaveURL(/sort=-accelerators&page=2#rows$/);
    const second = await readColumn(page, 3);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(Math.max(...second));
  });

  withoutScript('the sources and a wrong address still help', async ({ page }) => {
    await page.goto('/sources');
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('omdia');
    await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).toHaveURL(/\/sources\?q=omdia#rows$/);
    await expect(cells(page).first()).toContainText(/omdia/i);
    await page.goto('/vendor.csv');
    const meant = page.getByRole('main').getByRole('link', { name: 'Vendors', exact: true });
    await expect(meant).toBeVisible();
  });
});

/** The numbers of a column, counted from 0. */
async function readColumn(page: Page, index: number): Promise<number[]> {
  const texts = await table(page)
    .locator(`tbody :is(th, td):nth-child(${index + 1})`)
    .allTextContents();
  return texts.map((text) => Number(text.replaceAll(',', '')));
}

withoutScript(
  'columns are chosen, and the selection is downloaded as it is shown',
  async ({ page, request }) => {
    await page.goto('/datasets/gpu-holdings?organization=aist');
    await page.getByText(/^Columns \(all/).click();
    const boxes = page.getByRole('group', { name: 'Columns to show' });
    for (const box of await boxes.getByRole('checkbox').all()) await box.uncheck();
    for (const name of ['Accelerators', 'Chip', 'As of']) {
      await boxes.getByRole('checkbox', { name, exact: true }).check();
    }
    await page.getByRole('button', { name: 'Apply columns' }).click();
    await expect(page).toHaveURL(/organization=aist&columns=chip~accelerators~as_of/);
    await expect(table(page).getByRole('columnheader')).toHaveText([
      /Chip/,
      /Accelerators/,
      /As of/,
    ]);
    const count = await cells(page).count();
    const href = await page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href');
    const lines = (await (await request.get(href!)).text()).trimEnd().split('\r\n');
    expect(lines[0]).toBe('chip,accelerators,as_of');
    expect(lines).toHaveLength(count + 1);
    await page.getByRole('link', { name: 'all columns' }).click();
    await expect(page).toHaveURL(/\/datasets\/gpu-holdings\?organization=aist(#rows)?$/);
  },
);
