/** What a page says of itself where its address is posted, searched or followed. */
import { expect, test } from '@playwright/test';
import { PAGES } from './support/pages';

/** Their results are no pages to be found. */
const LISTED = PAGES.filter((page) => !page.startsWith('/search'));

test.describe('heads @once', () => {
  for (const path of LISTED) {
    test(`${path} says its one address, shows a picture and announces the feed`, async ({
      page,
      request,
    }) => {
      await page.goto(path);
      const read = (selector: string, attribute: string) =>
        page.locator(selector).first().getAttribute(attribute);
      const own = await read('link[rel=canonical]', 'href');
      expect(own && new URL(own).pathname + new URL(own).search).toBe(path);
      expect(await read('meta[property="og:url"]', 'content')).toBe(own);
      expect(await read('meta[property="og:title"]', 'content')).toBeTruthy();
      expect(await read('meta[property="og:description"]', 'content')).toBeTruthy();
      expect(await read('meta[name="twitter:card"]', 'content')).toBe('summary_large_image');
      const feed = await read('link[type="application/atom+xml"]', 'href');
      expect(feed).toBe('/snapshots.atom');
      const { pathname, search } = new URL(
        (await read('meta[property="og:image"]', 'content')) ?? '',
      );
      const picture = await request.get(pathname + search);
      expect(picture.headers()['content-type']).toBe('image/png');
    });
  }

  for (const [asked, canonical] of [
    ['/share?market=jpr-aib-desktop&table=market-share', '/share'],
    ['/share?by=nonsense', '/share'],
    ['/revenue?by=year', '/revenue?by=year'],
    ['/datasets/gpu-holdings?q=meta&sort=-accelerators', null],
    ['/charts/market-share?table=market-share', '/charts/market-share'],
  ] as const) {
    test(`${asked} has the address of its view`, async ({ page }) => {
      await page.goto(asked);
      const own = await page.locator('link[rel=canonical]').getAttribute('href');
      const { pathname, search } = new URL(own ?? '');
      expect(pathname + search).toBe(canonical ?? asked);
    });
  }

  test('a page of charts shows its own first chart, as its address asks', async ({ request }) => {
    const html = await (await request.get('/revenue?by=year')).text();
    const [, image = ''] = /property="og:image" content="([^"]*)"/.exec(html) ?? [];
    const { pathname, searchParams } = new URL(image.replaceAll('&amp;', '&'));
    expect(pathname).toBe('/charts/nvidia-data-center-revenue.png');
    expect(Object.fromEntries(searchParams)).toEqual({ by: 'year', size: 'social' });
  });
});
