/**
 * Servers of one edition that show the same snapshot agree on every byte and tag, wherever they
 * listen and keep their files, so that caches and returning readers may ask any; and a process
 * that renders may die under readers without one of them noticing.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findFreePort } from '@/scripts/bootstrap/serve.mjs';
import { ingest } from '../../scripts/bootstrap/database.mjs';
import { end } from '../../scripts/bootstrap/process.mjs';
import { inProject } from '../../scripts/bootstrap/project.mjs';
import { serve } from '../../scripts/bootstrap/serve.mjs';
import { PAGES } from '../support/pages';
import { triesAll } from '../support/tier';

const FILES = [
  ...['svg', 'png', 'pdf', 'csv', 'xlsx', 'zip', 'json', 'parquet', 'bib', 'pptx', 'docx'].map(
    (extension) => `/charts/market-share.${extension}`,
  ),
  ...['csv', 'xlsx', 'zip', 'json', 'parquet', 'atom'].map(
    (extension) => `/datasets/chips.${extension}`,
  ),
  ...['pptx', 'pdf', 'docx', 'zip'].map((extension) => `/deck.${extension}?charts=market-share`),
  ...['/download/tracker.sqlite', '/openapi.json', '/snapshots.json', '/charts.json'],
  ...['/sitemap.xml', '/search.json?q=nvidia', '/embed/market-share', '/nowhere'],
];
const SAID = ['etag', 'cache-control', 'surrogate-key', 'tracker-published'];

test('two servers say the same, and outlive those who render for them', async () => {
  // For what hangs; a slow machine is no failure.
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'tracker-several-'));
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const frozen = inProject('tests', 'data-2026-11');
  const { code, output } = await ingest(['--data', frozen, '--db', join(here, 'tracker.sqlite')]);
  expect(code, output).toBe(0);
  cpSync(here, there, { recursive: true });
  const open = async (place: string, env: Record<string, string>) => {
    const port = await findFreePort();
    const database = join(place, 'tracker.sqlite');
    const site = { TRACKER_SITE: 'https://tracker.example', TRACKER_BENCH: '1' };
    const server = await serve({ port, database, env: { ...site, ...env } });
    const read = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(`http://localhost:${port}${path}`, { headers });
      const said = SAID.map((name) => answer.headers.get(name));
      const bytes = Buffer.from(await answer.arrayBuffer()).toString('base64');
      return { status: answer.status, said, bytes };
    };
    /** Processes that have not said yet that they are there. */
    const listIdle = async () => {
      const text = await (await fetch(`http://localhost:${port}/metrics`)).text();
      return [...text.matchAll(/memory_bytes\{process="([^"]+)"\} 0$/gm)].map(([, name]) => name);
    };
    return { server, read, listIdle };
  };
  const servers = await Promise.all([
    open(here, { TRACKER_WORKERS: '2' }),
    open(there, { TRACKER_WORKERS: '1' }),
  ]);
  const [one, other] = servers;
  try {
    for (const path of [...(triesAll ? PAGES : PAGES.slice(0, 6)), ...FILES]) {
      const [mine, theirs] = await Promise.all([one.read(path), other.read(path)]);
      expect(mine.said[0], path).toBeTruthy();
      expect(mine, path).toEqual(theirs);
    }
    const renderers = listChildren(one.server.pid ?? 0);
    test.skip(!existsSync(toChildren(process.pid)), 'The system names no children of a process.');
    // Two for pages, one for files.
    expect(renderers).toHaveLength(3);
    await expect.poll(() => one.listIdle()).toEqual([]);
    let isOver = false;
    const anew = { 'x-tracker-bypass': '1' };
    const readers = ['/share', '/chips', '/charts/market-share.csv'].map(async (path) => {
      const statuses: number[] = [];
      while (!isOver) statuses.push((await one.read(path, anew)).status);
      return statuses;
    });
    for (const pid of renderers) process.kill(pid, 'SIGKILL');
    // Whatever is asked now waits for those that take their place.
    expect((await one.read('/revenue', anew)).status).toBe(200);
    isOver = true;
    expect(new Set((await Promise.all(readers)).flat())).toEqual(new Set([200]));
  } finally {
    for (const { server } of servers) await end(server);
    rmSync(folder, { recursive: true, force: true });
  }
});

const toChildren = (pid: number): string => `/proc/${pid}/task/${pid}/children`;

/** Processes of ours that render; empty where the system does not name them. */
function listChildren(pid: number): number[] {
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  const children = read(toChildren(pid)).split(' ').filter(Boolean);
  return children
    .filter((child) => read(`/proc/${child}/cmdline`).includes('renderer.ts'))
    .map(Number);
}
