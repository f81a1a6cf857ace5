/**
 * The other tests read the frozen data. Whatever `data/` holds today, a server on it
 * answers every page: it has a server and a database of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { allPages } from '@/app/all-pages';
import { publishedCharts } from '@/catalog/published';
import { findFreePort } from '@/scripts/bootstrap/serve.mjs';
import { ingest } from '../../scripts/bootstrap/database.mjs';
import { end } from '../../scripts/bootstrap/process.mjs';
import { serve } from '../../scripts/bootstrap/serve.mjs';
import { triesAll } from '../support/tier';

const MAIN = [
  ...allPages.map(({ href }) => href),
  ...publishedCharts.map(({ slug }) => `/charts/${slug}`),
];

test('every main page answers on the data of today', async ({ request }) => {
  // `npm run test:all` asks for whatever the map of the site names.
  if (triesAll) test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'tracker-live-'));
  const database = join(folder, 'tracker.sqlite');
  const { code, output } = await ingest(['--db', database]);
  expect(code, output).toBe(0);
  const port = await findFreePort();
  const server = await serve({ port, database });
  const read = (path: string) => request.get(`http://localhost:${port}${path}`);
  try {
    const map = await (await read('/sitemap.xml')).text();
    const known = [...map.matchAll(/<loc>([^<]+)/g)].map(([, address = '']) => {
      const { pathname } = new URL(address);
      return pathname;
    });
    expect(known).toEqual(expect.arrayContaining(MAIN));
    for (const path of triesAll ? known : MAIN) {
      expect((await read(path)).status(), path).toBe(200);
    }
  } finally {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  }
});
