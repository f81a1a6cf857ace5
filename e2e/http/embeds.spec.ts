/** How programs of other sites find an embed, and ask for it as WordPress does. */
import { expect, test } from '@playwright/test';
import { readDocument } from '../support/http';

const PAGES = {
  '/': 'nvidia-data-center-revenue',
  '/share': 'market-share',
  '/share/compare': 'share-by-definition',
  '/papers': 'papers-by-vendor',
  '/holdings': 'accelerator-holders',
  '/compare': 'organizations-counted',
  '/organizations/stability-ai': 'organization-history',
  '/data-centers': 'data-centers-over-time',
  '/revenue': 'nvidia-data-center-revenue',
  '/chips': 'chip-specifications',
  '/prices': 'rental-prices',
  '/timeline/export-controls': 'export-controls',
  '/charts/chip-launches': 'chip-launches',
  '/calculators/inference': 'calculators/inference',
} as const;

for (const [page, embed] of Object.entries(PAGES)) {
  test(`${page} says how it is embedded`, async ({ request, baseURL }) => {
    const document = await readDocument(request, page);
    const link = document.querySelector('link[type="application/json+oembed"]');
    const { pathname, search } = new URL(link?.getAttribute('href') ?? '', baseURL);
    const found = await request.get(`${pathname}${search}&maxwidth=500&maxheight=750&dnt=1`);
    expect(found.status()).toBe(200);
    const { html, height } = await found.json();
    expect(html).toContain(`/embed/${embed}`);
    expect(height).toBeLessThanOrEqual(750);
  });
}

test('a page that no chart leads has no embed, and says so', async ({ request, baseURL }) => {
  const document = await readDocument(request, '/sources');
  expect(document.querySelector('link[type="application/json+oembed"]')).toBeNull();
  const canonical = (await readDocument(request, '/share')).querySelector('link[rel=canonical]');
  const site = new URL(canonical?.getAttribute('href') ?? '', baseURL).origin;
  const found = await request.get(`/oembed?url=${encodeURIComponent(`${site}/sources`)}`);
  expect(found.status()).toBe(404);
  expect((await found.json()).title).toBe('This page has no embed');
});

test('an empty frame says why to readers, and to programs in their way', async ({ request }) => {
  const ask = (accept: string) =>
    request.get('/embed/market-share?market=nope', { headers: { accept } });
  const read = await ask('text/html,*/*');
  expect([read.status(), read.headers()['content-type']]).toEqual([
    400,
    'text/html; charset=utf-8',
  ]);
  expect(await read.text()).toContain('All charts of the AI Hardware Tracker');
  const asked = await ask('application/json');
  expect((await asked.json()).problems).toHaveLength(1);
  const none = await request.get('/embed/nothing');
  expect(none.status()).toBe(404);
  expect(await none.text()).toContain('No chart “nothing”');
});
