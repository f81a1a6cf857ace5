import type { RequestListener } from 'node:http';
import { expect, it } from 'vitest';
import { MOST_BYTES } from '@/exports/mcp/message';
import { isRebound } from './messages';
import { html, openSite } from './site-for-tests';

const JSON_TYPE = { 'content-type': 'application/json' };
const QUESTION = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
const DRAWING = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'render_chart' } };

/** Says what it was sent. */
const echo: RequestListener = async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  response.setHeader('content-type', 'application/json');
  const { method, url, headers } = request;
  response.end(JSON.stringify({ method, url, headers, sent: Buffer.concat(chunks).toString() }));
};

it('hands a message on as it is, and nothing else of the request', async () => {
  const { get } = await openSite(echo);
  const headers = { ...JSON_TYPE, cookie: 'a=b', 'mcp-protocol-version': '2025-06-18' };
  const { status, headers: answered, text } = await get('/mcp', headers, 'POST', QUESTION);
  const made = JSON.parse(text);
  expect([status, made.method, made.url, made.sent]).toEqual([200, 'POST', '/mcp', QUESTION]);
  expect(made.headers).toMatchObject({ 'mcp-protocol-version': '2025-06-18' });
  expect(made.headers.cookie).toBeUndefined();
  expect(answered['access-control-allow-origin']).toBe('*');
  expect(answered['cache-control']).toBe('no-store');
});

it.each([
  ['no JSON', '{', 400, -32700],
  ['nothing', '', 400, -32700],
  ['an empty batch', '[]', 400, -32600],
  ['a batch of nine', JSON.stringify(Array(9).fill({})), 400, -32600],
  ['two pictures at once', JSON.stringify([DRAWING, DRAWING]), 400, -32600],
  ['more than anybody asks', `"${'x'.repeat(MOST_BYTES)}"`, 413, -32600],
])('refuses %s before anybody works on it', async (_, sent, status, code) => {
  const { get, site } = await openSite(echo);
  const answer = await get('/mcp', JSON_TYPE, 'POST', sent);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toMatchObject({ jsonrpc: '2.0', id: null, error: { code } });
  expect(site.asked).toEqual([]);
});

it('refuses what a page of another site may send without being asked for leave', async () => {
  const { get } = await openSite(echo);
  expect((await get('/mcp', { 'content-type': 'text/plain' }, 'POST', QUESTION)).status).toBe(415);
});

it('takes JSON that is nested as deep as fits', async () => {
  const { get } = await openSite(echo);
  const deep = '['.repeat(30_000) + ']'.repeat(30_000);
  expect((await get('/mcp', JSON_TYPE, 'POST', deep)).status).toBe(200);
});

it.each(['GET', 'DELETE', 'PUT'])(
  'answers %s with 405: nothing is kept to listen to',
  async (method) => {
    const { get, site } = await openSite(html('x'));
    const { status, headers } = await get('/mcp', {}, method);
    expect([status, headers.allow]).toEqual([405, 'POST, OPTIONS']);
    expect(site.asked).toEqual([]);
  },
);

it('lets browsers of any site ask', async () => {
  const { get } = await openSite(echo);
  const { status, headers } = await get('/mcp', { origin: 'https://other.example' }, 'OPTIONS');
  expect([status, headers['access-control-allow-methods']]).toEqual([204, 'POST, OPTIONS']);
  expect(headers['access-control-allow-headers']).toContain('mcp-protocol-version');
});

it.each([
  ['a program', undefined, 'tracker.example', false],
  ['another site', 'https://other.example', 'tracker.example', false],
  ['a frame without a name', 'null', 'tracker.example', false],
  ['our own page', 'https://tracker.example', 'tracker.example', false],
  ['this machine', 'http://localhost:3000', 'localhost:3000', false],
  ['a number', 'http://192.168.0.2:3000', '192.168.0.2:3000', false],
  ['a foreign name that leads here', 'http://evil.example:3000', 'evil.example:3000', true],
  ['no name at all', 'evil', 'tracker.example', true],
])('of origins, knows %s', (_, origin, host, expected) => {
  expect(isRebound(origin, host, 'https://tracker.example')).toBe(expected);
});

it('says that too many wait, without failing, and answers pages meanwhile', async () => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const { get } = await openSite(
    async (request, response) => {
      if (request.url === '/mcp') await held;
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    },
    { bounds: { atOnce: 1, maxWaiting: 3, maxPerClient: 3 } },
  );
  const all = Array.from({ length: 6 }, () => get('/mcp', JSON_TYPE, 'POST', QUESTION));
  const first = await Promise.race(all);
  expect([first.status, first.headers['retry-after']]).toEqual([429, '5']);
  release();
  const statuses = (await Promise.all(all)).map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
});
