/** Every address of the map of the site leaves the house as HTML that needs no script. */
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { toPath } from '../support/http';
import { PAGES } from '../support/pages';
import { takePart, triesAll } from '../support/tier';

const PARTS = 6;

for (let part = 0; part < (triesAll ? 1 : PARTS); part += 1) {
  test(`pages hold their words and no script of others, part ${part + 1}`, async ({ request }) => {
    test.setTimeout(300_000);
    const map = await (await request.get('/sitemap.xml')).text();
    const listed = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) =>
      toPath(address.replaceAll('&amp;', '&')),
    );
    const addresses = [...new Set([...PAGES, ...listed, '/nope', '/charts/nope'])];
    expect(listed.length).toBeGreaterThan(100);
    for (const address of takePart(addresses, part, PARTS)) {
      const answer = await request.get(address);
      if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
      const html = await answer.text();
      const { document } = parseHTML(html);
      const scripts = [...document.querySelectorAll('script')].filter(
        (script) => !/^application\/(ld\+)?json$/.test(script.getAttribute('type') ?? ''),
      );
      const [theme, ...more] = scripts.filter((script) => !script.hasAttribute('src'));
      const files = scripts.flatMap((script) => script.getAttribute('src') ?? []);
      expect.soft(files, address).toEqual([expect.stringMatching(/^\/browser\/main-\w+\.js$/)]);
      expect.soft(theme?.closest('theme-switch'), address).toBeTruthy();
      expect.soft(more.length, address).toBe(0);
      expect.soft(html, address).not.toContain('__next_f');
      expect.soft(html, address).not.toContain('<!--');
      expect.soft(document.querySelector('main h1')?.textContent, address).toBeTruthy();
      const policy = answer.headers()['content-security-policy'] ?? '';
      expect.soft(policy, address).toMatch(/script-src 'self'( 'sha256-[^']+'){1,2};/);
    }
  });
}

test('every page says the same of what may run', async ({ request }) => {
  const policies = new Set<string>();
  for (const page of PAGES) {
    policies.add((await request.get(page)).headers()['content-security-policy'] ?? '');
  }
  expect(policies.size).toBe(1);
});

test('a browser of texts reads each chart once, as a sentence', async ({ request }) => {
  for (const page of ['/', '/share', '/holdings', '/charts/rental-prices', '/vendors/nvidia']) {
    const html = await (await request.get(page)).text();
    // Such browsers take "<!" to the next ">" for a remark.
    const read = html.replace(/<![^>]*>/g, '');
    const labels = [...read.matchAll(/<(?:text|tspan)\b[^>]*>([^<]*)/g)].map(([, words]) => words);
    expect(labels.length, page).toBeGreaterThan(10);
    expect(labels.filter(Boolean), page).toEqual([]);
    const pictures = [
      ...html.matchAll(/class="drawing drawing-narrow|class="relative drawing-narrow/g),
    ];
    const sentences = [...html.matchAll(/<p hidden="">([^<]+)/g)].map(([, words]) => words);
    expect(sentences.length, page).toBe(pictures.length);
    expect(new Set(sentences).size, page).toBe(sentences.length);
  }
});
