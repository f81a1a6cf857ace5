/** Cutting, summing, stacking and indexing a picture: by mouse, keyboard, address, and without scripts. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';
import { openAtRest } from './support/visit';

const REVENUE = '/charts/nvidia-data-center-revenue';

test('time is cut by typing two ends and pressing Enter; the address is short', async ({
  page,
}) => {
  await page.goto(REVENUE);
  await page.getByRole('textbox', { name: 'From' }).fill('FY23');
  await page.getByRole('textbox', { name: 'To' }).fill('Q4 FY24');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${REVENUE}?time=FY2023..FY2024-Q4`);
  await expect(page.getByRole('img', { name: /rose from \$3\.75bn in Q1 FY23/ })).toBeVisible();
  await page.getByRole('link', { name: 'Table' }).click();
  await expect(page.getByText('8 rows')).toBeVisible();
  await page.getByRole('link', { name: 'Remove FY23 to Q4 FY24' }).click();
  await expect(page).toHaveURL(/revenue\?table=nvidia-data-center-revenue$/);
});

test('time is cut by a slider, with the keyboard and by dragging', async ({ page }) => {
  await openAtRest(page, REVENUE);
  const range = page.getByRole('group', { name: 'Time range' });
  const first = range.getByRole('slider', { name: 'First period shown' });
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(first).toHaveAttribute('aria-valuetext', 'Q3 FY16');
  await expect(page).toHaveURL(`${REVENUE}?time=FY2016-Q3..latest`);
  await expect(first).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(REVENUE);

  const last = range.getByRole('slider', { name: 'Last period shown' });
  await last.scrollIntoViewIfNeeded();
  const box = (await last.boundingBox())!;
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 9, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, middle, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\?time=\.\.FY202(1-Q\d|2-Q1)$/);
  await expect(
    page.getByRole('img', { name: /Data center rose from \$88m in Q1 FY16/ }),
  ).toBeVisible();
});

withoutScript('without scripts the slider is away and the entries remain', async ({ page }) => {
  await page.goto(`${REVENUE}?time=FY2023..latest`);
  await expect(page.getByRole('slider')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('FY2023');
});

test('sums, growth and the calendar follow each other by keyboard', async ({ page }) => {
  await page.goto(REVENUE);
  for (const [name, address] of [
    ['Calendar', /align=calendar$/],
    ['Years', /align=calendar&by=year$/],
    ['Growth, year', /align=calendar&by=year&view=growth-year$/],
  ] as const) {
    const link = page.getByRole('link', { name, exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
    await expect(link).toBeFocused();
  }
  await expect(page.getByRole('img', { name: /growth from a year earlier/ }).first()).toBeVisible();
  await page.getByRole('link', { name: 'About', exact: true }).click();
  await expect(page.getByText(/No figure was changed/)).toBeVisible();
  await expect(page.getByText(/Left out, because not all four quarters are known/)).toBeVisible();
});

withoutScript('series are chosen one by one without JavaScript', async ({ page }) => {
  await page.goto('/charts/nvidia-revenue-by-segment');
  await page.getByText(/^Series/).click();
  await page.getByRole('link', { name: 'All other', exact: true }).click();
  await expect(page).toHaveURL(/segment\?series=data-center~gaming(#.*)?$/);
  await page.getByRole('link', { name: 'Share', exact: true }).click();
  await expect(page).toHaveURL(/stack=percent&series=data-center~gaming/);
  await expect(page.getByRole('img', { name: /shares/ }).first()).toBeVisible();
  await page.getByRole('link', { name: 'About', exact: true }).click();
  await expect(
    page.getByText(/Percentages are computed by us, of the sum of all series/),
  ).toBeVisible();
});

withoutScript('a time range moves every chart of a page without JavaScript', async ({ page }) => {
  await page.goto('/revenue');
  const block = page.locator('#nvidia-data-center-revenue');
  await block.getByRole('textbox', { name: 'From' }).fill('2022');
  await block.getByRole('button', { name: 'Update chart' }).click();
  await expect(page).toHaveURL(/\/revenue\?time=2022\.\.latest(#.*)?$/);
  await expect(
    page.getByRole('img', { name: /Data center rose from \$3\.75bn in Q1 FY23/ }).first(),
  ).toBeVisible();
  await expect(page.getByRole('main').getByRole('status')).toHaveCount(0);
});

withoutScript(
  'a form sends all of its fields, and what no longer fits starts afresh without a word',
  async ({ page }) => {
    await page.goto('/share?market=jpr-aib-desktop&series=intel&focus=intel');
    const block = page.locator('#market-share');
    await block.getByLabel('Market').selectOption('top500-accelerated-systems');
    await block.getByRole('button', { name: 'Update chart' }).click();
    await expect(page).toHaveURL(/market=top500-accelerated-systems/);
    await expect(page).not.toHaveURL(/update=/);
    await expect(page.getByRole('main').getByRole('status')).toHaveCount(0);
    await block.getByRole('textbox', { name: 'From' }).fill('soon');
    await block.getByRole('button', { name: 'Update chart' }).click();
    await expect(
      page.getByRole('main').getByRole('status').filter({ hasText: '“soon” is not a time' }),
    ).toBeVisible();
  },
);

test('what makes no sense is corrected visibly', async ({ page }) => {
  await page.goto(`${REVENUE}?time=soon&by=week&series=moon&stack=percent`);
  const note = page.getByRole('main').getByRole('status');
  for (const text of [
    '“soon” is not a time',
    'No period “week”',
    'No series “moon”',
    '“percent”',
  ]) {
    await expect(note).toContainText(text);
  }
});

withoutScript(
  'events stand on the axis on request, each with its source below',
  async ({ page }) => {
    await page.goto(`${REVENUE}?time=2022..latest`);
    await page.getByRole('link', { name: 'Events', exact: true }).click();
    await expect(page).toHaveURL(/\?events=on&time=2022\.\.latest(#.*)?$/);
    await page.getByRole('link', { name: 'About', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Events in this time/ })).toBeVisible();
    const list = page.getByRole('list').filter({ hasText: 'ChatGPT launched' });
    await expect(list.getByRole('link', { name: /ChatGPT launched/ }).first()).toHaveAttribute(
      'href',
      /^https:/,
    );
    await page.getByRole('link', { name: 'Chart', exact: true }).click();
    // A label in the picture leads there, too.
    const label = page.locator('.drawn-links:visible').getByRole('link').first();
    const name = await label.getAttribute('aria-label');
    await label.click();
    await expect(page).toHaveURL(/\/evidence\/events\//);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name!);
    await expect(page.getByRole('heading', { name: 'Source' })).toBeVisible();
  },
);

withoutScript('one share by every definition', async ({ page }) => {
  await page.goto('/share/compare');
  await expect(
    page.getByRole('img', { name: /28 definitions of Nvidia’s market/ }).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Table' }).click();
  await page.getByRole('link', { name: /^Show all \d+ rows$/ }).click();
  const table = page.locator('#share-by-definition').getByRole('table');
  await expect(table.getByRole('row', { name: /GPUs usable for machine learning/ })).toContainText(
    /95% est\.–?statement of Feb 2023/,
  );
  await page.getByLabel('Period').selectOption('2023');
  await page.getByRole('button', { name: 'Update chart' }).click();
  await expect(page).toHaveURL(/\/share\/compare\?period=2023/);
});

test('changed controls are accessible', async ({ page }) => {
  await page.goto(`${REVENUE}?by=ttm&view=index&scale=log&time=2019..latest`);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
