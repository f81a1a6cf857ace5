import { afterAll, expect, it } from 'vitest';
import { copyFrozenData } from './frozen-data-for-tests';
import { readHealth } from './health';

const data = copyFrozenData();
afterAll(data.remove);

it('tells nothing of a database where a file is all there is', () => {
  expect(readHealth()).toMatchObject({ isReady: true, serving: 'published' });
  expect(readHealth()).not.toHaveProperty('database');
});

it('tells how a database is followed, and stays ready while it is away', () => {
  expect(readHealth({ database: 'followed', since: null })).toMatchObject({
    isReady: true,
    database: 'followed',
  });
  expect(readHealth({ database: 'followed', since: null })).not.toHaveProperty('since');
  const since = '2026-11-27T00:00:00.000Z';
  expect(readHealth({ database: 'away', since })).toMatchObject({
    isReady: true,
    snapshot: data.tracker.snapshot.id,
    database: 'away',
    since,
  });
});

it('is not ready before the first snapshot is there, and says why', () => {
  process.env.TRACKER_DB = `${process.env.TRACKER_DB}-none`;
  expect(readHealth({ database: 'empty', since: null })).toMatchObject({
    isReady: false,
    serving: null,
    snapshot: null,
    database: 'empty',
  });
});
