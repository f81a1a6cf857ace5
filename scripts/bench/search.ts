/**
 * How long the search takes on the server: the tracker's own data, every word of
 * every name asked once whole and once half typed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { parseWords, search } from '@/catalog/search';
import { datasets } from '@/data/datasets';
import { openTracker } from '@/db/connection';
import { ingest } from '@/db/ingest';

const ROOT = join(import.meta.dirname, '..', '..');

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
  try {
    const databaseFile = join(folder, 'tracker.sqlite');
    await ingest({ datasets, dataDirectory: join(ROOT, 'data'), databaseFile });
    process.env.TRACKER_DB = databaseFile;
    const { orm } = openTracker();
    const titles = orm.all<{ title: string }>(sql`SELECT title FROM search_index`);
    const words = [...new Set(titles.flatMap(({ title }) => parseWords(title)))].sort();
    const queries = words.flatMap((word) => [word, word.slice(0, Math.ceil(word.length / 2))]);
    const times: number[] = [];
    for (const query of queries) {
      const begun = performance.now();
      await search(orm, query);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => `${times[Math.floor((times.length - 1) * share)]!.toFixed(2)} ms`;
    console.log(`${queries.length} queries: p50 ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
