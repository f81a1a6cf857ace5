import { brotliCompressSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BrowserFiles, bundleBrowserFiles } from './browser-files';
import { SPECULATION } from './page';
import { html, OURS, openSite } from './site-for-tests';

describe('what a browser runs of ours', () => {
  let bundle: BrowserFiles;
  beforeAll(async () => {
    bundle = await bundleBrowserFiles();
  });
  const read = (address: string) => Buffer.from(bundle.files.get(address)?.body ?? []).toString();

  it('is one small file that imports nothing before it is asked to', () => {
    const source = read(bundle.main);
    expect(brotliCompressSync(source).length).toBeGreaterThan(1_000);
    expect(brotliCompressSync(source).length).toBeLessThan(20_000);
    expect(source).not.toMatch(/\bfrom\s*"|\bimport\s*"/);
  });

  it('asks for parts that there are', () => {
    const parts = [...read(bundle.main).matchAll(/\bimport\("([^"]+)"\)/g)].map(([, part]) => part);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(bundle.files.has(part ?? '')).toBe(true);
  });

  it('has the same names when it is bundled again', async () => {
    const again = await bundleBrowserFiles();
    expect([...again.files.keys()]).toEqual([...bundle.files.keys()]);
  });

  it.each([
    ['<a href="/share">Market share</a>', true],
    ['<a href="/charts/market-share">The chart</a>', true],
    ['<a href="/share" aria-current="page">This page</a>', false],
    ['<a href="/share?market=one">A choice</a>', false],
    ['<a href="/charts/market-share.csv">A file</a>', false],
    ['<a href="/evidence/gpu-holdings/meta">One of hundreds</a>', false],
    ['<a href="https://other.example/">Elsewhere</a>', false],
  ])('of links, may open before a click: %s %s', (link, isOpened) => {
    const { prerender } = JSON.parse(read(SPECULATION));
    const { document } = parseHTML(`<body>${link}</body>`);
    expect(document.querySelector('a')?.matches(prerender[0].where.selector_matches[0])).toBe(
      isOpened,
    );
  });
});

it('a page of the site says which links may open before a click; an embed does not', async () => {
  const frame = '<head></head><theme-switch></theme-switch>';
  const { get } = await openSite((request, response) => {
    html(request.url === '/share' ? frame : '<main>chart</main>')(request, response);
  });
  expect((await get('/share')).headers['speculation-rules']).toBe(`"${SPECULATION}"`);
  expect((await get('/share')).text).toContain(OURS.main);
  expect((await get('/embed/market-share')).headers['speculation-rules']).toBeUndefined();
});
