import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallRegistry } from '@/data/cases/registry';
import { createSmallFolder, type SmallFolder, VENDORS_CSV } from '../small-data-for-tests';
import { DatabaseError, type Sql, withWords } from './connect';
import { ingestInto } from './ingest-into';
import { loseAt, openEmptyPglite } from './pglite-for-tests';
import { listPublications } from './publications';

const ADDRESS = 'postgres://me:secret@db/tracker';

let folder: SmallFolder;
let sql: Sql;
beforeEach(async () => {
  folder = createSmallFolder();
  sql = await openEmptyPglite();
});
afterEach(() => folder.remove());

const ingest = (options: { write?: boolean; accept?: string; to?: Sql } = {}) =>
  ingestInto(ADDRESS, {
    ...{ datasets: smallRegistry, dataDirectory: folder.path, ...options },
    workshop: join(folder.path, 'workshop'),
    connect: (url, act) => act(withWords(options.to ?? sql, url)),
  });
const readNewest = async () => (await listPublications(sql))[0];
/** A state of data of which a vendor is gone without a reason given. */
const lose = () => folder.write({ vendors: VENDORS_CSV.replace('intel,Intel,1968\n', '') });

describe('an ingest into a database', () => {
  it('publishes what is whole, and tells where to', async () => {
    const { result, published, shownAddress } = await ingest();
    expect(published).toMatchObject({ schema: 'tracker_1' });
    expect(shownAddress).toBe('postgres://db/tracker');
    expect(await readNewest()).toMatchObject({ snapshot: result.snapshot?.id });
    expect(await ingest()).toMatchObject({ result: { snapshot: {} }, published: null });
    expect(await listPublications(sql)).toHaveLength(1);
  });

  it('compares with what is public there, whatever was worked on before', async () => {
    await ingest();
    const before = await readNewest();
    lose();
    const { result } = await ingest();
    expect(result.problems.map(({ issue }) => issue.rule)).toContain('vanished');
    expect(await readNewest()).toEqual(before);
    expect((await ingest({ accept: 'Sold.' })).published).not.toBeNull();
  });

  it('that was lost on the way compares with what is public still', async () => {
    await ingest();
    lose();
    const to = loseAt(sql, 12);
    await expect(ingest({ to, accept: 'Sold.' })).rejects.toThrow(DatabaseError);
    expect(to.asked).toBeGreaterThan(11);
    expect((await ingest()).result.snapshot).toBeNull();
  });

  it('checks without changing anything', async () => {
    await ingest({ write: false });
    expect(await listPublications(sql)).toEqual([]);
    await ingest();
    folder.write({ vendors: `${VENDORS_CSV}cerebras,Cerebras,2015\n` });
    const { result, published } = await ingest({ write: false });
    expect(result.snapshot).not.toBeNull();
    expect(published).toBeNull();
    expect(await listPublications(sql)).toHaveLength(1);
  });

  it('is later than what is public, though another clock was ahead', async () => {
    await ingest();
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await sql.query('UPDATE tracker.publications SET published_at = $1', [ahead]);
    folder.write({ vendors: `${VENDORS_CSV}cerebras,Cerebras,2015\n` });
    await ingest();
    expect((await readNewest())?.published_at.localeCompare(ahead)).toBe(1);
  });
});
