/** Feeds, read by another program. */
import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import { listCorrections } from '@/catalog/corrections';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listEvents } from '@/db/queries/events';
import { writeAtom } from './atom';
import { writeCorrectionFeed, writeDatasetFeed, writeEventFeed, writeSnapshotFeed } from './feed';

const tracker = openFrozenData();

/** What a reader of feeds needs (RFC 4287, 4.1): each part once, links that lead somewhere. */
function read(text: string) {
  const feed = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  const one = (parent: typeof feed, tag: string): string => {
    const own = [...parent.children].filter(({ tagName }) => tagName === tag);
    expect(own, tag).toHaveLength(1);
    return own[0]?.textContent ?? '';
  };
  const toLinks = (parent: typeof feed) =>
    Object.fromEntries(
      [...parent.children]
        .filter(({ tagName }) => tagName === 'link')
        .map((link) => [link.getAttribute('rel'), link.getAttribute('href')]),
    );
  const entries = [...feed.children].filter(({ tagName }) => tagName === 'entry');
  const ids = entries.map((entry) => one(entry, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  for (const entry of [feed, ...entries]) {
    expect(Date.parse(one(entry, 'updated'))).not.toBeNaN();
    expect(one(entry, 'title')).not.toBe('');
    expect(toLinks(entry).alternate).toMatch(/^http/);
  }
  return {
    id: one(feed, 'id'),
    self: toLinks(feed).self?.replace(/^https?:\/\/[^/]+/, ''),
    updated: one(feed, 'updated'),
    entries: entries.map((entry) => ({
      id: one(entry, 'id'),
      title: one(entry, 'title'),
      updated: one(entry, 'updated'),
      text: one(entry, 'content'),
    })),
  };
}

test('each feed says where it is', async () => {
  expect(read(writeSnapshotFeed()).self).toBe('/snapshots.atom');
  expect(read(await writeEventFeed(tracker)).self).toBe('/timeline.atom');
  expect(read(await writeCorrectionFeed(tracker)).self).toBe('/corrections.atom');
  const feed = await writeDatasetFeed(tracker, gpuMarketShare);
  expect(read(feed).self).toBe('/datasets/gpu-market-share.atom');
});

test('events come newest first, and say whose they are and what nobody confirms', async () => {
  const { entries, updated } = read(await writeEventFeed(tracker));
  const [newest] = await listEvents(tracker.orm);
  expect(entries[0]).toMatchObject({ id: `tag:ai-hardware-tracker,2026:event:${newest?.event}` });
  expect(updated).toBe(entries[0]?.updated);
  for (const { text } of entries) expect(text).toMatch(/\nSource: .+\.( Original not read\.)?$/);
  expect(entries.filter(({ text }) => text.endsWith('Original not read.'))).not.toEqual([]);
});

test('corrections say what was shown, what is shown now, why, and who noticed', async () => {
  const { entries } = read(await writeCorrectionFeed(tracker));
  const corrections = await listCorrections(tracker.orm);
  expect(entries.map(({ title }) => title)).toEqual(corrections.map(({ what }) => what));
  expect(entries[0]?.text).toMatch(/^Shown before: .+\nShown now: .+\nWhy: .+\nNoticed by: .+$/);
});

test('what stands in the data cannot break a feed, and days become times', () => {
  const text = 'a <b> & "c" \u0000 </content>\nsecond line';
  const entry = { name: 'a&b', title: '<script>', updated: '2026-11', href: '/x?a=1&b=2', text };
  const { entries } = read(
    writeAtom({ name: 'n', title: 't', path: '/n.atom', page: '/n', entries: [entry] }),
  );
  expect(entries).toEqual([
    {
      id: 'tag:ai-hardware-tracker,2026:a&b',
      title: '<script>',
      updated: '2026-11-01T00:00:00Z',
      text: 'a <b> & "c"   </content>\nsecond line',
    },
  ]);
});

test('each feed names its license, and its entries by the name of the site', () => {
  const before = process.env.TRACKER_SITE;
  process.env.TRACKER_SITE = 'https://tracker.example:8443/';
  const text = writeAtom({ name: 'n', title: 't', path: '/n.atom', page: '/n', entries: [] });
  if (before === undefined) delete process.env.TRACKER_SITE;
  else process.env.TRACKER_SITE = before;
  expect(read(text).id).toBe('tag:tracker.example,2026:n');
  expect(text).toContain('rel="license"');
});
