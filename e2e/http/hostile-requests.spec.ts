/**
 * What no browser sends: broken requests, and addresses of the site bent out of shape, the
 * same in every run. Every one is answered or its connection closed, none by a failure of
 * ours, and nothing of an address comes back as markup.
 */
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';
import { buildNoise, buildRandom, WRONG_VALUES } from '@/exports/wrong-values-for-tests';
import { PAGES } from '../support/pages';
import { triesAll } from '../support/tier';

const REQUESTS = triesAll ? 10_000 : 150;
const AT_ONCE = 4;
const LONGEST_MS = 20_000;

const FILES = ['svg', 'png', 'csv', 'json', 'xlsx', 'zip', 'bib'].map(
  (extension) => `/charts/accelerator-holders.${extension}`,
);
const OTHERS = ['/embed/market-share', '/oembed', '/datasets/chips.csv', '/search.json', '/health'];
const ADDRESSES = [...PAGES, ...FILES, ...OTHERS];

/** Would run, or open a tag or an attribute, where it came back as it is. */
const MARKUP = [
  '<zq9x>',
  '"zq9x="',
  "'zq9x='",
  '</style><script>zq9x(1)</script>',
  '<!--zq9x',
  ']]><zq9x/>',
];

test.describe('hostile requests', () => {
  test('as bytes are answered or refused, and none waits for ever', async ({ baseURL }) => {
    test.setTimeout(REQUESTS * 1000);
    await tryAll(REQUESTS, async (turn) => {
      const bytes = writeRequest(buildRandom(turn));
      const { statuses, isOver } = await send(new URL(baseURL ?? ''), bytes);
      const said = JSON.stringify(bytes.toString('latin1').slice(0, 300));
      expect(isOver, `turn ${turn} was left waiting: ${said}`).toBe(true);
      for (const status of statuses) expect(status, `turn ${turn}: ${said}`).toBeLessThan(500);
    });
  });

  test('by their address are answered, and give nothing back as markup', async ({
    request,
    baseURL,
  }) => {
    test.setTimeout(REQUESTS * 1000);
    const policies = new Set<string>();
    await tryAll(REQUESTS, async (turn) => {
      const address = bendAddress(buildRandom(500_000 + turn));
      const answer = await request.get(`${baseURL}${address}`, {
        timeout: LONGEST_MS,
        maxRedirects: 0,
      });
      const said = `turn ${turn}: ${address.slice(0, 300)}`;
      expect(answer.status(), said).toBeLessThan(500);
      const type = answer.headers()['content-type'] ?? '';
      const body = await answer.body();
      if (type.startsWith('image/svg')) expect(() => new Resvg(body), said).not.toThrow();
      if (/html|xml|svg/.test(type)) expect(findMarkup(body.toString()), said).toEqual([]);
      if (type.startsWith('text/html') && !address.startsWith('/embed')) {
        policies.add(answer.headers()['content-security-policy'] ?? '');
      }
    });
    expect([...policies]).toHaveLength(1);
  });
});

async function tryAll(count: number, act: (turn: number) => Promise<void>) {
  let next = 0;
  const work = async () => {
    while (next < count) {
      next += 1;
      await act(next);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Sends bytes as they are, says that no more come, and reads to the end. */
function send(to: URL, bytes: Buffer): Promise<{ statuses: number[]; isOver: boolean }> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ host: to.hostname, port: Number(to.port) });
    const end = (isOver: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) =>
        Number(status),
      );
      resolve({ statuses, isOver });
    };
    const timer = setTimeout(() => end(false), LONGEST_MS);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => end(true));
    socket.end(bytes);
  });
}

const pickFrom = (random: () => number) => {
  return <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
};

function writeRequest(random: () => number): Buffer {
  const pick = pickFrom(random);
  const method = pick([
    'GET',
    'GET',
    'HEAD',
    'POST',
    'OPTIONS',
    'CONNECT',
    'TRACE',
    'get',
    'G\0T',
    '',
  ]);
  const target = pick([
    () => pick(ADDRESSES),
    () => bendAddress(random),
    () => `http://evil.example${pick(ADDRESSES)}`,
    () =>
      pick([
        '*',
        '//evil.example/',
        '/\\evil.example',
        '/%2f%2fevil',
        '/../../etc/passwd',
        'evil:80',
      ]),
    () =>
      pick([
        '/_global-error',
        '/_error',
        '/_next/image?url=/icon.svg&w=64&q=1',
        '/_next/data/a.json',
      ]),
    () => `/${'a'.repeat(pick([10, 8000, 20_000, 40_000]))}`,
    () => buildNoise(random),
  ])();
  const version = pick(['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', '']);
  const some = Array.from({ length: Math.floor(random() * 5) }, () => pick(HEADERS)(random));
  const request = [
    `${method} ${target} ${version}`,
    'Host: localhost',
    'Connection: close',
    ...some,
  ];
  const text = `${request.join(pick(['\r\n', '\r\n', '\n']))}\r\n\r\n${pick(['', '', 'body', '0\r\n\r\n'])}`;
  const bytes = Buffer.from(text, 'utf8');
  if (random() < 0.2) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return random() < 0.1 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
}

const HEADERS: readonly ((random: () => number) => string)[] = [
  () => 'Content-Length: 5',
  () => 'Content-Length: -1',
  () => 'Transfer-Encoding: chunked',
  () => 'Transfer-Encoding: gzip, chunked',
  () => 'Expect: 100-continue',
  () => 'Upgrade: websocket',
  () => 'Range: bytes=0-0,5-3,9999999999999999999-',
  () => 'Accept-Encoding: br;q=NaN, *;q=9e99',
  () => 'If-None-Match: *',
  () => `Cookie: ${'a'.repeat(5000)}`,
  () => 'X-Forwarded-For: 1.2.3.4, , ::ffff:999',
  () => 'X-Forwarded-Host: evil.example',
  () => 'X-Middleware-Subrequest: middleware',
  () => 'Next-Router-State-Tree: %5B%22%22%5D',
  () => 'RSC: 1',
  () => 'Next-Action: 0123456789abcdef',
  () => 'X-Tracker-Path: /evil',
  () => 'X-Tracker-Bypass: 1',
  (random) => `X-Noise: ${buildNoise(random)}`,
  (random) => `${buildNoise(random)}: value`,
];

function bendAddress(random: () => number): string {
  const pick = pickFrom(random);
  const value = () =>
    pick([
      () => pick(MARKUP),
      () => pick(WRONG_VALUES),
      () => buildNoise(random),
      () => '\uffff\ufffe',
    ])();
  const name = () =>
    pick(['q', 'q', 'time', 'market', 'series', 'width', 'snapshot', 'table', 'zq9x', value()]);
  const pairs = Array.from({ length: Math.floor(random() * 4) }, () => {
    const pair = `${encodeURIComponent(name())}=${encodeURIComponent(value())}`;
    return random() < 0.1 ? pair.replaceAll('%', pick(['%25', '%', '%u00'])) : pair;
  });
  const path = pick(ADDRESSES);
  const bent =
    random() < 0.7
      ? path
      : `${path}${pick(['/', '/..', '//', '.', ';a'])}${encodeURIComponent(value())}`;
  return pairs.length > 0 ? `${bent}?${pairs.join('&')}` : bent;
}

/** Tags and attributes that an address put into a page. */
function findMarkup(text: string): string[] {
  const tags = text.match(/<[a-z!/](?:"[^"]*"|'[^']*'|[^<>"'])*>?/gi) ?? [];
  return tags.filter((tag) => tag.replace(/"[^"]*"|'[^']*'/g, '').includes('zq9x'));
}
