/** A chart in somebody else's page. */
import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll } from './support/page-checks';

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
