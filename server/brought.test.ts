/** A server that reads from PostgreSQL: what it does not have yet is waited for, and said. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openSite } from './site-for-tests';

/** A site that has no snapshot until it is brought, which takes a moment. */
async function openBringing() {
  const brought: string[] = [];
  const site = await openSite(
    (request, response) => {
      const isThere = brought.some((text) => text.includes('ab12cd34ef56'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ url: request.url, isThere }));
    },
    {
      ensure: (text) =>
        text.includes('ab12cd34ef56') ? pause(20).then(() => brought.push(text)) : null,
    },
  );
  return { ...site, brought };
}

it('a permalink is answered when its snapshot is there', async () => {
  const { get, brought } = await openBringing();
  expect(JSON.parse((await get('/share?snapshot=ab12cd34ef56')).text)).toMatchObject({
    isThere: true,
  });
  expect(brought).toHaveLength(1);
  await get('/share');
  await get('/browser/main.js?snapshot=ab12cd34ef56');
  expect(brought).toHaveLength(1);
});

it('an assistant who names a snapshot is answered when it is there', async () => {
  const { get } = await openBringing();
  const message = {
    ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
    params: { name: 'get_chart', arguments: { chart: 'share', snapshot: 'ab12cd34ef56' } },
  };
  const headers = { 'content-type': 'application/json' };
  const { text } = await get('/mcp', headers, 'POST', JSON.stringify(message));
  expect(JSON.parse(text)).toEqual({ url: '/mcp', isThere: true });
});

it('before the first snapshot is there, readers are told so in plain words', async () => {
  const { get } = await openSite((_request, response) => response.writeHead(500).end(), {
    hasData: () => false,
    noData: 'unpublished',
  });
  const { status, text, headers } = await get('/share');
  expect(status).toBe(503);
  expect(text).toContain('Nothing has been published');
  expect(headers).toMatchObject({ 'retry-after': '10', 'cache-control': 'no-store' });
});
