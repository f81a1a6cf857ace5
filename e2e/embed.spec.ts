/** A chart in somebody else's page. */
import { expect, type Page, test } from '@playwright/test';
import { expectNoSidewaysScroll } from './support/page-checks';

/** Charts whose labels end at the edge of their drawings. */
const EDGE_LABELS = [
  'organization-history',
  'papers-by-vendor',
  'nvidia-recast-platforms',
  'data-center-revenue-by-vendor',
  'share-by-definition',
];

/** Labels that reach over the edge of a visible drawing by more than a hair. */
function listLabelsOutside(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg')].flatMap((drawing) => {
      const box = drawing.getBoundingClientRect();
      return [...drawing.querySelectorAll('text')].flatMap((label) => {
        const { left, right } = label.getBoundingClientRect();
        const isOutside = left < box.left - 0.5 || right > box.right + 0.5;
        return isOutside ? [label.textContent ?? ''] : [];
      });
    }),
  );
}

test('an embed is a chart with title, source and link back, as narrow as its frame', async ({
  page,
}) => {
  await page.goto('/embed/market-share');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('img').locator('visible=true')).toHaveCount(1);
  await expect(page.getByText(/^Sources?:/)).toBeVisible();
  await expect(
    page.getByRole('link', { name: /^AI Hardware Tracker · .*\/charts\/market-share$/ }),
  ).toHaveAttribute('href', /\/charts\/market-share$/);
  await expectNoSidewaysScroll(page);
});

for (const font of ['has come', 'never comes']) {
  test(`on a first visit every label stands within its drawing, when the font ${font}`, async ({
    page,
  }) => {
    if (font === 'never comes') await page.route('**/*.woff2', (route) => route.abort());
    for (const slug of EDGE_LABELS) {
      await page.goto(`/embed/${slug}`);
      await page.evaluate(() => document.fonts.ready);
      expect(await listLabelsOutside(page), slug).toEqual([]);
    }
  });
}

test('only embeds may stand in frames of other sites @once', async ({ request }) => {
  const policy = async (path: string) =>
    (await request.get(path)).headers()['content-security-policy'];
  expect(await policy('/embed/market-share')).toContain('frame-ancestors *');
  expect(await policy('/charts/market-share')).toContain("frame-ancestors 'self'");
});

test('the frame grows to its content where the script runs', async ({ page, baseURL }) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe title="Chart" src="${baseURL}/embed/market-share" width="360" height="100"></iframe>
        <script src="${baseURL}/embed/resize.js"></script>`,
    }),
  );
  await page.goto('/host.html');
  const height = async () => (await page.locator('iframe').boundingBox())?.height ?? 0;
  await expect.poll(height).toBeGreaterThan(300);
});

test('documents that name no icon find one at the place browsers look @once', async ({
  request,
}) => {
  const answer = await request.get('/favicon.ico');
  expect(answer.status()).toBe(200);
  const image = await answer.body();
  // An icon file: type 1, then the number of its sizes.
  expect([...image.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
});
