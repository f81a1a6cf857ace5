/** What a visit costs in bytes, as they are sent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { PAGES } from '../support/pages';

const KILOBYTE = 1000;

/** Above what Next itself sends to every page. */
const SCRIPT_BUDGET = 20 * KILOBYTE;
/** Next's own part when this was written was 113 kB; ours must not hide in it. */
const NEXT_FLOOR_LIMIT = 125 * KILOBYTE;
const OVERVIEW_BUDGET = 60 * KILOBYTE;

test("every page sends few scripts beyond Next's own", async ({ request }, info) => {
  const sizes = new Map<string, Promise<number>>();
  const sumBytes = async (addresses: readonly string[]): Promise<number> => {
    let sum = 0;
    for (const address of addresses) {
      const size = sizes.get(address) ?? countBytes(request, address);
      sizes.set(address, size);
      sum += await size;
    }
    return sum;
  };
  const floor = await sumBytes(listNextScripts());
  expect(floor).toBeLessThan(NEXT_FLOOR_LIMIT);
  for (const page of PAGES) {
    const html = await (await request.get(page)).text();
    const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
      // Browsers with modules never load the one for those without.
      .filter(([tag]) => !/\bnomodule\b/i.test(tag))
      .map(([, address = '']) => address);
    const ours = (await sumBytes(scripts)) - floor;
    info.annotations.push({ type: page, description: `${ours} bytes beyond Next's ${floor}` });
    expect.soft(ours, `${page}: bytes beyond Next's ${floor}`).toBeLessThanOrEqual(SCRIPT_BUDGET);
  }
});

test('the overview is small', async ({ request }) => {
  expect(await countBytes(request, '/')).toBeLessThanOrEqual(OVERVIEW_BUDGET);
});

/** What Next loads on every page of an app router, from the build's own list. */
function listNextScripts(): string[] {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', '.next', 'build-manifest.json'), 'utf8'),
  ) as { rootMainFiles: string[] };
  return manifest.rootMainFiles.map((file) => `/_next/${file}`);
}

/** Bytes on the wire, compressed as a browser gets them. */
async function countBytes(request: APIRequestContext, address: string): Promise<number> {
  const answer = await request.get(address, { headers: { 'accept-encoding': 'br' } });
  expect(answer.status(), address).toBe(200);
  const length = Number(answer.headers()['content-length']);
  expect(length, address).toBeGreaterThan(0);
  return length;
}
