/** Feeds as a browser reads XML, which forgives nothing; the calendar is read in exports/calendar.test.ts. */
import { expect, test } from '@playwright/test';

const FEEDS = ['/snapshots.atom', '/datasets/chips.atom', '/timeline.atom', '/corrections.atom'];

for (const path of FEEDS) {
  test(`${path} is a feed whose newest entry leads to a page`, async ({ page, request }) => {
    const answer = await request.get(path);
    expect(answer.headers()['content-type']).toContain('application/atom+xml');
    const { root, error, href } = await page.evaluate(
      (text) => {
        const document = new DOMParser().parseFromString(text, 'application/xml');
        return {
          root: `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
          error: document.querySelector('parsererror')?.textContent ?? null,
          href: document.querySelector('entry > link')?.getAttribute('href') ?? null,
        };
      },
      await answer.text(),
    );
    expect(error).toBeNull();
    expect(root).toBe('http://www.w3.org/2005/Atom feed');
    if (href !== null) expect((await request.get(new URL(href).pathname)).status()).toBe(200);
  });
}

test('the feed of a dataset that there is not names the one that was meant', async ({
  request,
}) => {
  const answer = await request.get('/datasets/chip.atom');
  expect(answer.status()).toBe(404);
  expect((await answer.json()).detail).toContain('Did you mean “chips”?');
});
