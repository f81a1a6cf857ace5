/** Share & download, as a visitor finds it at a chart. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { expectAccessible, expectNoSidewaysScroll } from './support/page-checks';

const PAGE = '/charts/nvidia-data-center-revenue';

withoutScript('the preview leads to its picture without JavaScript', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByText('Share & download').click();
  await page.getByRole('img', { name: /^Preview:/ }).click();
  await page.waitForURL(/\/charts\/nvidia-data-center-revenue\.svg$/);
});

withoutScript('a picture is chosen and got without JavaScript', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByText('Share & download').click();
  const form = page.getByRole('form', { name: /^Picture:/ });
  await form.getByRole('combobox', { name: 'Picture as' }).selectOption('PNG');
  await form.getByRole('combobox', { name: 'Size' }).selectOption({ label: 'Slide, 1920 × 1080' });
  await form.getByRole('combobox', { name: 'Theme', exact: true }).selectOption('Dark');
  await form.getByRole('button', { name: 'Get picture' }).click();
  await page.waitForURL(/\.png\?/);
  expect(new URL(page.url()).search).toBe('?size=slide&theme=dark');
  const natural = await page
    .locator('img')
    .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  expect(natural).toEqual([1920, 1080]);
});

test('the choices of the page are the choices of the file @once', async ({ page }) => {
  await page.goto(`${PAGE}?by=year`);
  await page.getByText('Share & download').click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^nvidia-data-center-revenue_year_.*\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toMatch(/^series,period,period_start,period_end,value_usd_millions/);
  expect(text).not.toMatch(/-Q[1-4]/);
});

test('the open panel stays inside the window and is accessible', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByText('Share & download').click();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('the preview shows what is chosen and moves nothing else', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByText('Share & download').click();
  const form = page.getByRole('form', { name: /^Picture:/ });
  const preview = form.getByRole('img', { name: /^Preview:/ });
  const caption = form.getByRole('status').last();
  const below = page.getByRole('heading', { name: 'Data', exact: true });
  await expect(preview).toBeVisible();
  const place = await below.boundingBox();
  const ratio = () =>
    preview.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
  for (const [label, expected] of [
    ['Square, 1080 × 1080', 1],
    ['Slide, 1920 × 1080', 16 / 9],
  ] as const) {
    await form.getByRole('combobox', { name: 'Size' }).selectOption({ label });
    await expect.poll(ratio).toBeCloseTo(expected, 2);
    await expect(caption).toContainText(label);
    expect(await below.boundingBox()).toEqual(place);
  }
  await form.getByRole('combobox', { name: 'Theme', exact: true }).selectOption('Dark');
  await form.getByRole('combobox', { name: 'Background' }).selectOption('Transparent');
  await expect(preview).toHaveAttribute(
    'src',
    /\.svg\?size=slide&theme=dark&background=transparent$/,
  );
  await expect(form.getByRole('link')).toHaveAttribute('href', /theme=dark/);
  // A transparent picture is seen on what it is meant for.
  expect(await preview.evaluate((image) => getComputedStyle(image).backgroundImage)).toContain(
    'rgb(11, 16, 32)',
  );
  await form.getByRole('combobox', { name: 'Background' }).selectOption('White');
  await expect(caption).toContainText('background is "white, with theme=dark"');
});

test('what is copied is the picture of the preview, and rows that a spreadsheet splits @once', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGE);
  await page.getByText('Share & download').click();
  const form = page.getByRole('form', { name: /^Picture:/ });
  await form.getByRole('combobox', { name: 'Size' }).selectOption({ label: 'Square, 1080 × 1080' });
  await form.getByRole('combobox', { name: 'Theme', exact: true }).selectOption('Dark');
  await form.getByRole('button', { name: 'Copy image' }).click();
  await expect(form.getByText('Copied')).toBeVisible();
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

  await page.getByRole('button', { name: 'Copy data' }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toContain('\t');
  const [header, row] = (await read()).split(/\r?\n/);
  expect(header).toMatch(/^series\tperiod\tperiod_start\tperiod_end\tvalue_usd_millions/);
  expect(row?.split('\t').length).toBe(header?.split('\t').length);
});

withoutScript(
  'without scripts there are a permalink and codes of every embed',
  async ({ page }) => {
    await page.goto(PAGE);
    await page.getByText('Share & download').click();
    const permalink = page.getByRole('link', { name: 'Permalink' });
    await expect(permalink).toHaveAttribute('href', /\?snapshot=[0-9a-f]{12}$/);
    const code = page.locator('code', { hasText: '<iframe' }).locator('visible=true');
    await expect(code).toHaveCount(1);
    await expect(code).not.toContainText('snapshot=');
    await page.getByRole('radio', { name: 'stay as they are now' }).check();
    await page.getByRole('radio', { name: 'dark', exact: true }).check();
    await expect(code).toHaveCount(1);
    await expect(code).toContainText(/src="[^"]*\?snapshot=[0-9a-f]{12}&amp;theme=dark"/);
  },
);
