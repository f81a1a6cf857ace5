/** Search by a form and by a key. */
import { expect, type Page, test } from '@playwright/test';
import { arrive } from './support/newcomer';
import { test as withoutScript } from './support/no-script';

withoutScript(
  'the field in the header finds chips, charts, events and sources',
  async ({ page, isMobile }) => {
    await page.goto('/');
    // On a phone the field is behind a button, which needs no script either.
    if (isMobile) await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox', { name: 'Search the site' }).fill('a100');
    await page.getByRole('searchbox', { name: 'Search the site' }).press('Enter');
    await expect(page).toHaveURL(/\/search\?q=a100/);
    for (const name of ['Chips', 'Events', 'Sources']) {
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    }
    await page.getByRole('main').getByRole('link', { name: 'A100', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'A100' })).toBeVisible();
  },
);

withoutScript('half a word and a missing accent find as well', async ({ page }) => {
  await page.goto('/search?q=julich+super');
  await expect(page.getByRole('link', { name: 'Jülich Supercomputing Centre' })).toBeVisible();
});

withoutScript('nothing found is said so, with a way on', async ({ page }) => {
  await page.goto('/search?q=zzzzzz');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No results for “zzzzzz”');
  await expect(page.getByRole('heading', { name: 'Or browse' })).toBeVisible();
});

withoutScript('a misspelled word is put right', async ({ page }) => {
  await page.goto('/search?q=nvdia+h100');
  await page.getByRole('main').getByRole('link', { name: 'Nvidia h100', exact: true }).click();
  await expect(page).toHaveURL('/search?q=Nvidia+h100');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/results for “Nvidia h100”$/);
});

withoutScript(
  'a figure is answered with its period, its change and its source',
  async ({ page }) => {
    await page.goto('/search?q=nvidia+data+center+revenue+january+2023');
    const answer = page.getByRole('region', { name: 'Nvidia data center revenue' });
    await expect(answer).toContainText('Q4 FY23 (Nov 2022–Jan 2023)');
    await expect(answer).toContainText('+10.8% from a year earlier');
    await expect(answer).toContainText('Source: Nvidia');
    await answer.getByRole('link', { name: '$3.62bn' }).click();
    await expect(page).toHaveURL(/\/evidence\/nvidia-revenue\/FY2023-Q4~data-center/);
  },
);

withoutScript('two chips are compared', async ({ page }) => {
  await page.goto('/search?q=H100+vs+MI300X');
  const table = page.getByRole('table', { name: 'Compare H100 and MI300X' });
  await expect(table.getByRole('row', { name: /^Memory/ }).first()).toContainText('192 GB');
  await table.getByRole('link', { name: 'MI300X' }).click();
  await expect(page).toHaveURL('/chips/mi300x');
});

withoutScript('what holds some of the words is said to be that', async ({ page }) => {
  await page.goto('/search?q=cineca+cerebras');
  await expect(page.getByRole('status')).toContainText('No result has all the words.');
  await expect(
    page.getByRole('main').getByRole('link', { name: 'CINECA', exact: true }),
  ).toBeVisible();
});

test.describe('suggestions', () => {
  const open = async (page: Page, isMobile: boolean) => {
    await page.goto('/about');
    if (isMobile) await page.getByRole('button', { name: 'Search' }).click();
    return page.getByRole('combobox', { name: 'Search the site' });
  };

  test('come up while typing, figures first, and are moved in by arrows', async ({
    page,
    isMobile,
  }) => {
    const field = await open(page, isMobile);
    await field.pressSequentially('data center revenue Q4 2023');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    const options = list.getByRole('option');
    await expect(options.nth(0)).toContainText('$3.62bn');
    await expect(options.nth(1)).toContainText('$18.4bn');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('#announcement')).toHaveText(/^\d+ suggestions$/);
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await field.press('ArrowUp');
    await field.press('Enter');
    await expect(page).toHaveURL(/\/evidence\/nvidia-revenue\/FY2023-Q4~data-center/);
  });

  test('are closed by Esc, and Enter then asks for the page of results', async ({
    page,
    isMobile,
  }) => {
    const field = await open(page, isMobile);
    await field.pressSequentially('a100');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await expect(list).toBeVisible();
    await field.press('Escape');
    await expect(list).toBeHidden();
    await expect(field).toHaveValue('a100');
    await field.press('Enter');
    await expect(page).toHaveURL('/search?q=a100');
  });

  test('offer the spelling that was meant', async ({ page, isMobile }) => {
    const field = await open(page, isMobile);
    await field.pressSequentially('nvdia h100');
    await page.getByRole('option', { name: 'Did you mean Nvidia h100?' }).click();
    await expect(page).toHaveURL('/search?q=Nvidia+h100');
  });
});

