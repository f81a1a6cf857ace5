import { afterAll, expect, test } from 'vitest';
import { copyFrozenData } from '@/db/frozen-data-for-tests';
import { listOpenQuestions } from './open-questions';

const { tracker, remove } = copyFrozenData(`
  UPDATE sources SET url = NULL WHERE source = (SELECT source FROM events ORDER BY rowid LIMIT 1);
  UPDATE sources SET grade = 'single-digest'
    WHERE source = (SELECT source FROM events ORDER BY rowid DESC LIMIT 1);
  UPDATE snapshot SET id = 'f00000000002';
`);
afterAll(remove);

const ask = <T>(sql: string): T => tracker.orm.$client.prepare<[], T>(sql).pluck().get() as T;

test('a document without an address is listed with the rows that rest on it', async () => {
  const { withoutAddress } = await listOpenQuestions(tracker);
  const found = ask<number>('SELECT count(*) FROM sources WHERE url IS NULL');
  expect(withoutAddress.found).toBe(found);
  expect(withoutAddress.rows).toHaveLength(found);
  const source = ask<string>('SELECT source FROM events ORDER BY rowid LIMIT 1');
  const one = withoutAddress.rows.find((row) => row.source.source === source);
  expect(one?.uses.map(({ dataset }) => dataset)).toContain('events');
});

test('a row of a digest is named, with whose statement it is', async () => {
  const { ofDigests } = await listOpenQuestions(tracker);
  const title = ask<string>('SELECT title FROM events ORDER BY rowid DESC LIMIT 1');
  const origin = ask<string>(
    'SELECT origin FROM sources JOIN events USING (source) ORDER BY events.rowid DESC LIMIT 1',
  );
  const found = ofDigests.rows.find(({ subject }) => subject === title);
  expect(found?.origin).toBe(origin);
  expect(found?.href).toMatch(/^\/evidence\/events\//);
});

test('doubtful rows are counted by what is said of them, and lead to themselves', async () => {
  const { doubtful, claims } = await listOpenQuestions(tracker);
  expect(doubtful.find(({ dataset }) => dataset === 'events')).toMatchObject({
    doubt: 'Evidence: original not read',
    count: ask<number>("SELECT count(*) FROM events WHERE standing = 'reported'"),
    href: '/datasets/events?standing=reported#rows',
  });
  expect(claims).toHaveLength(
    ask<number>("SELECT count(*) FROM article_claims WHERE verdict = 'only-reported'"),
  );
});

test('of a long list the first are read and all are counted', async () => {
  const whole = await listOpenQuestions(tracker);
  const { withoutAddress, ofDigests } = await listOpenQuestions(tracker, 1);
  expect(whole.withoutAddress.found).toBeGreaterThan(1);
  expect(withoutAddress).toEqual({
    ...whole.withoutAddress,
    rows: whole.withoutAddress.rows.slice(0, 1),
  });
  expect(withoutAddress.href).toBe('/datasets/sources?url=~#rows');
  expect(ofDigests).toEqual({ ...whole.ofDigests, rows: whole.ofDigests.rows.slice(0, 1) });
});
