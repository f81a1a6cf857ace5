/** Share & download, as a visitor finds it at a chart. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';

const PAGE = '/charts/nvidia-data-center-revenue';

async function openPanel(page: Page, name = 'Download') {
  await page.goto(PAGE);
  await page.getByRole('link', { name, exact: true }).click();
  return page.getByRole('dialog', { name });
}

withoutScript('the preview leads to its picture without JavaScript', async ({ page }) => {
  const panel = await openPanel(page);
  await panel.getByRole('img', { name: /^Preview:/ }).click();
  await page.waitForURL(/\/charts\/nvidia-data-center-revenue\.svg$/);
});

withoutScript(
  'a picture is chosen and saved without JavaScript; the page stays',
  async ({ page }) => {
    const panel = await openPanel(page);
    await panel.getByText('Slide', { exact: true }).click();
    await panel.getByText('Dark', { exact: true }).click();
    const waiting = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Download image' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^nvidia-data-center-revenue_.*\.png$/);
    const png = readFileSync(await file.path());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
    await expect(panel).toBeVisible();
  },
);

withoutScript('a size of one’s own overrules the usual ones', async ({ page }) => {
  const panel = await openPanel(page);
  await panel.getByText('Slide', { exact: true }).click();
  await panel.getByLabel('Width', { exact: true }).fill('900');
  await panel.getByLabel('Height', { exact: true }).fill('600');
  const waiting = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download image' }).click();
  const png = readFileSync(await (await waiting).path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([900, 600]);
});

test('the choices of the page are the choices of the file @once', async ({ page }) => {
  await page.goto(`${PAGE}?by=year`);
  await page.getByRole('link', { name: 'Download', exact: true }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^nvidia-data-center-revenue_year_.*\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toMatch(/^series,period,period_start,period_end,value_usd_millions/);
  expect(text).not.toMatch(/-Q[1-4]/);
});

for (const name of ['Download', 'Share & cite', 'Embed']) {
  test(`the panel “${name}” stays inside the window and is accessible`, async ({ page }) => {
    await expect(await openPanel(page, name)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test('the preview shows what is chosen and moves nothing else', async ({ page }) => {
  const panel = await openPanel(page);
  const preview = panel.getByRole('img', { name: /^Preview:/ });
  const below = panel.getByRole('heading', { name: 'Data', exact: true });
  await expect(preview).toBeVisible();
  // The panel slides in.
  await panel.evaluate((opened) =>
    Promise.all(opened.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  );
  const place = await below.boundingBox();
  const ratio = () =>
    preview.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
  for (const [label, expected] of [
    ['Square', 1],
    ['Slide', 16 / 9],
  ] as const) {
    await panel.getByText(label, { exact: true }).click();
    await expect.poll(ratio).toBeCloseTo(expected, 2);
    expect(await below.boundingBox()).toEqual(place);
  }
  await panel.getByText('Dark', { exact: true }).click();
  await panel.getByText('Transparent', { exact: true }).click();
  await expect(preview).toHaveAttribute(
    'src',
    /\.svg\?size=slide&theme=dark&background=transparent$/,
  );
  await expect(panel.locator('.preview')).toHaveAttribute('href', /theme=dark/);
  // A transparent picture is seen on what it is meant for.
  expect(await preview.evaluate((image) => getComputedStyle(image).backgroundImage)).toContain(
    'rgb(11, 16, 32)',
  );
  await panel.getByText('White', { exact: true }).click();
  await expect(panel.getByRole('form').getByRole('status').first()).toContainText(
    'background: no background “white, with theme=dark”',
  );
});

test('what is copied is the picture of the preview, and rows that a spreadsheet splits @once', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const panel = await openPanel(page);
  await panel.getByText('Square', { exact: true }).click();
  await panel.getByText('Dark', { exact: true }).click();
  await panel.getByRole('button', { name: 'Copy image' }).click();
  await expect(panel.getByText('Copied')).toBeVisible();
  const image = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item!.getType('image/png'));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return {
      size: [bitmap.width, bitmap.height],
      isDark: context.getImageData(2, 2, 1, 1).data[0]! < 64,
    };
  });
  expect(image).toEqual({ size: [1080, 1080], isDark: true });

  await panel.getByRole('button', { name: 'Copy data' }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toContain('\t');
  const [header, row] = (await read()).split(/\r?\n/);
  expect(header).toMatch(/^series\tperiod\tperiod_start\tperiod_end\tvalue_usd_millions/);
  expect(row?.split('\t').length).toBe(header?.split('\t').length);
});

withoutScript(
  'without scripts there are fixed links and codes of every embed',
  async ({ page }) => {
    const panel = await openPanel(page, 'Share & cite');
    await expect(panel.getByRole('link', { name: /\?snapshot=[0-9a-f]{12}$/ })).toHaveAttribute(
      'href',
      /\?snapshot=[0-9a-f]{12}$/,
    );
    await expect(panel.getByText(/^AI Hardware Tracker \(2026\)/)).toBeVisible();
    await panel.getByRole('link', { name: 'Embed' }).click();
    const code = page.locator('code', { hasText: '<iframe' }).locator('visible=true');
    await expect(code).toHaveCount(1);
    await expect(code).not.toContainText('snapshot=');
    await page.getByText('Fixed figures', { exact: true }).click();
    await page.getByText('Dark', { exact: true }).last().click();
    await expect(code).toHaveCount(1);
    await expect(code).toContainText(/src="[^"]*\?snapshot=[0-9a-f]{12}&amp;theme=dark"/);
  },
);
