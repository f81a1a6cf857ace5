import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallRegistry, vendors } from '@/data/cases/registry';
import { defineDataset, text } from '@/data/contract';
import { findingValues } from '@/data/finding-values/contract';
import { findings } from '@/data/findings/contract';
import { toCsvPath } from '@/data/open-csv';
import { listKeptSnapshots } from './kept-snapshots';
import {
  createSmallFolder,
  OFFERS_CSV,
  type SmallFolder,
  toOffersCsv,
  VENDORS_CSV,
} from './small-data-for-tests';

let folder: SmallFolder;
beforeEach(() => {
  folder = createSmallFolder();
});
afterEach(() => folder.remove());

/** Without the folder of kept snapshots, which has tests of its own. */
const publishedFiles = () =>
  readdirSync(dirname(folder.databaseFile)).filter((name) => name !== 'snapshots');
const ask = (sql: string) => {
  const client = new Database(folder.databaseFile, { readonly: true });
  try {
    return client.prepare(sql).all();
  } finally {
    client.close();
  }
};

describe('an ingest', () => {
  it('publishes typed rows that know their line', async () => {
    const result = await folder.ingest();
    expect(result.problems).toEqual([]);
    expect(result.snapshot).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{12}$/),
      collected_on: '',
      row_count: 5,
      accepted: null,
    });
    expect(ask('SELECT rowid AS line, * FROM offers ORDER BY rowid')).toMatchObject([
      { line: 2, vendor: 'nvidia', price_usd_per_hour: 2.4, accelerators: 8 },
      { line: 3, vendor: 'amd', announced_on: '2023', accelerators: null },
    ]);
    expect(ask('SELECT * FROM snapshot')).toMatchObject([result.snapshot]);
    expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(ask('PRAGMA foreign_key_check')).toEqual([]);
    expect(publishedFiles()).toEqual(['tracker.sqlite']);
  });

  it('counts what it added, changed and removed', async () => {
    const first = await folder.ingest();
    expect(first.datasets).toEqual([
      { dataset: 'vendors', read: 3, added: 3, changed: 0, removed: 0 },
      { dataset: 'offers', read: 2, added: 2, changed: 0, removed: 0 },
    ]);
    folder.write({
      // AMD changes by its name, NVIDIA by a blank; Intel goes, Cerebras comes.
      vendors:
        'vendor,name,founded_year\ncerebras,Cerebras,2015\namd,Advanced Micro Devices,1969\nnvidia,NVIDIA,\n',
    });
    const second = await folder.ingest({ accept: 'Intel left the trade.' });
    expect(second.datasets).toEqual([
      { dataset: 'vendors', read: 3, added: 1, changed: 2, removed: 1 },
      { dataset: 'offers', read: 2, added: 0, changed: 0, removed: 0 },
    ]);
  });

  it('keeps the old database when the data have problems', async () => {
    await folder.ingest();
    const before = readFileSync(folder.databaseFile);
    folder.write({ vendors: `${VENDORS_CSV}amd,Again,1969\n` });
    const result = await folder.ingest();
    expect(result.snapshot).toBeNull();
    expect(result.problems).toMatchObject([
      { line: 5, issue: { rule: 'duplicate-key', firstLine: 3 } },
    ]);
    expect(result.datasets).toEqual([
      { dataset: 'vendors', read: 4 },
      { dataset: 'offers', read: 2 },
    ]);
    expect(readFileSync(folder.databaseFile).equals(before)).toBe(true);
    expect(publishedFiles()).toEqual(['tracker.sqlite']);
  });

  it('publishes no claim that its figures do not carry, and names it once the rest is right', async () => {
    const write = (slug: string, lines: readonly string[]) => {
      const path = toCsvPath(folder.path, slug);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${lines.join('\n')}\n`);
    };
    write('findings', [
      'finding,chart,mode,sentence,condition,fallback,measure,note',
      'many,market-share,,{n} vendors,n >= 4,{n} vendors,Vendors,',
    ]);
    write('finding-values', [
      'finding,name,statement,wording',
      'many,n,SELECT count(*) FROM vendors,number',
    ]);
    const datasets = [...smallRegistry, findings, findingValues];
    const refused = await folder.ingest({ datasets });
    expect(refused.snapshot).toBeNull();
    expect(refused.problems).toMatchObject([
      {
        ...{ dataset: 'findings', line: 2, column: 'condition', found: 'n >= 4' },
        issue: { says: 'many, over the chart market-share, is no longer true: n is 3' },
      },
    ]);
    folder.write({ vendors: `${VENDORS_CSV}amd,Again,1969\n` });
    const broken = await folder.ingest({ datasets });
    expect(broken.problems.map(({ dataset }) => dataset)).toEqual(['vendors']);
    folder.write({ vendors: `${VENDORS_CSV}groq,Groq,2016\n` });
    expect((await folder.ingest({ datasets })).problems).toEqual([]);
  });

  it('keeps the old database and cleans up when a check itself fails', async () => {
    await folder.ingest();
    const before = readFileSync(folder.databaseFile);
    const find = () => {
      throw new Error('no such column');
    };
    const check = { name: 'broken', explanation: 'Fails.', find };
    const datasets = [{ ...vendors, checks: [check] }, smallRegistry[1]];
    await expect(folder.ingest({ datasets })).rejects.toThrow('no such column');
    expect(readFileSync(folder.databaseFile).equals(before)).toBe(true);
    expect(publishedFiles()).toEqual(['tracker.sqlite']);
  });

  it('keeps the old database and cleans up when it is interrupted', async () => {
    await folder.ingest();
    const before = readFileSync(folder.databaseFile);
    const interruption = new AbortController();
    const onProgress = () => interruption.abort(new Error('Interrupted'));
    await expect(folder.ingest({ signal: interruption.signal, onProgress })).rejects.toThrow(
      'Interrupted',
    );
    expect(readFileSync(folder.databaseFile).equals(before)).toBe(true);
    expect(publishedFiles()).toEqual(['tracker.sqlite']);
  });

  it('writes nothing when it only checks, and still compares', async () => {
    const unwritten = await folder.ingest({ write: false });
    expect(unwritten.snapshot?.row_count).toBe(5);
    expect(existsSync(dirname(folder.databaseFile))).toBe(false);

    await folder.ingest();
    const before = readFileSync(folder.databaseFile);
    folder.write({ offers: toOffersCsv([]) });
    const checked = await folder.ingest({ write: false, accept: 'Nothing is on offer.' });
    expect(checked.datasets[1]).toMatchObject({ read: 0, removed: 2 });
    expect(readFileSync(folder.databaseFile).equals(before)).toBe(true);
  });

  it('gives the same id and the same bytes for the same CSVs', async () => {
    const offers = Array.from({ length: 3000 }, (_, i) => {
      const day = new Date(Date.UTC(2015, 0, 1 + i)).toISOString().slice(0, 10);
      return `${['nvidia', 'amd', 'intel'][i % 3]},${day},,H${i},sxm,${i % 900},,https://example.org/${i}`;
    });
    folder.write({ offers: toOffersCsv(offers) });
    const now = new Date(Date.UTC(2026, 10, 26));
    const first = await folder.ingest({ now });
    const bytes = readFileSync(folder.databaseFile);

    // A second run meets another old database and another line ending.
    folder.write({ offers: toOffersCsv(offers.slice(1)) });
    const other = await folder.ingest({ now });
    folder.write({
      offers: `\uFEFF${toOffersCsv(offers).replaceAll('\n', '\r\n')}`,
      vendors: VENDORS_CSV.replaceAll('\n', '\r\n'),
    });
    const second = await folder.ingest({ now });
    expect(second.snapshot).toEqual(first.snapshot);
    expect(other.snapshot?.id).not.toBe(first.snapshot?.id);
    expect(readFileSync(folder.databaseFile).equals(bytes)).toBe(true);
  });

  it('gives the same id whatever the order of the registry', async () => {
    const first = await folder.ingest();
    const second = await folder.ingest({ datasets: [smallRegistry[1], smallRegistry[0]] });
    expect(second.snapshot?.id).toBe(first.snapshot?.id);
  });

  it('reads files that are larger than one piece', async () => {
    const names = Array.from({ length: 40_000 }, (_, i) => `v-${i},"Vendor ${i}, Ä",1999\n`);
    folder.write({ vendors: VENDORS_CSV + names.join('') });
    const { snapshot } = await folder.ingest();
    expect(snapshot?.row_count).toBe(40_005);
    expect(
      ask(`SELECT count(*) AS n FROM vendors WHERE name = 'Vendor ' || substr(vendor, 3) || ', Ä'
      AND rowid = substr(vendor, 3) + 5`),
    ).toEqual([{ n: 40_000 }]);
  });

  it('stops at two hundred problems and says that there are more', async () => {
    const bad = (count: number) =>
      folder.write({
        vendors: `vendor,name,founded_year\n${'BAD,Bad,1999\n'.repeat(count)}`,
        offers: toOffersCsv([]),
      });
    bad(200);
    const exact = await folder.ingest();
    expect([exact.problems.length, exact.hasMoreProblems]).toEqual([200, false]);
    bad(201);
    const more = await folder.ingest();
    expect([more.problems.length, more.hasMoreProblems]).toEqual([200, true]);
  });

  it('says that there are more lost references than it lists', async () => {
    const lost = (count: number) =>
      toOffersCsv(
        Array.from({ length: count }, (_, i) => {
          const day = new Date(Date.UTC(2015, 0, 1 + i)).toISOString().slice(0, 10);
          return `nobody,${day},,H1,sxm,1,,https://example.org/`;
        }),
      );
    folder.write({ offers: lost(200) });
    expect(await folder.ingest()).toMatchObject({ hasMoreProblems: false });
    folder.write({ offers: lost(300) });
    const { problems, hasMoreProblems } = await folder.ingest();
    expect([problems.length, hasMoreProblems]).toEqual([200, true]);
  });

  it('lists problems by dataset and line, whenever they were found', async () => {
    folder.write({
      vendors: `${VENDORS_CSV}amd,Again,1969\nBAD,Bad,1999\n`,
      offers: OFFERS_CSV.replace('2.40', 'cheap'),
    });
    const { problems } = await folder.ingest();
    expect(problems.map(({ dataset, line }) => `${dataset} ${line}`)).toEqual([
      'vendors 5',
      'vendors 6',
      'offers 2',
    ]);
  });

  it('lets two run at once', async () => {
    const results = await Promise.all([folder.ingest(), folder.ingest(), folder.ingest()]);
    expect(new Set(results.map(({ snapshot }) => snapshot?.id)).size).toBe(1);
    expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(publishedFiles()).toEqual(['tracker.sqlite']);
  });

  it('removes what a killed ingest left behind, and not what a running one builds', async () => {
    await folder.ingest();
    const place = dirname(folder.databaseFile);
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const dead = `.tracker.sqlite.${hostname()}-${gone}-aa.draft`;
    const alive = `.tracker.sqlite.${hostname()}-${process.pid}-bb.draft`;
    const [old, young] = [
      '.tracker.sqlite.far-1-aa.draft',
      '.tracker.sqlite.far-2-bb.draft',
    ] as const;
    const all = [dead, `${dead}-journal`, alive, old, `${old}-journal`, young];
    for (const name of all) writeFileSync(join(place, name), '');
    for (const name of [old, `${old}-journal`]) {
      utimesSync(join(place, name), new Date(0), new Date(0));
    }
    await folder.ingest();
    expect(publishedFiles().sort()).toEqual([alive, young, 'tracker.sqlite'].sort());
  });

  it('refuses a data folder that is not there', async () => {
    await expect(folder.ingest({ dataDirectory: join(folder.path, 'none') })).rejects.toThrow(
      'ENOENT',
    );
  });
});

