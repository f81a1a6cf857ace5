import type { RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyFrozenData } from '@/db/frozen-data-for-tests';
import { buildCatchUp, readShown } from './shown';
import { html, openSite } from './site-for-tests';

const NEWER = '1795000060.000';

describe('what a server shows', () => {
  it('is named by every live answer, whether it is kept or streamed, and by no frozen one', async () => {
    const streamed: RequestListener = (_request, response) => {
      response.setHeader('content-type', 'text/csv');
      response.setHeader('x-tracker-length', '3');
      response.end('a,b');
    };
    for (const handle of [html('page'), streamed]) {
      const { site, get } = await openSite(handle);
      for (const _ of [1, 2]) {
        const { headers } = await get('/datasets/chips.csv');
        expect(headers['tracker-published']).toBe('1795000000.125');
        expect(headers['surrogate-key']).toBe('live snapshot-ab12cd34ef56');
      }
      site.data = 'two';
      expect((await get('/datasets/chips.csv')).headers['tracker-published']).toBe(NEWER);
      const frozen = (await get('/datasets/chips.csv?snapshot=0123456789ab')).headers;
      expect(frozen).not.toHaveProperty('tracker-published');
      expect(frozen['surrogate-key']).toBe('snapshot-0123456789ab');
    }
  });

  it('is what the answer was made of, also where the data change while it is made', async () => {
    for (const isLong of [false, true]) {
      const { site, get } = await openSite((_request, response) => {
        const made = site.data;
        // Nothing of the first answer is there yet when the data change.
        if (site.asked.length === 1) site.data = 'two';
        if (isLong) response.setHeader('x-tracker-length', String(made.length));
        response.end(made);
      });
      const { text, headers } = await get('/');
      expect([text, headers['tracker-published']]).toEqual(['two', NEWER]);
    }
  });

  it('is read of the database, and kept in mind where that is gone', () => {
    const { tracker, remove } = copyFrozenData(
      "UPDATE snapshot SET published_at = '2026-11-26T23:42:28.071Z'",
    );
    onTestFinished(remove);
    const shown = { id: tracker.snapshot.id, published: 1_795_736_548.071 };
    expect(readShown()).toEqual(shown);
    remove();
    expect(readShown()).toEqual(shown);
    process.env.TRACKER_DB = '/nowhere/tracker.sqlite';
    expect(readShown()).toBeNull();
  });

  it('says nothing of a time where nobody noted one', async () => {
    const { site, get } = await openSite(html('page'));
    site.data = 'of an earlier program';
    expect((await get('/')).headers).not.toHaveProperty('tracker-published');
  });
});

describe('a server that is behind', () => {
  it('looks for newer data first, and not where it has them', async () => {
    let looked = 0;
    const { site, get } = await openSite(
      html(() => site.data),
      {
        sync: async (here) => {
          looked += 1;
          await new Promise((done) => setTimeout(done, 20));
          here.data = 'two';
        },
      },
    );
    expect((await get('/')).text).toBe('one');
    const wanting = { 'tracker-at-least': NEWER };
    const replies = await Promise.all(['/', '/', '/share'].map((path) => get(path, wanting)));
    expect(replies.map(({ text }) => text)).toEqual(['two', 'two', 'two']);
    expect(looked).toBe(3);
    expect((await get('/', wanting)).text).toBe('two');
    expect(looked).toBe(3);
  });

  it.each([
    ['what is shown', '1795000000.125', '/'],
    ['what is older', '1700000000', '/'],
    ['nothing', '', '/'],
    ['words', 'newest', '/'],
    ['a number that no time is', 'Infinity', '/'],
    ['a time that is still to come', '9795000060', '/'],
    ['what a frozen page cannot show', NEWER, '/share?snapshot=0123456789ab'],
    ['what no file of the build shows', NEWER, '/browser/main-A1.js'],
  ])('does not look where the cache has seen %s', async (_what, seen, path) => {
    let looked = 0;
    const sync = async () => {
      looked += 1;
    };
    const { get } = await openSite(html('page'), { sync });
    expect((await get(path, { 'tracker-at-least': seen })).status).toBe(200);
    expect(looked).toBe(0);
  });

  it.each([
    ['fails', async () => Promise.reject(new Error('away'))],
    ['never ends', () => new Promise(() => {})],
  ])('answers with what it has where looking %s', async (_how, sync) => {
    const shown = () => ({ id: 'ab12cd34ef56', published: 1_795_000_000 });
    const catchUp = buildCatchUp({ shown, sync, atMost_ms: 5 });
    await catchUp(NEWER);
  });
});
