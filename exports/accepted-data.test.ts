import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { listLastChanges, listNewestReadings } from '@/catalog/last-changes';
import { chips } from '@/data/chips/contract';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { toDatabaseFile } from '@/db/connection';
import { copyFrozenData } from '@/db/frozen-data-for-tests';
import { toKeptFile } from '@/db/kept-snapshots';
import { writeSnapshots } from './api/lists';
import { writeDatasetFeed, writeSnapshotFeed } from './feed';

const { tracker, remove } = copyFrozenData();
afterAll(remove);

/** Keeps a changed copy of the database, published on a day. */
function publish(id: string, day: string, sql: string): void {
  const path = toKeptFile(toDatabaseFile(), id);
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(toDatabaseFile(), path);
  const client = new Database(path);
  client.prepare('UPDATE snapshot SET id = ?, published_at = ?').run(id, `${day}T00:00:00.000Z`);
  client.exec(sql);
  client.close();
}

it('the reason why data are gone stands in the list of snapshots and in the feed', () => {
  publish('aaaaaaaaaaaa', '2026-11-01', "UPDATE snapshot SET accepted = 'Q&A: merged.'");
  const listed = JSON.parse(String(writeSnapshots({})));
  expect(listed.snapshots).toMatchObject([{ id: 'aaaaaaaaaaaa', accepted: 'Q&A: merged.' }]);
  expect(writeSnapshotFeed()).toContain('\nLarge changes accepted: Q&amp;A: merged.</content>');
});

it('the feed of a dataset tells rows that were added, corrected with the reason, and removed', async () => {
  const said = "market = 'ml-gpu-newstreet'";
  publish('aaaaaaaaaaab', '2026-11-02', `UPDATE gpu_market_share SET share_pct = 90 WHERE ${said}`);
  publish(
    'aaaaaaaaaaac',
    '2026-11-03',
    `UPDATE gpu_market_share SET share_pct = 95 WHERE ${said};
     DELETE FROM gpu_market_share WHERE market = 'steam-survey-cards';
     UPDATE snapshot SET accepted = 'The survey was misread.'`,
  );
  const feed = await writeDatasetFeed(tracker, gpuMarketShare);
  expect(feed.match(/<entry>/g)).toHaveLength(2);
  const [newest = ''] = feed.split('</entry>');
  expect(newest).toContain('<updated>2026-11-03T00:00:00.000Z</updated>');
  expect(newest).toMatch(/<title>1 changed, \d+ removed<\/title>/);
  expect(newest).toMatch(
    /changed ml-gpu-newstreet, 2023-02, nvidia: .*90 → 95\. Why: CNBC quotes New Street/,
  );
  expect(newest).toMatch(/removed steam-survey-cards, /);
  expect(newest).toContain('Large changes accepted: The survey was misread.</content>');
});

it('a dataset changed last when its newest change was published, or when it was collected', async () => {
  const changes = await listLastChanges(tracker.orm);
  expect(changes.get('gpu-market-share')).toBe('2026-11-03T00:00:00.000Z');
  expect(changes.get('chips')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(writeSnapshotFeed()).toMatch(
    /: \d+ changed, \d+ removed, http.*\/datasets\/gpu-market-share/,
  );
});

it('a chip’s page changed last when a source was read that speaks of it', async () => {
  const readings = await listNewestReadings(tracker.orm, chips);
  expect(readings.get('a100')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(readings.get('no-such-chip')).toBeUndefined();
});
