/** Loads the frozen data once, before the first test of a run. */
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { publishData } from './publish-data';

export async function setup({ provide }: TestProject): Promise<() => void> {
  const { databaseFile, remove } = await publishData(join(import.meta.dirname, 'data-2026-11'));
  provide('frozenDatabase', databaseFile);
  return remove;
}
