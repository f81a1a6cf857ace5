/**
 * Where things lie. The bootstrap uses nothing but Node, because it runs before
 * anything is installed; everything it calls is addressed by file, never through
 * npx, so that ending a step ends the process that does the work.
 */
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export const inProject = (...parts) => join(root, ...parts);

/** The database file, absolute. `TRACKER_DB` chooses another. */
export function databaseFile(env = process.env) {
  const chosen = env.TRACKER_DB;
  if (!chosen) return inProject('.cache', 'tracker.sqlite');
  return isAbsolute(chosen) ? chosen : resolve(root, chosen);
}

/** Arguments for `node` that run one of the project's own TypeScript files. */
export const typescript = (...file) => ['--import', 'tsx', inProject(...file)];

/** Arguments for `node` that run an installed command. */
export const installed = (...file) => [inProject('node_modules', ...file)];

export const NEXT = ['next', 'dist', 'bin', 'next'];
