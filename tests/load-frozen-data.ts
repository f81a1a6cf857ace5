/** Loads the frozen data once, before the first test of a run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { datasets } from '@/data/datasets';
import { wordProblem } from '@/data/wording';
import { ingest } from '@/db/ingest';

const DATA = join(import.meta.dirname, 'data-2026-11');

export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-frozen-'));
  const databaseFile = join(folder, 'tracker.sqlite');
  const { problems } = await ingest({ datasets, dataDirectory: DATA, databaseFile });
  if (problems.length > 0) {
    throw new Error(`${DATA} has problems:\n${problems.map(wordProblem).join('\n')}`);
  }
  provide('frozenDatabase', databaseFile);
  return () => rmSync(folder, { recursive: true, force: true });
}