describe('data that vanished', () => {
  const header = 'vendor,name,founded_year\n';
  const many = Array.from({ length: 40 }, (_, i) => `v-${i},Vendor ${i},1990\n`);
  const write = (rows: readonly string[]) =>
    folder.write({ vendors: header + rows.join(''), offers: toOffersCsv([]) });
  const readAccepted = () => ask('SELECT accepted FROM snapshot');
  beforeEach(async () => {
    write(many);
    expect(await folder.ingest()).toMatchObject({ problems: [], snapshot: { accepted: null } });
  });

  it('leaves the old database in place, unless somebody says why', async () => {
    const before = readFileSync(folder.databaseFile);
    write(many.slice(3));
    const refused = await folder.ingest();
    expect(refused.snapshot).toBeNull();
    expect(refused.problems).toMatchObject([
      {
        dataset: 'vendors',
        line: null,
        issue: { says: '3 of 40 published rows are gone, first v-0' },
      },
    ]);
    expect(readFileSync(folder.databaseFile).equals(before)).toBe(true);

    const accepted = await folder.ingest({ accept: 'They merged.' });
    expect(accepted).toMatchObject({
      problems: [],
      accepted: refused.problems,
      snapshot: { row_count: 37, accepted: 'They merged.' },
    });
    expect(readAccepted()).toEqual([{ accepted: 'They merged.' }]);
    expect(listKeptSnapshots(folder.databaseFile)).toMatchObject([
      { accepted: 'They merged.' },
      { accepted: null },
    ]);
  });

  it('is as little as one row in twenty without a word', async () => {
    write(many.slice(2));
    expect(await folder.ingest()).toMatchObject({ problems: [], snapshot: { accepted: null } });
  });

  it('stays accepted when a newer program publishes the same data, and not after that', async () => {
    write(many.slice(20));
    await folder.ingest({ accept: 'They merged.' });
    expect(await folder.ingest()).toMatchObject({ snapshot: { accepted: 'They merged.' } });
    write([...many.slice(20), 'x,X,2000\n']);
    expect(await folder.ingest()).toMatchObject({ snapshot: { accepted: null } });
  });

  it('needs no reason where nothing vanished, and then keeps none', async () => {
    write([...many, 'x,X,2000\n']);
    const { snapshot } = await folder.ingest({ accept: 'To be sure.' });
    expect(snapshot?.accepted).toBeNull();
  });

  it('excuses no other problem', async () => {
    write([...many.slice(20), 'v-39,Again,1990\n']);
    const { snapshot, problems } = await folder.ingest({ accept: 'They merged.' });
    expect(snapshot).toBeNull();
    expect(problems).toMatchObject([{ issue: { rule: 'duplicate-key' } }]);
  });

  it('is also the end of a file, even where nothing was published before', async () => {
    const fresh = createSmallFolder();
    try {
      fresh.write({ vendors: VENDORS_CSV.trimEnd() });
      expect((await fresh.ingest()).problems).toMatchObject([{ issue: { rule: 'vanished' } }]);
      expect((await fresh.ingest({ accept: 'It is whole.' })).problems).toEqual([]);
      expect((await fresh.ingest()).problems).toEqual([]);
    } finally {
      fresh.remove();
    }
  });

  it('is not what the program no longer declares', async () => {
    const { founded_year: _, ...columns } = vendors.columns;
    folder.write({
      vendors: `vendor,name\n${many.map((row) => row.replace(',1990', '')).join('')}`,
    });
    const narrower = defineDataset({ ...vendors, columns, key: ['vendor'] });
    expect((await folder.ingest({ datasets: [narrower] })).problems).toEqual([]);
  });

  it('is compared with a database of a program that knew no reasons', async () => {
    const client = new Database(folder.databaseFile);
    client.exec('ALTER TABLE snapshot DROP COLUMN accepted');
    client.close();
    write(many.slice(20));
    expect((await folder.ingest()).problems).toHaveLength(1);
    write([...many, 'x,X,2000\n']);
    expect((await folder.ingest()).problems).toEqual([]);
  });
});

