/**
 * What a visit costs, read from the pages as they are served: bytes of script and
 * HTML, what the first HTML holds, and whether anything moves while loading.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { PAGES, PAGES_WITH_CHARTS } from './support/pages';

const KILOBYTE = 1000;

/** Above what Next itself sends to every page. */
const SCRIPT_BUDGET = 20 * KILOBYTE;
/** Next's own part when this was written was 113 kB; ours must not hide in it. */
const NEXT_FLOOR_LIMIT = 125 * KILOBYTE;
const OVERVIEW_BUDGET = 60 * KILOBYTE;

test.describe('bytes @once', () => {
  for (const page of PAGES) {
    test(`${page} sends few scripts beyond Next's own`, async ({ request }, info) => {
      const html = await (await request.get(page)).text();
      const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
        // Browsers with modules never load the one for those without.
        .filter(([tag]) => !/\bnomodule\b/i.test(tag))
        .map(([, address = '']) => address);
      const sent = await sumBytes(request, scripts);
      const floor = await sumBytes(request, listNextScripts());
      const ours = sent - floor;
      info.annotations.push({ type: 'bytes', description: `${sent} sent, ${floor} Next's own` });
      expect(floor).toBeLessThan(NEXT_FLOOR_LIMIT);
      expect(ours, `${ours} bytes beyond Next's ${floor}`).toBeLessThanOrEqual(SCRIPT_BUDGET);
    });
  }

  test('the overview is small', async ({ request }) => {
    expect(await countBytes(request, '/')).toBeLessThanOrEqual(OVERVIEW_BUDGET);
  });
});

test.describe('the first HTML', () => {
  for (const page of PAGES_WITH_CHARTS) {
    test(`of ${page} holds every chart of the finished page`, async ({ page: tab, request }) => {
      const html = await (await request.get(page)).text();
      const first = [...html.matchAll(/<svg\b[^>]*\brole="img"/g)].length;
      await tab.goto(page, { waitUntil: 'networkidle' });
      expect(first).toBeGreaterThan(0);
      expect(await tab.locator('svg[role="img"]').count()).toBe(first);
    });
  }
});

test.describe('layout', () => {
  for (const page of PAGES) {
    test(`of ${page} stays where it is while loading`, async ({ browser }) => {
      let shifts: string[] = [];
      // A busy machine may paint a page that it has only half parsed. What the page
      // does by itself it does for every first visitor, so each visit is a first one.
      for (let visit = 1; visit === 1 || (visit <= 3 && shifts.length > 0); visit += 1) {
        const context = await browser.newContext();
        const tab = await context.newPage();
        await tab.goto(page, { waitUntil: 'networkidle' });
        shifts = await tab.evaluate(readLayoutShifts);
        await context.close();
      }
      expect(shifts).toEqual([]);
    });
  }
});

/** Shifts that the browser noted since the page began, with what moved. */
function readLayoutShifts(): Promise<string[]> {
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  return new Promise((done) => {
    const shifts: string[] = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        const moved = sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 120));
        shifts.push(`${value}: ${moved.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    document.fonts.ready.then(() => setTimeout(() => done(shifts), 300));
  });
}

/** What Next loads on every page of an app router, from the build's own list. */
function listNextScripts(): string[] {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '.next', 'build-manifest.json'), 'utf8'),
  ) as { rootMainFiles: string[] };
  return manifest.rootMainFiles.map((file) => `/_next/${file}`);
}

async function sumBytes(request: APIRequestContext, addresses: string[]): Promise<number> {
  const bytes = await Promise.all(addresses.map((address) => countBytes(request, address)));
  return bytes.reduce((sum, each) => sum + each, 0);
}

/** Bytes on the wire, compressed as a browser gets them. */
async function countBytes(request: APIRequestContext, address: string): Promise<number> {
  const answer = await request.get(address, { headers: { 'accept-encoding': 'br' } });
  expect(answer.status(), address).toBe(200);
  const length = Number(answer.headers()['content-length']);
  expect(length, address).toBeGreaterThan(0);
  return length;
}
