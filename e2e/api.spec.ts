/** What people read of the API and of snapshots. */
import { expect, test } from '@playwright/test';
import { openAtRest } from './support/visit';

test('the API page shows examples that can be followed', async ({ page }) => {
  await page.goto('/docs/api');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API');
  await expect(page.getByRole('link', { name: /\/datasets\.json$/ })).toBeVisible();
});

test('the API page suffices to write addresses from', async ({ page }) => {
  await page.goto('/docs/api');
  const row = (of: string, name: RegExp) =>
    page
      .getByRole('region', { name: `Table of the parameters of ${of}` })
      .getByRole('row', { name });
  await expect(row('formats', /^size/)).toContainText('slide: 1920 × 1080');
  await expect(row('formats', /^density/)).toContainText('1, 2, 3');
  await expect(row('datasets', /^limit/)).toContainText('1 to 10000');
  await expect(row('charts', /^time/)).toContainText('..');
  await expect(row('oEmbed', /^url/)).toContainText('required');
  const answers = page.getByRole('region', { name: 'Answers' });
  await expect(answers).toContainText('"rows": [');
  await expect(answers).toContainText('400, application/problem+json');
});

test('a permalink to a snapshot says so and leads back', async ({ page, request }) => {
  const { snapshots } = await (await request.get('/snapshots.json')).json();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await openAtRest(page, `/charts/market-share?snapshot=${snapshots[0].id}`);
  expect(errors).toEqual([]);
  await expect(page.getByRole('note')).toContainText(snapshots[0].id);
  const html = await page.content();
  const links = [...html.matchAll(/href="(\/(?:evidence|datasets)\/[^"]+)/g)].map(([, to]) => to);
  expect(links.length).toBeGreaterThan(20);
  for (const href of links) expect(href).toContain(`snapshot=${snapshots[0].id}`);
  await page.getByRole('link', { name: 'Show the present figures' }).click();
  await expect(page).toHaveURL(/\/charts\/market-share$/);
});

test('the list of snapshots leads to the charts and tables of each @once', async ({
  page,
  request,
}) => {
  const { snapshots } = await (await request.get('/snapshots.json')).json();
  const { id } = snapshots.at(-1);
  await page.goto('/snapshots');
  await page.getByRole('link', { name: `As it was: charts and tables of ${id}` }).click();
  await expect(page).toHaveURL(`/snapshots?of=${id}#shown`);
  for (const part of ['Charts', 'Datasets', 'Calculators']) {
    const summary = page.locator('summary', { hasText: new RegExp(`^${part} \\(`) });
    const list = page.locator('#shown details', { has: summary });
    await list.locator('summary').click();
    const link = list.getByRole('link').first();
    await expect(link).toHaveAttribute('href', new RegExp(`\\?snapshot=${id}$`));
  }
});

test('evidence of a snapshot says so, stays in it and leads back @once', async ({
  page,
  request,
}) => {
  const { snapshots } = await (await request.get('/snapshots.json')).json();
  const figure = '/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia';
  await page.goto(`${figure}?snapshot=${snapshots[0].id}`);
  await expect(page.getByRole('note')).toContainText(snapshots[0].id);
  const html = await page.locator('main').innerHTML();
  const links = [...html.matchAll(/href="(\/(?:charts|datasets)\/[^"]+)/g)].map(([, to]) => to);
  expect(links.length).toBeGreaterThan(3);
  for (const href of links) expect(href).toContain(`snapshot=${snapshots[0].id}`);
  await page.getByRole('link', { name: 'Show the present figures' }).click();
  await expect(page).toHaveURL(figure);
  expect((await request.get(`${figure}?snapshot=000000000000`)).status()).toBe(404);
});
