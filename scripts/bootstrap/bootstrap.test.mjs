import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { end, run, start } from './process.mjs';
import { databaseSettings, fingerprint, inProject, readStamp, writeStamp } from './project.mjs';
import { claimPort, findFreePort } from './serve.mjs';
import { buildTally, readPlaywright, readVitest } from './tally.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-bootstrap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path, text) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

it.each([
  ['a file of its own', {}, { TRACKER_DB: inProject('.cache', 'tracker.sqlite') }],
  [
    'a file that is named',
    { TRACKER_DB: 'my/db.sqlite' },
    { TRACKER_DB: inProject('my/db.sqlite') },
  ],
  ['PostgreSQL', { TRACKER_DB: 'postgres://db/tracker' }, {}],
  [
    'copies of PostgreSQL in a folder that is named',
    { TRACKER_DB_READ: 'postgres://db/tracker', TRACKER_COPY: 'my/copy.sqlite' },
    { TRACKER_COPY: inProject('my/copy.sqlite') },
  ],
])('a server is told to show %s', (_name, env, settings) => {
  expect(databaseSettings(env)).toEqual(settings);
});

describe('a fingerprint', () => {
  const ofAll = () => fingerprint(folder, ['data', 'absent'], (path) => !path.endsWith('.md'));
  beforeEach(() => {
    write('data/chips/chips.csv', 'chip\nh100\n');
    write('data/chips/README.md', 'About chips');
  });

  it.each([
    ['a changed cell', () => write('data/chips/chips.csv', 'chip\nh200\n')],
    ['a new file', () => write('data/vendors/vendors.csv', 'vendor\n')],
    ['a removed file', () => rmSync(join(folder, 'data/chips/chips.csv'))],
    ['a file that was absent', () => write('absent', '')],
  ])('changes with %s', (_name, change) => {
    const before = ofAll();
    change();
    expect(ofAll()).not.toBe(before);
  });

  it('stays when only dates change, or a file that is no input', () => {
    const before = ofAll();
    write('data/chips/chips.csv', 'chip\nh100\n');
    write('data/chips/README.md', 'More about chips');
    expect(ofAll()).toBe(before);
  });
});

describe('a stamp', () => {
  it('is read as it was written, and is null when there is none or it is broken', () => {
    const file = join(folder, 'new', 'stamp.json');
    expect(readStamp(file)).toBeNull();
    writeStamp(file, { lock: 'abc' });
    expect(readStamp(file)).toEqual({ lock: 'abc' });
    writeFileSync(file, '{"lock"');
    expect(readStamp(file)).toBeNull();
  });
});

describe('a port', () => {
  it.each(['0', '65536', '80x', '-1', '3e3'])('is refused when PORT is "%s"', async (PORT) => {
    await expect(claimPort({ PORT })).rejects.toMatchObject({ code: 2 });
  });

  it('that is taken is named, with what to do', async () => {
    const other = createServer();
    const port = await findFreePort();
    await new Promise((done) => other.listen(port, done));
    const env = { ...process.env, PORT: String(port) };
    const script = [inProject('scripts', 'start.mjs')];
    const { status, stderr } = spawnSync(process.execPath, script, { env, encoding: 'utf8' });
    other.close();
    expect(status).toBe(2);
    expect(stderr).toContain(`Port ${port} is taken`);
    expect(stderr).toContain(`PORT=${port + 1} npm start`);
  });

  it('that is free is claimed', async () => {
    const port = await findFreePort();
    expect(await claimPort({ PORT: String(port) })).toBe(port);
  });
});

describe('a program', () => {
  const node = (source) => [process.execPath, ['-e', source]];

  it('gives its code and everything it wrote', async () => {
    const [command, args] = node('console.log("out"); console.error("err"); process.exit(3)');
    const { code, output } = await run(command, args);
    expect(code).toBe(3);
    expect(output.split('\n').toSorted().join(' ').trim()).toBe('err out');
  });

  it('that is absent or too slow fails like in a shell', async () => {
    expect((await run('no-such-program', [])).code).toBe(127);
    const [command, args] = node('setTimeout(() => {}, 60000)');
    expect((await run(command, args, { seconds: 0.2 })).code).toBe(124);
  });

  it.skipIf(process.platform === 'win32')('takes along what it started', async () => {
    const source = `
      require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' });
      console.log('started');`;
    const child = start(...node(`${source} setInterval(() => {}, 1000);`), { stdio: 'pipe' });
    await new Promise((done) => child.stdout.once('data', done));
    // The pipe closes when nobody is left to write into it.
    await end(child);
    expect(child.stdout.closed).toBe(true);
  });
});

describe('the tally', () => {
  const report = (value) => {
    write('report.json', JSON.stringify(value));
    return join(folder, 'report.json');
  };

  it.each([
    ['all well', { numPassedTests: 9, numFailedTests: 0 }, 0, { passed: 9, failed: 0 }],
    ['failures', { numPassedTests: 7, numFailedTests: 2 }, 1, { passed: 7, failed: 2 }],
    ['a file that does not load', { numPassedTests: 7 }, 1, { passed: 7, failed: 1 }],
    ['no report', null, 1, { passed: 0, failed: 1 }],
  ])('of vitest: %s', (_name, found, code, counts) => {
    expect(readVitest(report(found), code)).toEqual(counts);
  });

  it.each([
    ['all well', { stats: { expected: 5, unexpected: 0, flaky: 0 } }, 0, { passed: 5, failed: 0 }],
    ['failures', { stats: { expected: 3, unexpected: 2, flaky: 0 } }, 1, { passed: 3, failed: 2 }],
    ['a wavering test', { stats: { expected: 3, flaky: 1 } }, 0, { passed: 3, failed: 1 }],
    ['a test file that does not load', { stats: { expected: 0 } }, 1, { passed: 0, failed: 1 }],
  ])('of Playwright: %s', (_name, found, code, counts) => {
    expect(readPlaywright(report(found), code)).toEqual(counts);
  });

  it('closes with one line', () => {
    const tally = buildTally();
    tally.add({ passed: 9, failed: 0 });
    tally.add({ passed: 3, failed: 1 });
    expect(`${tally}`).toBe('12 passed, 1 failed');
    expect(tally.failed).toBe(1);
  });
});
