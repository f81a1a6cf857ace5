import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { toDatabaseFile } from '@/db/connection';
import { copyFrozenData } from '@/db/frozen-data-for-tests';
import { toKeptFile } from '@/db/kept-snapshots';
import { writeSnapshots } from './api/lists';
import { writeFeed } from './feed';

const { remove } = copyFrozenData();
afterAll(remove);

it('the reason why data are gone stands in the list of snapshots and in the feed', () => {
  const path = toKeptFile(toDatabaseFile(), 'aaaaaaaaaaaa');
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(toDatabaseFile(), path);
  const client = new Database(path);
  client.prepare('UPDATE snapshot SET id = ?, accepted = ?').run('aaaaaaaaaaaa', 'Q&A: merged.');
  client.close();

  const listed = JSON.parse(String(writeSnapshots({})));
  expect(listed.snapshots).toMatchObject([{ id: 'aaaaaaaaaaaa', accepted: 'Q&A: merged.' }]);
  expect(writeFeed()).toContain('\nLarge changes accepted: Q&amp;A: merged.</content>');
});
