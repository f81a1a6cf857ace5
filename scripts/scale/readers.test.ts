import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, findLinks, read } from './readers';

const ID = '0123456789ab';

describe('links of a page', () => {
  it.each([
    ['whole addresses', `content="https://t.example/share?snapshot=${ID}"`],
    ['paths', `href="/share?snapshot=${ID}"`],
    ['choices before it', `href="/share?by=year&amp;snapshot=${ID}"`],
  ])('are found as %s', (_, html) => {
    const by = html.includes('by=') ? 'by=year&' : '';
    expect(findLinks(html, '/share').permalink).toBe(`/share?${by}snapshot=${ID}`);
  });

  it('are those of the page itself, and of its CSV', () => {
    const html = `<a href="/papers?snapshot=${ID}"><a href="/share.csv?snapshot=${ID}&amp;for=x">`;
    expect(findLinks(html, '/share?x=1')).toEqual({
      permalink: null,
      csv: `/share.csv?snapshot=${ID}`,
    });
  });
});

describe('readers', () => {
  let onFile = () => {};
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (path === '/gone') return void response.writeHead(404).end();
    if (path === '/broken') {
      response.writeHead(200, { 'content-length': 100 }).write('only a part');
      return void setTimeout(() => response.destroy(), 5);
    }
    if (path.endsWith('.csv')) onFile();
    const headers = { 'tracker-published': '12.5', 'x-varnish': '7 3', 'content-encoding': 'gzip' };
    response.writeHead(200, headers);
    response.end(gzipSync(`/share?snapshot=${ID} /share.csv?snapshot=${ID}`));
  });
  let site = '';
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('follow a page to its permalink and to its CSV', async () => {
    const end = new AbortController();
    onFile = () => end.abort();
    const pages = ['/share'];
    const { signal } = end;
    const answers = await read({ site, pages, readers: 1, pause_ms: 1, signal });
    expect(answers.map(({ kind }) => kind)).toEqual(['live', 'permalink', 'file']);
    const [, , file] = answers;
    expect(file).toMatchObject({ status: 200, published: 12.5, isHit: true });
    expect(file?.address).toBe(`/share.csv?snapshot=${ID}`);
  });

  it('take a broken answer, and none, for none', async () => {
    expect(await ask(site, '/broken', { kind: 'live' })).toMatchObject({ status: 0 });
    expect(await ask(site, '/gone', { kind: 'live' })).toMatchObject({ status: 404 });
    expect(await ask('http://127.0.0.1:1', '/', { kind: 'live' })).toMatchObject({ status: 0 });
  });
});
