/**
 * New data arrives while visitors read: no request fails, nobody sees older data
 * after newer, and every page comes to show the new snapshot. It has a
 * server and a database of its own, because the other tests count on quiet data.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findFreePort } from '@/scripts/bootstrap/serve.mjs';
import { ingest } from '../../scripts/bootstrap/database.mjs';
import { end } from '../../scripts/bootstrap/process.mjs';
import { inProject } from '../../scripts/bootstrap/project.mjs';
import { serve } from '../../scripts/bootstrap/serve.mjs';

const PAGES = ['/', '/share', '/revenue', '/papers', '/datasets/vendors'];
const SWAPS = 3;
const FROZEN = inProject('tests', 'data-2026-11');

test('new data reaches every page while visitors read', async () => {
  // For what hangs; a slow machine is no failure.
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'tracker-swap-'));
  const data = join(folder, 'data');
  const database = join(folder, 'tracker.sqlite');
  cpSync(FROZEN, data, { recursive: true });
  const publish = async () => {
    const { code, output } = await ingest(['--data', data, '--db', database, '--format', 'json']);
    expect(code, output).toBe(0);
  };
  await publish();
  const port = await findFreePort();
  const server = await serve({ port, database });
  const read = async (page: string) => {
    const answer = await fetch(`http://localhost:${port}${page}`);
    return { status: answer.status, rows: readRowCount(await answer.text()) };
  };

  let reading = true;
  let visitors: Promise<void>[] = [];
  try {
    const { rows: before } = await read('/');
    expect(before).toBeGreaterThan(1000);
    let answered = 0;
    const failures: string[] = [];
    visitors = PAGES.map(async (page) => {
      for (let last = 0; reading; answered += 1) {
        const { status, rows } = await read(page);
        if (status !== 200) failures.push(`${page} answered ${status}`);
        if (rows < last) failures.push(`${page} showed ${rows} rows after ${last}`);
        last = rows;
      }
    });
    for (let edition = 1; edition <= SWAPS; edition += 1) {
      writeEdition(data, edition);
      await publish();
      for (const page of PAGES) {
        await expect.poll(async () => (await read(page)).rows).toBe(before + edition);
      }
    }
    reading = false;
    await Promise.all(visitors);
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(PAGES.length * SWAPS);
  } finally {
    reading = false;
    await Promise.allSettled(visitors);
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Adds as many vendors, named by no figure, to the untouched CSV. */
function writeEdition(data: string, edition: number) {
  const path = ['vendors', 'vendors.csv'] as const;
  const text = readFileSync(join(FROZEN, ...path), 'utf8').trimEnd();
  const [header = ''] = text.split('\n');
  const added = Array.from({ length: edition }, (_, n) => {
    const cells = new Map([
      ['vendor', `new-${n}`],
      ['name', `New ${n}`],
      ['level', 'company'],
      ['color', 'startups'],
      ['meaning', 'Makes chips.'],
    ]);
    return header.split(',').map((column) => cells.get(column) ?? '');
  });
  writeFileSync(join(data, ...path), `${[text, ...added].join('\n')}\n`);
}

/** The number of rows in the data, which the foot of every page tells. */
function readRowCount(html: string): number {
  const [, count = '0'] = html.match(/([\d,]+)(?:<!-- -->)? figures and entries/) ?? [];
  return Number(count.replaceAll(',', ''));
}
