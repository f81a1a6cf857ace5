/**
 * A server without a database explains itself to every browser, and serves the data
 * as soon as there are some. It has a server of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../scripts/bootstrap/database.mjs';
import { findFreePort } from '../scripts/bootstrap/port.mjs';
import { end } from '../scripts/bootstrap/process.mjs';
import { serve } from '../scripts/bootstrap/serve.mjs';
import { expect, test } from './support/no-script';

test('what to do stands in the page until there are data @once', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-no-data-'));
  const database = join(folder, 'tracker.sqlite');
  const port = await findFreePort();
  // What the server logs about its own failures is not the test's business.
  const server = await serve({ port, database, stdio: 'ignore' });
  const open = (path: string) => page.goto(`http://localhost:${port}${path}`);
  try {
    for (const path of ['/', '/share?market=jpr-aib-desktop', '/datasets/chips.csv']) {
      expect((await open(path))?.status(), path).toBe(503);
      await expect(page.getByText('npm run ingest'), path).toBeVisible();
    }
    writeFileSync(database, 'no database');
    expect((await open('/'))?.status()).toBe(503);
    const { code, output } = await ingest(['--db', database]);
    expect(code, output).toBe(0);
    expect((await open('/'))?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  }
});
