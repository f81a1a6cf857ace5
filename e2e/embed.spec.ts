/** A chart in somebody else's page. */
import { expect, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';
import { expectNoSidewaysScroll } from './support/page-checks';
import { triesAll } from './support/tier';

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

withoutScript('any chart fills the window, without JavaScript', async ({ page }) => {
  await page.goto('/share?market=jpr-aib-desktop');
  await page.getByRole('link', { name: 'Full screen' }).first().click();
  await expect(page).toHaveURL(/\/embed\/market-share\?.*fill=window/);
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page);
    const box = await page.locator('figure').boundingBox();
    expect(box?.height, `${width} wide`).toBeGreaterThan(height / 2);
    await expect(page.getByText(/^Sources?:/)).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole('link', { name: 'Close' }).click();
  await expect(page).toHaveURL(/\/charts\/market-share\?market=jpr-aib-desktop$/);
});

test('Escape closes the full screen, and the page is where it was', async ({ page }) => {
  await page.goto('/revenue');
  await page.getByRole('link', { name: 'Full screen' }).last().click();
  await expect(page).toHaveURL(/fill=window/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/revenue$/);
});

test('type in a drawing is no larger than the title, and a phone sees source and link', async ({
  page,
}) => {
  for (const width of [1280, 720, 390]) {
    await page.setViewportSize({ width, height: 560 });
    await page.goto('/embed/accelerator-holders');
    const title = await page.getByRole('heading', { level: 1 }).evaluate(readSize);
    const drawing = page.getByRole('img').locator('visible=true');
    const scale = await drawing.evaluate(
      (svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width')),
    );
    expect(scale * 12, `${width} wide`).toBeLessThanOrEqual(title);
  }
  await page.goto('/embed/market-share');
  for (const part of [page.getByText(/^Sources?:/), page.getByRole('link')]) {
    const box = (await part.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(560);
  }
});

const readSize = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);

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

const SOME = ['market-share', 'accelerator-holders', 'share-by-definition'];

test('without scripts nothing of a frame is cut at the height that is announced', async ({
  page,
  request,
  baseURL,
}) => {
  test.slow(triesAll);
  const { charts } = (await (await request.get('/charts.json')).json()) as {
    charts: { name: string; address: string }[];
  };
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Host</title>' }),
  );
  await page.goto('/host.html');
  await page.setViewportSize({ width: 800, height: 800 });
  for (const { name, address } of charts.filter((one) => triesAll || SOME.includes(one.name))) {
    for (const width of [300, 360, 500, 720]) {
      const url = encodeURIComponent(address);
      const { html, height } = await (
        await request.get(`/oembed?url=${url}&maxwidth=${width}&dnt=1`)
      ).json();
      const src = /src="([^"]*)/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const { pathname, search } = new URL(src);
      // Its own origin only to be measured: scripts stay off.
      await page.setContent(
        `<iframe sandbox="allow-same-origin" src="${baseURL}${pathname}${search}" width="${width}" height="${height}" frameborder="0"></iframe>`,
      );
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame?.waitForLoadState();
      const needed = await frame?.evaluate(() => document.documentElement.scrollHeight);
      expect(needed, `${name}, ${width} wide`).toBe(height);
    }
  }
});
