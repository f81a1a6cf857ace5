/** The command as people and other programs meet it: output, exit codes, files. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasets } from '@/data/datasets';
import { toCsvPath } from '@/data/open-csv';
import { runIngestCommand } from './ingest-command';

const ROOT = join(import.meta.dirname, '..');
const FROZEN = join(ROOT, 'tests', 'data-2026-11');
let work: string;
let data: string;
let database: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'tracker-command-'));
  data = join(work, 'data');
  database = join(work, 'tracker.sqlite');
  for (const { slug } of datasets) cpSync(toCsvPath(FROZEN, slug), toCsvPath(data, slug));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function run(...options: string[]) {
  let [stdout, stderr] = ['', ''];
  const status = await runIngestCommand(options, {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += `${text}\n`;
    },
  });
  return { status, stdout, stderr };
}

it('is a program that answers on its streams and by its exit code', () => {
  const command = ['--import', 'tsx', join('scripts', 'ingest.ts'), '--data', data, '--check'];
  const start = (...options: string[]) =>
    spawnSync(process.execPath, [...command, ...options], { cwd: ROOT, encoding: 'utf8' });
  const { status, stdout, stderr } = start();
  expect(status).toBe(0);
  expect(stdout).toMatch(/^dataset +read .*Checked, nothing written/s);
  expect(stderr).toContain('Reading vendors\n');
  expect(start('--what').status).toBe(2);
});

describe('npm run ingest', { timeout: 30_000 }, () => {
  it('publishes, then leaves the database alone while a CSV is broken', async () => {
    const first = await run('--data', data, '--db', database);
    expect(first).toMatchObject({ status: 0 });
    expect(first.stdout).toMatch(/^dataset +read +added +changed +removed\n/);
    expect(first.stdout).toMatch(/^vendors +(\d+) +\1 +0 +0$/m);
    expect(first.stderr).toContain('Reading vendors\n');
    const published = readFileSync(database);

    const csv = toCsvPath(data, 'vendors');
    const whole = readFileSync(csv, 'utf8');
    writeFileSync(csv, whole.replace('\n', '\nNot A Slug'));
    const second = await run('--data', data, '--db', database);
    writeFileSync(csv, whole);
    expect(second).toMatchObject({ status: 1 });
    expect(second.stdout).toMatch(/^vendors\.csv, line 2, \w+: "Not A Slug/);
    expect(second.stdout).toMatch(/problems?\. The database stays as it was\.\n$/);
    expect(readFileSync(database).equals(published)).toBe(true);
  });

  it('leaves the database alone while rows are gone, until somebody says why', async () => {
    const csv = toCsvPath(data, 'calculator-assumptions');
    const whole = readFileSync(csv, 'utf8');
    try {
      expect(await run('--data', data, '--db', database)).toMatchObject({ status: 0 });
      const published = readFileSync(database);
      writeFileSync(csv, `${whole.split('\n', 3).join('\n')}\n`);
      for (const options of [[], ['--check']]) {
        const refused = await run('--data', data, '--db', database, ...options);
        expect(refused).toMatchObject({ status: 1 });
        expect(refused.stdout).toMatch(
          /^calculator-assumptions\.csv: \d+ of \d+ published rows are gone/,
        );
        expect(refused.stdout).toContain('npm run ingest -- --accept "');
      }
      expect(readFileSync(database).equals(published)).toBe(true);
      const accepted = await run(
        '--data',
        data,
        '--db',
        database,
        '--accept',
        ' Nobody assumed so. ',
      );
      expect(accepted).toMatchObject({ status: 0 });
      expect(accepted.stdout).toContain(
        '\nAccepted (Nobody assumed so.):\ncalculator-assumptions.csv: ',
      );
    } finally {
      writeFileSync(csv, whole);
    }
  });

  it('checks without writing, and answers as JSON', async () => {
    const unwritten = join(work, 'unwritten.sqlite');
    const { status, stdout } = await run(
      '--data',
      data,
      '--db',
      unwritten,
      '--check',
      '--format',
      'json',
    );
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ problems: [], snapshot: { id: expect.any(String) } });
    expect(result.datasets).toHaveLength(datasets.length);
    expect(existsSync(unwritten)).toBe(false);
  });

  it.each([
    [['--what'], "Unknown option '--what'"],
    [['--accept', ' '], '--accept takes a reason'],
    [['--format', 'xml'], '--format takes text or json, not "xml"'],
    [['extra'], "Unexpected argument 'extra'"],
    [['--data', 'no-such-folder', '--check'], 'no-such-folder'],
    [['--db', join('package.json', 'tracker.sqlite')], 'The database cannot be written to'],
    [['--db', 'docs'], 'is a folder; name a file in it'],
  ])('exits with 2 after %s', async (options, message) => {
    const { status, stdout, stderr } = await run(...options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('explains itself', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    for (const option of ['--data', '--db', '--check', '--accept', '--format', '--help']) {
      expect(stdout).toContain(option);
    }
  });
});
