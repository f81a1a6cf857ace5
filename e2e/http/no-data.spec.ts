/**
 * A server without a database explains itself in words that need no scripts, and serves
 * the data as soon as there are some. It has a server of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findFreePort } from '@/scripts/bootstrap/serve.mjs';
import { ingest } from '../../scripts/bootstrap/database.mjs';
import { end } from '../../scripts/bootstrap/process.mjs';
import { inProject } from '../../scripts/bootstrap/project.mjs';
import { serve } from '../../scripts/bootstrap/serve.mjs';

test('what to do stands in the page until there are data', async ({ request }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-no-data-'));
  const database = join(folder, 'tracker.sqlite');
  const port = await findFreePort();
  // What the server logs about its own failures is not the test's business.
  const server = await serve({ port, database, stdio: 'ignore' });
  const open = (path: string) => request.get(`http://localhost:${port}${path}`);
  try {
    for (const path of ['/', '/share?market=jpr-aib-desktop', '/datasets/chips.csv']) {
      const answer = await open(path);
      expect(answer.status(), path).toBe(503);
      expect(await answer.text(), path).toContain('<code>npm run ingest</code>');
    }
    writeFileSync(database, 'no database');
    expect((await open('/')).status()).toBe(503);
    // An ingest replaces nothing that it did not make.
    rmSync(database);
    const data = inProject('tests', 'data-2026-11');
    const { code, output } = await ingest(['--data', data, '--db', database]);
    expect(code, output).toBe(0);
    const answer = await open('/');
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain('<h1');
  } finally {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  }
});
