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
    // Whoever saw a picture of this page finds it there, or the way to it.
    if (isDrawn(path) || picture !== (await readPicture(request, '/sources'))) {
      const html = document.toString();
      const [chart = ''] = picture.split('.png', 1);
      const isLinked = document.querySelector(`main a[href^="${chart}"]`) !== null;
      expect(isLinked || countDrawings(html) + countChartFiles(html) > 0).toBe(true);
    }
  });
}

for (const [asked, canonical] of [
  ['/share?market=ai-compute-shipped-epoch&table=market-share', '/share'],
  ['/share?by=nonsense', '/share'],
  ['/revenue?by=year', '/revenue?by=year'],
  ['/datasets/gpu-holdings?q=meta&sort=-accelerators', '/datasets/gpu-holdings'],
  ['/charts/market-share?table=market-share', '/charts/market-share'],
] as const) {
  test(`${asked} has the address of its view`, async ({ request }) => {
    const document = await readDocument(request, asked);
    const own = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
    expect(toPath(own)).toBe(canonical);
  });
}

for (const [asked, robots] of [
  ['/datasets/gpu-holdings', undefined],
  ['/datasets/gpu-holdings?q=meta', 'noindex, follow'],
  ['/chips?vendor=amd', 'noindex, follow'],
  ['/revenue?by=year', 'noindex, follow'],
] as const) {
  test(`${asked} tells search engines: ${robots ?? 'nothing'}`, async ({ request }) => {
    const answer = await request.get(asked);
    expect(answer.headers()['x-robots-tag']).toBe(robots);
  });
}

test('no two pages have one title', async ({ request }) => {
  const seen = new Map<string, string>();
  for (const path of LISTED) {
    const document = await readDocument(request, path);
    const title = document.querySelector('title')?.textContent ?? '';
    expect(seen.get(title), `${path}: ${title}`).toBeUndefined();
    seen.set(title, path);
  }
});

for (const [path, types] of [
  ['/', ['WebSite', 'Organization']],
  ['/datasets', ['DataCatalog']],
  ['/datasets/gpu-holdings', ['Dataset', 'BreadcrumbList']],
  ['/charts/market-share', ['Dataset', 'ImageObject', 'BreadcrumbList']],
  ['/article', ['NewsArticle', 'ClaimReview', 'Organization']],
  ['/organizations/meta', ['Organization', 'BreadcrumbList']],
  ['/chips/a100', ['BreadcrumbList']],
] as const) {
  test(`${path} is described in the words of schema.org`, async ({ request }) => {
    const document = await readDocument(request, path);
    const [script, ...others] = document.querySelectorAll('script[type="application/ld+json"]');
    expect(others).toEqual([]);
    const graph: { '@type': string }[] = JSON.parse(script?.textContent ?? '')['@graph'];
    expect([...new Set(graph.map((node) => node['@type']))]).toEqual(types);
  });
}

test('each claim is reviewed on the page that shows it, those that nobody could check without a number', async ({
  request,
}) => {
  const { rows } = await (await request.get('/datasets/article-claims.json')).json();
  const standings = new Map<string, string>(
    rows.map(({ says, standing }: Record<string, string>) => [says, standing]),
  );
  const seen = new Set<string>();
  for (let page = 1; seen.size < standings.size && page < 10; page += 1) {
    const document = await readDocument(request, `/article?page=${page}`);
    const text = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    const reviews = (JSON.parse(text)['@graph'] as Review[]).filter((one) => one.claimReviewed);
    const said = reviews.map(({ claimReviewed }) => claimReviewed);
    expect(new Set(said).size).toBe(said.length);
    for (const { claimReviewed, reviewRating } of reviews) {
      expect(document.querySelector('main')?.textContent).toContain(claimReviewed);
      expect(reviewRating.alternateName).toBeTruthy();
      expect('ratingValue' in reviewRating).toBe(standings.get(claimReviewed) === 'verified');
      seen.add(claimReviewed);
    }
  }
  expect([...seen].sort()).toEqual([...standings.keys()].sort());
});

interface Review {
  readonly claimReviewed: string;
  readonly reviewRating: { readonly alternateName: string };
}

for (const path of ['/datasets/gpu-holdings', '/charts/market-share']) {
  test(`${path} tells programs by its header and reference managers by its head`, async ({
    request,
  }) => {
    const headers = (await request.head(path)).headers();
    const links = [...(headers.link ?? '').matchAll(/<([^>]+)>; rel="([a-z-]+)"/g)];
    const find = (rel: string) => links.flatMap(([, href, one]) => (one === rel ? href : []));
    expect(find('cite-as').map((href) => toPath(href ?? ''))).toEqual([
      expect.stringMatching(/\?snapshot=/),
    ]);
    for (const href of [...find('item'), ...find('describedby')]) {
      expect((await request.head(toPath(href ?? ''))).status(), href).toBe(200);
    }
    expect(find('license')).toHaveLength(1);
    // Proxies refuse headers of 4 kB and more.
    expect(JSON.stringify(headers).length).toBeLessThan(3500);
    const document = await readDocument(request, path);
    const read = (name: string) =>
      document.querySelector(`meta[name="citation_${name}"]`)?.getAttribute('content');
    expect(read('title')).toBeTruthy();
    expect(read('author')).toBe('AI Hardware Tracker');
    expect(read('publication_date')).toMatch(/^\d{4}\/\d{2}\/\d{2}$/);
    const bib = document.querySelector('link[rel=alternate][type="application/x-bibtex"]');
    const entry = await request.get(toPath(bib?.getAttribute('href') ?? ''));
    expect(await entry.text()).toMatch(/^@\w+\{/);
  });
}

test('the maps of the site say when pages changed, and not of all the same', async ({
  request,
}) => {
  const robots = await (await request.get('/robots.txt')).text();
  const maps = [...robots.matchAll(/^Sitemap: (.+)$/gm)].map(([, map = '']) => toPath(map));
  expect(maps).toContain('/sitemap.xml');
  const days = new Set<string>();
  const pages: string[] = [];
  for (const map of maps) {
    const text = await (await request.get(map)).text();
    for (const [, day = ''] of text.matchAll(/<lastmod>([^<]+)<\/lastmod>/g)) {
      expect(Date.parse(day)).not.toBeNaN();
      days.add(day);
    }
    pages.push(...[...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, page = '']) => page));
  }
  expect(days.size).toBeGreaterThan(1);
  expect(new Set(pages).size).toBe(pages.length);
  const evidence = pages.filter((page) => page.includes('/evidence/'));
  expect(evidence.length).toBeGreaterThan(100);
  expect((await request.get(toPath(evidence[0] ?? ''))).status()).toBe(200);
  expect(pages).not.toContain(expect.stringContaining('?'));
});

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
