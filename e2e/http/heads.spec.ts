/** What a page says of itself where its address is posted, searched or followed. */
import { type APIRequestContext, expect, test } from '@playwright/test';
import { readDocument, toPath } from '../support/http';
import { ALIKE, countChartFiles, countDrawings, isDrawn, PAGES } from '../support/pages';

/** Results of a search are no pages to be found. */
const LISTED = [...PAGES, ...ALIKE].filter((page) => !page.startsWith('/search'));

for (const path of LISTED) {
  test(`${path} says its one address, shows a picture and announces the feed`, async ({
    request,
  }) => {
    const document = await readDocument(request, path);
    const read = (selector: string, attribute: string) =>
      document.querySelector(selector)?.getAttribute(attribute);
    const own = read('link[rel=canonical]', 'href') ?? '';
    expect(toPath(own)).toBe(path);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(read('meta[property="og:url"]', 'content')).toBe(own);
    expect(read('meta[property="og:title"]', 'content')).toBeTruthy();
    expect(read('meta[property="og:description"]', 'content')).toBeTruthy();
    expect(read('meta[name="twitter:card"]', 'content')).toBe('summary_large_image');
    const feeds = [...document.querySelectorAll('link[type="application/atom+xml"]')];
    expect(feeds.map((link) => link.getAttribute('href'))).toContain('/snapshots.atom');
    const picture = await readPicture(request, path);
    const answer = await request.get(picture);
    expect(answer.headers()['content-type']).toBe('image/png');
    // Whoever saw a picture of this page finds one on it.
    if (isDrawn(path) || picture !== (await readPicture(request, '/sources'))) {
      const html = document.toString();
      expect(countDrawings(html) + countChartFiles(html)).toBeGreaterThan(0);
    }
  });
}

for (const [asked, canonical] of [
  ['/share?market=ai-compute-shipped-epoch&table=market-share', '/share'],
  ['/share?by=nonsense', '/share'],
  ['/revenue?by=year', '/revenue?by=year'],
  ['/datasets/gpu-holdings?q=meta&sort=-accelerators', null],
  ['/charts/market-share?table=market-share', '/charts/market-share'],
] as const) {
  test(`${asked} has the address of its view`, async ({ request }) => {
    const document = await readDocument(request, asked);
    const own = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
    expect(toPath(own)).toBe(canonical ?? asked);
  });
}

test('a page of charts shows its own first chart, as its address asks', async ({ request }) => {
  const [path, query] = (await readPicture(request, '/revenue?by=year')).split('?');
  expect(path).toBe('/charts/nvidia-data-center-revenue.png');
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ by: 'year', size: 'social' });
});

test('a calculator names its choices and a picture of what they show', async ({ request }) => {
  const view = '/calculators/inference?preset=google-scale&years_of_use=3+to+6';
  const document = await readDocument(request, `${view}&utm_source=mail`);
  const own = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  expect(toPath(own)).toBe(view);
  const picture = await readPicture(request, `${view}&utm_source=mail`);
  expect(picture).toBe(`${view.replace('?', '.png?')}&size=social`);
  const answer = await request.get(picture);
  expect(answer.headers()['content-type']).toBe('image/png');
});

/** The address of the picture that is shown where the page's address is posted. */
async function readPicture(request: APIRequestContext, page: string): Promise<string> {
  const document = await readDocument(request, page);
  const image = document.querySelector('meta[property="og:image"]');
  return toPath(image?.getAttribute('content') ?? '');
}
