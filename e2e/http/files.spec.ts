/** The files and the API as programs meet them over HTTP. */
import { type APIRequestContext, expect, test } from '@playwright/test';
import { examples } from '@/exports/api/shown-answers';
import { readDocument } from '../support/http';

for (const { path } of examples) {
  test(`${path} answers, to every origin, and once more with 304`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['access-control-allow-origin']).toBe('*');
    const etag = answer.headers().etag ?? '';
    expect(etag).not.toBe('');
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect(again.status()).toBe(304);
  });
}

const REVENUE = '/charts/nvidia-data-center-revenue';
for (const pages of [
  [`${REVENUE}?download=nvidia-data-center-revenue`, `${REVENUE}?cite=nvidia-data-center-revenue`],
  ['/calculators/inference?preset=google-scale&years_of_use=3+to+6'],
]) {
  test(`every format that ${pages[0]} offers is a file that says its snapshot`, async ({
    request,
  }) => {
    const files = new Set<string>();
    for (const page of pages) {
      const document = await readDocument(request, page);
      for (const link of document.querySelectorAll('main a[href]')) {
        const href = link.getAttribute('href') ?? '';
        if (/^\/(charts|calculators)\/[^/?]+\.\w+/.test(href)) files.add(href);
      }
    }
    expect(files.size).toBeGreaterThan(10);
    for (const href of files) await expectFile(request, href);
  });
}

/** It is there, says its snapshot, and is not sent twice. */
async function expectFile(request: APIRequestContext, href: string) {
  const answer = await request.get(href);
  expect(answer.status(), href).toBe(200);
  expect(answer.headers()['content-disposition'], href).toContain('_snapshot-');
  expect((await answer.body()).length, href).toBeGreaterThan(80);
  const etag = answer.headers().etag ?? '';
  const again = await request.get(href, { headers: { 'if-none-match': etag } });
  expect(again.status(), href).toBe(304);
}

for (const [address, problem] of [
  ['/charts/market-share.csv?market=nowhere', { parameter: 'market' }],
  ['/charts/market-share.png?theme=pink', { parameter: 'theme', allowed: ['light', 'dark'] }],
  [
    '/calculators/training.csv?rent_usd_per_accelerator_hour=2,40',
    {
      parameter: 'rent_usd_per_accelerator_hour',
      found: '2,40',
      detail: 'rent_usd_per_accelerator_hour: “2,40” is not a number. Use 2.40.',
    },
  ],
] as const) {
  test(`${address} is refused with what is allowed`, async ({ request }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(400);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
    const { problems } = await answer.json();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject(problem);
  });
}

test('the database itself can be had, of today and of a snapshot', async ({ request }) => {
  const { snapshots } = await (await request.get('/snapshots.json')).json();
  for (const query of ['', `?snapshot=${snapshots[0].id}`]) {
    const answer = await request.get(`/download/tracker.sqlite${query}`);
    expect(answer.headers()['content-type']).toBe('application/vnd.sqlite3');
    expect((await answer.body()).subarray(0, 15).toString()).toBe('SQLite format 3');
  }
  expect((await request.get('/download/tracker.sqlite?snapshot=000000000000')).status()).toBe(404);
  expect((await request.get('/download/tracker.sqlite?table=chips')).status()).toBe(400);
});

test('what a dataset is cited by names the day of access', async ({ request }) => {
  const file = await request.get('/datasets/chips.bib?vendor=amd&accessed=2026-11-20');
  expect(await file.text()).toContain('urldate = {2026-11-20}');
});

test('robots.txt leads to the sitemap', async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toMatch(/Sitemap: .*\/sitemap\.xml/);
});

test('only embeds may stand in frames of other sites', async ({ request }) => {
  const policy = async (path: string) =>
    (await request.get(path)).headers()['content-security-policy'];
  expect(await policy('/embed/market-share')).toContain('frame-ancestors *');
  expect(await policy('/charts/market-share')).toContain("frame-ancestors 'self'");
});

test('documents that name no icon find one at the place browsers look', async ({ request }) => {
  const answer = await request.get('/favicon.ico');
  expect(answer.status()).toBe(200);
  const image = await answer.body();
  // An icon file: type 1, then the number of its sizes.
  expect([...image.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
});

for (const address of [
  '/evidence/nothing/x',
  '/evidence/chips/nothing',
  '/evidence/chips/a~b',
  '/charts/market-share?snapshot=000000000000',
]) {
  test(`${address} is a page that says so`, async ({ request }) => {
    expect((await request.get(address)).status()).toBe(404);
  });
}

test('a file has one address: that of its route leads there', async ({ request }) => {
  for (const [route, address] of [
    [
      '/exports/charts/market-share/csv?market=gpu&limit=5',
      '/charts/market-share.csv?market=gpu&limit=5',
    ],
    ['/download/charts/market-share/csv', '/charts/market-share.csv'],
    ['/download/calculators/inference/json', '/calculators/inference.json'],
    ['/exports/datasets/chips/csv-metadata.json', '/datasets/chips.csv-metadata.json'],
    ['/exports/calculators/inference/json', '/calculators/inference.json'],
  ] as const) {
    const answer = await request.get(route, { maxRedirects: 0 });
    expect(answer.status(), route).toBe(308);
    expect(answer.headers().location).toBe(address);
  }
  expect((await request.get('/charts/market-share.csv', { maxRedirects: 0 })).status()).toBe(200);
});