const NO_DATABASE = 'not a database, but long enough to have a header of a hundred bytes'.repeat(9);

describe('the old database', () => {
  it('may be empty, or damaged next to copies of it', async () => {
    mkdirSync(dirname(folder.databaseFile), { recursive: true });
    for (const content of ['', NO_DATABASE]) {
      writeFileSync(folder.databaseFile, content);
      const { datasets } = await folder.ingest();
      const added = { read: 3, added: 3, changed: 0, removed: 0 };
      expect(datasets[0]).toEqual({ dataset: 'vendors', ...added });
    }
  });

  it.each<[string, (path: string) => void]>([
    ['a text', (path) => writeFileSync(path, NO_DATABASE)],
    [
      'a database of another program',
      (path) => new Database(path).exec('CREATE TABLE a (b)').close(),
    ],
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe', (path) => spawnSync('mkfifo', [path])],
  ])('is never %s: that stays as it is, before any work', async (_what, make) => {
    const place = dirname(folder.databaseFile);
    mkdirSync(place, { recursive: true });
    make(folder.databaseFile);
    const look = () => {
      const { ino, size, mtimeMs } = statSync(folder.databaseFile);
      return { ino, size, mtimeMs };
    };
    const before = look();
    await expect(folder.ingest()).rejects.toThrow(folder.databaseFile);
    expect(readdirSync(place)).toEqual(['tracker.sqlite']);
    expect(look()).toEqual(before);
  });

  it('may have other columns: those of both are compared', async () => {
    const columns = {
      ...vendors.columns,
      motto: text({ label: 'Motto', meaning: 'A sentence.', optional: true }),
    };
    const wider = defineDataset({ ...vendors, columns, key: ['vendor'] });
    await folder.ingest();
    folder.write({
      vendors: 'vendor,name,founded_year,motto\nnvidia,NVIDIA,1993,Now\namd,A.M.D.,1969,\n',
    });
    // The program of today could not show the old one: that Intel is gone holds nothing up.
    const { datasets, snapshot } = await folder.ingest({ datasets: [wider, smallRegistry[1]] });
    expect(snapshot?.accepted).toMatch(/made by an earlier program/);
    expect(datasets[0]).toEqual({ dataset: 'vendors', read: 2, added: 0, changed: 1, removed: 1 });
  });

  it('is filled with blanks where an earlier program made it and the data have problems', async () => {
    await folder.ingest();
    const client = new Database(folder.databaseFile);
    client.exec('DROP TABLE offers; ALTER TABLE vendors DROP COLUMN founded_year');
    client.close();
    folder.write({ vendors: `${VENDORS_CSV}amd,Again,1969\n` });
    const result = await folder.ingest();
    expect(result).toMatchObject({ snapshot: null, filled: ['vendors.founded_year', 'offers'] });
    expect(ask('SELECT chip FROM offers')).toEqual([]);
    expect(ask(`SELECT founded_year FROM vendors WHERE vendor = 'amd'`)).toEqual([
      { founded_year: null },
    ]);
    expect(publishedFiles()).toEqual(['tracker.sqlite']);
  });

  it.each<[string, (place: string) => void]>([
    ['a file in the place of their folder', (place) => writeFileSync(place, '')],
    [
      'a folder in the place of one',
      (place) => mkdirSync(join(place, 'SNAPSHOT'), { recursive: true }),
    ],
  ])('stays where snapshots cannot be kept: %s', async (_what, block) => {
    const { snapshot } = await folder.ingest({ write: false });
    const place = join(dirname(folder.databaseFile), 'snapshots');
    mkdirSync(dirname(place), { recursive: true });
    block(place);
    if (statSync(place).isDirectory()) {
      renameSync(join(place, 'SNAPSHOT'), join(place, `${snapshot?.id}.sqlite`));
    }
    await expect(folder.ingest()).rejects.toThrow('Move it away');
    expect(publishedFiles()).toEqual([]);
  });

  it('may have another key: then every row counts as new', async () => {
    await folder.ingest();
    const { datasets, problems } = await folder.ingest({
      datasets: [{ ...vendors, key: ['name'] }],
    });
    expect(problems).toEqual([]);
    expect(datasets[0]).toEqual({ dataset: 'vendors', read: 3, added: 3, changed: 0, removed: 3 });
  });
});
