import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { askAgain, buildOpen, toWorkerCount } from './renderers';
import { html, openSite } from './site-for-tests';

const started = Promise.resolve();
const ask = (target = '/') => ({ target, same: target });

async function listen(handle: RequestListener): Promise<number> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function read(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += chunk;
  return text;
}

describe('several renderers', () => {
  it('are asked in the order of what each has under way, until its answer is read', async () => {
    const asked: string[] = [];
    const build = async (name: string) => ({
      started,
      port: await listen((_request, response) => {
        asked.push(name);
        response.write('begun');
        if (name !== 'a') response.end();
        else setTimeout(() => response.end(), 50);
      }),
    });
    const open = buildOpen([await build('a'), await build('b')], 'localhost');
    const slow = await open(ask());
    await read(await open(ask()));
    await read(await open(ask()));
    await read(slow);
    await read(await open(ask()));
    expect(asked).toEqual(['a', 'b', 'b', 'a']);
  });

  it('are waited for while none listens, and asked without the one that is gone', async () => {
    const port = await listen((_request, response) => response.end('here'));
    const gone = { port: null, started: new Promise<void>(() => {}) };
    let begin = () => {};
    const starting = {
      port: null as number | null,
      started: new Promise<void>((done) => {
        begin = done;
      }),
    };
    const open = buildOpen([gone, starting], 'localhost');
    const answer = open(ask());
    starting.port = port;
    begin();
    expect(await read(await answer)).toBe('here');
    expect(await read(await open(ask()))).toBe('here');
  });

  it('fail nobody by dying: what one was asked is asked of another, once', async () => {
    const deaths: [string, RequestListener][] = [
      ['before it answers', ({ socket }) => socket.destroy()],
      [
        'in the middle',
        ({ socket }, response) => {
          response.write('half');
          setTimeout(() => socket.destroy(), 5);
        },
      ],
    ];
    for (const [when, die] of deaths) {
      const dying = { started, port: (await listen(die)) as number | null };
      const other = { started, port: await listen((_request, response) => response.end('whole')) };
      const open = buildOpen([dying, other], 'localhost');
      const text = askAgain(open, ask(), read);
      setTimeout(() => {
        dying.port = null;
      }, 20);
      expect(await text, when).toBe('whole');
    }
    let asked = 0;
    const port = await listen(({ socket }) => {
      asked += 1;
      socket.destroy();
    });
    await expect(askAgain(buildOpen([{ started, port }], ''), ask(), read)).rejects.toThrow();
    expect(asked).toBe(3);
  });

  it('cost a visitor nothing but time when one dies under a page', async () => {
    const { site, get } = await openSite((request, response) => {
      if (site.asked.length === 1) request.socket.destroy();
      else html('page')(request, response);
    });
    expect((await get('/share')).text).toBe('page');
    expect(site.asked).toHaveLength(2);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = await openSite(({ socket }) => socket.destroy());
    expect((await broken.get('/share')).status).toBe(500);
    expect(broken.site.asked).toHaveLength(3);
  });

  it.each([
    [undefined, 1, 1],
    ['', 2, 1],
    ['', 8, 4],
    ['3', 2, 3],
    ['99', 2, 99],
  ])('TRACKER_WORKERS=%s on %i processors are %i', (setting, processors, workers) => {
    expect(toWorkerCount(setting, processors)).toBe(workers);
  });

  it.each(['0', '-1', '2.5', 'many', '100'])('TRACKER_WORKERS=%s is refused', (setting) => {
    expect(() => toWorkerCount(setting, 2)).toThrow('whole number');
  });
});