test('the key / leads to the field, until it is switched off', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no such key');
  await page.goto('/search');
  const field = page.getByRole('combobox', { name: 'Search the site' });
  const key = page.getByRole('checkbox', { name: /leads to the search field/ });
  await expect(key).toBeChecked();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await field.blur();
  await key.uncheck();
  await key.blur();
  await page.keyboard.press('/');
  await expect(field).not.toBeFocused();
});

withoutScript('what is called so comes first', async ({ page }) => {
  for (const [words, name] of [
    ['nvidia', 'Nvidia'],
    ['rtx4090', 'GeForce RTX 4090'],
    ['h100 price', 'Prices'],
  ] as const) {
    await page.goto(`/search?q=${words}`);
    const results = page.getByRole('main').getByRole('listitem');
    await expect(results.first().getByRole('link')).toHaveText(name);
  }
});

test.describe('someone new', () => {
  test.skip(({ isMobile }) => isMobile, 'the field of a phone opens by a button');

  /** Types a question into the header of the overview, which is one action. */
  async function ask(page: Page, question: string) {
    const newcomer = await arrive(page);
    await newcomer.type(page.getByRole('combobox', { name: 'Search the site' }), question);
    await expect(page).toHaveURL(/\/search\?q=/);
    return {
      answer: (name: string) => page.getByRole('region', { name }),
      click: (name: string) =>
        newcomer.click(page.getByRole('main').getByRole('link', { name, exact: true }).first()),
      count: newcomer.count,
    };
  }

  test('learns who owns the most A100, in 1 action', async ({ page }) => {
    const { answer, count } = await ask(page, 'who owns the most A100');
    await expect(answer('Most A100')).toContainText('Microsoft');
    await expect(answer('Most A100')).toContainText('Source: Epoch AI');
    expect(count()).toBeLessThanOrEqual(1);
  });

  test('learns a quarter’s revenue, its growth and its source, in 2 actions', async ({ page }) => {
    const { answer, click, count } = await ask(page, 'nvidia data center revenue Jan 2023');
    await expect(answer('Nvidia data center revenue')).toContainText('+10.8% from a year earlier');
    await click('$3.62bn');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('$3.62bn');
    expect(count()).toBeLessThanOrEqual(2);
  });

  test('finds the chips under export control, in 2 actions', async ({ page }) => {
    const { click, count } = await ask(page, 'chips under export control');
    await click('Rules and chips');
    await expect(page).toHaveURL('/timeline/export-controls');
    expect(count()).toBeLessThanOrEqual(2);
  });

  test('sees how Stability AI grew, in 2 actions', async ({ page }) => {
    const { answer, click, count } = await ask(page, 'stability ai');
    await expect(answer('Stability AI: accelerators')).toContainText('5,408 A100');
    await click('All of Stability AI');
    await expect(page).toHaveURL('/organizations/stability-ai');
    await expect(page.getByRole('main')).toContainText('32');
    expect(count()).toBeLessThanOrEqual(2);
  });

  test('compares an H100 with an MI300X, in 1 action', async ({ page }) => {
    const { answer, count } = await ask(page, 'H100 vs MI300X');
    await expect(answer('Compare H100 and MI300X')).toContainText('192 GB');
    expect(count()).toBeLessThanOrEqual(1);
  });

  test('reads what an edition changed, in 3 actions', async ({ page }) => {
    const newcomer = await arrive(page);
    await newcomer.click(
      page.getByRole('banner').getByRole('link', { name: 'Ownership', exact: true }),
    );
    const lists = page.locator('select[name=list]').first();
    await newcomer.choose(lists, /State of AI.*Aug 2026/);
    await expect(page).toHaveURL(/list=soai-2026-08/);
    await newcomer.read(page.getByRole('table', { name: /^Changes from/ }));
    expect(newcomer.count()).toBeLessThanOrEqual(3);
  });
});
