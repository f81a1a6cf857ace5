/** What a first visit to a page costs in bytes, as they are sent to a browser that takes brotli. */
import { type APIRequestContext, expect, test } from '@playwright/test';
import { sitePages } from '@/app/site-pages';
import { PAGES } from '../support/pages';

const KILOBYTE = 1000;

const HTML = 25 * KILOBYTE;
const MEDIAN_HTML = 20 * KILOBYTE;
const SCRIPTS = 20 * KILOBYTE;
const WHOLE = 110 * KILOBYTE;

/** Pages with too many charts for one page, each with what it may cost meanwhile. */
const LARGER: Readonly<Record<string, number>> = {};

test('every page loads few scripts', async ({ request }) => {
  for (const page of PAGES) {
    const scripts = await sumBytes(request, listScripts(await readHtml(request, page)));
    expect.soft(scripts, page).toBeGreaterThan(0);
    expect.soft(scripts, page).toBeLessThanOrEqual(SCRIPTS);
  }
});

test('the main pages are small', async ({ request }, info) => {
  const sizes: number[] = [];
  for (const { href } of sitePages) {
    const html = await countBytes(request, href);
    const text = await readHtml(request, href);
    const others = await sumBytes(request, [...listScripts(text), ...listStylesAndFonts(text)]);
    info.annotations.push({ type: href, description: `${html} of ${html + others} bytes` });
    expect.soft(html, href).toBeLessThanOrEqual(LARGER[href] ?? HTML);
    expect.soft(html + others, href).toBeLessThanOrEqual(WHOLE);
    sizes.push(html);
  }
  const median = sizes.toSorted((one, other) => one - other)[Math.floor(sizes.length / 2)];
  expect(median).toBeLessThanOrEqual(MEDIAN_HTML);
});

async function readHtml(request: APIRequestContext, page: string): Promise<string> {
  return (await request.get(page)).text();
}

const listScripts = (html: string): string[] =>
  [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, address = '']) => address);

const listStylesAndFonts = (html: string): string[] =>
  [...html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|preload)"[^>]*>/g)].flatMap(
    ([link]) => /\bhref="([^"]+)"/.exec(link)?.[1] ?? [],
  );

async function sumBytes(request: APIRequestContext, addresses: readonly string[]) {
  let sum = 0;
  for (const address of new Set(addresses)) sum += await countBytes(request, address);
  return sum;
}

/** Bytes on the wire; those of a script with the files it begins with. */
async function countBytes(request: APIRequestContext, address: string): Promise<number> {
  const answer = await request.get(address, { headers: { 'accept-encoding': 'br' } });
  expect(answer.status(), address).toBe(200);
  const length = Number(answer.headers()['content-length']);
  expect(length, address).toBeGreaterThan(0);
  if (!address.endsWith('.js')) return length;
  const imported = [...(await answer.text()).matchAll(/\bfrom\s*"\.\/([^"]+\.js)"/g)];
  return (
    length +
    (await sumBytes(
      request,
      imported.map(([, file]) => `/browser/${file}`),
    ))
  );
}
