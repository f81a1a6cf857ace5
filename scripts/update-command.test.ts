/** The command as people and other programs meet it: output, exit codes, files. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCsvPath } from '@/data/open-csv';
import { upstreams } from '@/data/upstreams';
import { runUpdateCommand } from './update-command';

const ROOT = join(import.meta.dirname, '..');
const chart = (labels: readonly string[], name: string, data: readonly number[]) => ({
  labels,
  series: [{ name, data }],
});
const EDITION = {
  cited_chip: chart([], 'All NVIDIA', []),
  cited_nvidia: chart([], 'A100', []),
  cited_startup: chart([], 'Groq', []),
  hopper: chart(['NVIDIA Eos'], 'Deployed', [4608]),
};

let work: string;
let data: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'tracker-update-command-'));
  data = join(work, 'data');
  cpSync(join(ROOT, 'tests', 'data-2026-11'), data, { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function give(name: string, edition: unknown): string {
  const path = join(work, name);
  writeFileSync(path, JSON.stringify(edition));
  return path;
}

async function run(...options: string[]) {
  let [stdout, stderr] = ['', ''];
  const status = await runUpdateCommand(options, {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += `${text}\n`;
    },
  });
  return { status, stdout, stderr };
}

describe('npm run update', { timeout: 60_000 }, () => {
  it('tells the difference, writes it, drafts the change log, and does so once', async () => {
    const file = give('2031-02.json', EDITION);
    const command = ['state-of-ai', file, '--data', data];
    const before = readFileSync(toCsvPath(data, 'gpu-holdings'), 'utf8');
    const dry = await run(...command, '--dry-run');
    expect(dry).toMatchObject({ status: 0 });
    expect(dry.stderr).toContain('Reading State of AI Compute Index\n');
    expect(dry.stdout).toContain('gpu-holdings.csv: 1 added, 0 changed, 0 removed\n  + nvidia-');
    expect(dry.stdout).toContain('Checked, nothing written. For CHANGELOG.md:\n');
    expect(readFileSync(toCsvPath(data, 'gpu-holdings'), 'utf8')).toBe(before);

    const first = await run(...command);
    expect(first).toMatchObject({ status: 0 });
    expect(first.stdout).toContain('Written and checked. For CHANGELOG.md:\n');
    expect(first.stdout).toContain(
      '- gpu-holdings: State of AI Compute Index, vintage 2031-02: 1 row added\n',
    );
    expect(readFileSync(toCsvPath(data, 'gpu-holdings'), 'utf8')).toContain('soai-2031-02');
    expect(await run(...command)).toMatchObject({
      status: 0,
      stdout: 'State of AI Compute Index, vintage 2031-02: no difference.\n',
    });
  });

  it('lists unknown names with a suggestion and stops, or leaves them out', async () => {
    const hopper = chart(['NVIDIA Eos', 'NVIDIA Eo'], 'Deployed', [4608, 100]);
    const command = ['state-of-ai', give('2031-03.json', { ...EDITION, hopper }), '--data', data];
    const stopped = await run(...command, '--dry-run');
    expect(stopped).toMatchObject({ status: 1 });
    expect(stopped.stdout).toContain(
      'state-of-ai, organization, "NVIDIA Eo" (1 row). Did you mean "NVIDIA Eos" (nvidia)?',
    );
    expect(stopped.stdout).toMatch(/1 unknown name\. The CSVs stay as they were\.\n$/);
    const skipped = await run(...command, '--dry-run', '--skip-unknown');
    expect(skipped).toMatchObject({ status: 0 });
    expect(skipped.stdout).toContain('Left out, because publisher-names.csv does not know');
  });

  it('lists problems of the file, and answers as JSON', async () => {
    const broken = give('2031-04.json', { ...EDITION, hopper: { labels: ['NVIDIA Eos'] } });
    const command = ['state-of-ai', broken, '--data', data];
    const text = await run(...command);
    expect(text).toMatchObject({ status: 1 });
    expect(text.stdout).toMatch(/^2031-04\.json, hopper\.series: the file has nothing here\./);
    expect(text.stdout).toMatch(/1 problem\. The CSVs stay as they were\.\n$/);
    const json = await run(...command, '--format', 'json');
    expect(json).toMatchObject({ status: 1 });
    expect(JSON.parse(json.stdout)).toMatchObject({
      isDone: false,
      problems: [{ column: 'hopper.series', message: expect.stringContaining('2031-04.json') }],
    });
  });

  it('reads the publisher’s files of a folder', async () => {
    const folder = join(work, 'charts');
    mkdirSync(folder);
    cpSync(give('2031-05.json', EDITION), join(folder, '2031-05.json'));
    writeFileSync(join(folder, 'README.md'), 'Not a chart.');
    const { status, stdout } = await run('state-of-ai', folder, '--data', data, '--dry-run');
    expect([status, stdout]).toEqual([0, expect.stringContaining('vintage 2031-05')]);
  });

  it('fetches an address, and takes its date from it', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/history/2031-06.json' ? 200 : 404;
      response.end(JSON.stringify(EDITION));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    const at = `http://127.0.0.1:${port}`;
    const fetched = await run(
      'state-of-ai',
      `${at}/history/2031-06.json`,
      '--data',
      data,
      '--dry-run',
    );
    const missing = await run('state-of-ai', `${at}/2031-07.json`, '--data', data);
    server.close();
    expect([fetched.status, fetched.stdout]).toEqual([0, expect.stringContaining('2031-06')]);
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('answered 404')]);
  });

  it.each([
    [[], 'Say whose list it is: '],
    [['what'], 'There is no upstream "what". Known: '],
    [['state-of-ai'], 'Name a file, a folder or an address of State of AI Compute Index.'],
    [['state-of-ai', 'no-such.json'], 'no-such.json'],
    [['state-of-ai', join(ROOT, 'docs')], 'docs holds no file of State of AI Compute Index.'],
    [['state-of-ai', 'http://localhost:9/2026-08.json'], 'could not be fetched'],
    [['state-of-ai', 'x.json', '--date', 'May'], '--date takes a day or a month'],
    [['state-of-ai', 'x.json', '--format', 'xml'], '--format takes text or json, not "xml"'],
    [['state-of-ai', 'x.json', '--what'], "Unknown option '--what'"],
  ])('exits with 2 after %j', async (options, message) => {
    const { status, stdout, stderr } = await run(...options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('is a command of its own', async () => {
    const command = ['--import', 'tsx', join('scripts', 'update.ts'), 'what'];
    const ran = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('There is no upstream "what"');
  });

  it('explains itself, with every list it knows', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    for (const word of ['--dry-run', '--date', '--skip-unknown', '--all', '--data', '--format']) {
      expect(stdout).toContain(word);
    }
    for (const { upstream } of upstreams) expect(stdout).toContain(`${upstream} `);
  });
});
