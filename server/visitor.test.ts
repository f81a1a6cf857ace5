import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { html, openSite } from './site-for-tests';
import { dropSlowReader, toClient } from './visitor';

describe('who asks', () => {
  const message = (remoteAddress: string, forwarded?: string) =>
    ({
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress },
    }) as unknown as IncomingMessage;

  it.each([
    ['203.0.113.9', undefined, 0, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
    ['127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    ['127.0.0.1', '6.6.6.6, 198.51.100.1', 1, '198.51.100.1'],
    ['127.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
    ['127.0.0.1', undefined, 1, '127.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:db8::6', undefined, 0, '2001:db8:0:0::/64'],
    ['::ffff:203.0.113.9', undefined, 0, '::ffff:203.0.113.9'],
  ])('%s, forwarded for %s, behind %i proxies: %s', (remote, forwarded, proxies, client) => {
    expect(toClient(message(remote, forwarded), proxies)).toBe(client);
  });
});

describe('a visitor who leaves', () => {
  it('takes along what was not begun; others get what they wait for', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const { site, port, get, queue } = await openSite(
      async ({ url }, response) => {
        if (url === '/slow') await held;
        html('page')({} as IncomingMessage, response);
      },
      { bounds: { atOnce: 1 } },
    );
    const slow = get('/slow');
    await until(() => site.asked.length === 1);
    const leaving = request({ host: '127.0.0.1', port, path: '/left', agent: false });
    leaving.on('error', () => {}).end();
    await until(() => queue.waiting === 1);
    const staying = get('/stays');
    await until(() => queue.waiting === 2);
    leaving.destroy();
    await until(() => queue.waiting === 1);
    release();
    expect((await slow).status).toBe(200);
    expect((await staying).status).toBe(200);
    expect(site.asked).toEqual(['/slow', '/stays']);
  });

  it('is told to come back when too many wait; who asks little is not refused for others', async () => {
    const { site, get, queue } = await openSite(() => {}, {
      bounds: { atOnce: 1, maxPerClient: 2 },
    });
    const from = (client: string) => ({ 'x-forwarded-for': client });
    for (const path of ['/1', '/2', '/3']) void get(path, from('203.0.113.9')).catch(() => {});
    await until(() => queue.waiting === 2);
    const { status, headers, text } = await get('/4', from('203.0.113.9'));
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(text).toContain('busy');
    void get('/5', from('203.0.113.10')).catch(() => {});
    await until(() => queue.waiting === 3);
    expect(site.asked).toEqual(['/1']);
  });
});

it('who takes an answer too slowly is dropped', async () => {
  const server = createServer((_request, response) => {
    dropSlowReader(response, { grace_ms: 50, bytesPerSecond: 1e9, every_ms: 10 });
    response.end(Buffer.alloc(50_000_000));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const socket = await new Promise<Socket>((resolve) => {
    server.once('connection', resolve);
    const asking = request({ port: (server.address() as AddressInfo).port, agent: false });
    asking.on('response', (answer) => answer.pause()).on('error', () => {});
    asking.end();
  });
  await new Promise((done) => socket.once('close', done));
  expect(socket.destroyed).toBe(true);
});

/** What never comes to hold ends with the test's own time. */
async function until(holds: () => boolean) {
  while (!holds()) await new Promise((done) => setTimeout(done, 5));
}
