/**
 * Where things lie, and whether they changed since the last time. The bootstrap uses nothing but Node, because it runs before
 * anything is installed; everything it calls is addressed by file, never through
 * npx, so that ending a step ends the process that does the work.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export const inProject = (...parts) => join(root, ...parts);

/** Whether a database is named by an address, such as `postgres://host/tracker`, and not by a path. */
export const isAddress = (database) => /^[a-z][a-z\d+.-]+:\/\//i.test(database ?? '');

/** Whether what is served is read from PostgreSQL, and only its copies lie in files. */
export const isRemote = (env = process.env) =>
  Boolean(env.TRACKER_DB_READ) || isAddress(env.TRACKER_DB);

/** The database file, absolute. `TRACKER_DB` chooses another. */
export function databaseFile(env = process.env) {
  return env.TRACKER_DB ? resolve(root, env.TRACKER_DB) : inProject('.cache', 'tracker.sqlite');
}

/** What the server is told of where its data are; paths are those from the project's folder. */
export function databaseSettings(env = process.env) {
  if (!isRemote(env)) return { TRACKER_DB: databaseFile(env) };
  return env.TRACKER_COPY ? { TRACKER_COPY: resolve(root, env.TRACKER_COPY) } : {};
}

/** Arguments for `node` that run one of the project's own TypeScript files. */
export const typescript = (...file) => ['--import', 'tsx', inProject(...file)];

/** Arguments for `node` that run an installed command. */
export const installed = (...file) => [inProject('node_modules', ...file)];

export const NEXT = ['next', 'dist', 'bin', 'next'];

// A stamp is a small JSON file that remembers the fingerprint of the last success.

/**
 * A hash over files and folders: over their contents, because git and copies give
 * files any date they like. Absent ones count as absent, so that deleting a
 * file is a change as well. `keep` sees each path relative to `base`, with
 * slashes, folders included (a refused folder is not entered).
 */
export function fingerprint(base, paths, keep = () => true) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of listFiles(join(base, path))) {
      const name = relative(base, file).split(sep).join('/');
      hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');

  function* listFiles(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return;
    if (!keep(relative(base, path).split(sep).join('/'))) return;
    if (!found.isDirectory()) yield path;
    else for (const name of readdirSync(path).sort()) yield* listFiles(join(path, name));
  }
}

/** The stamp's contents; null when there is none or it cannot be read. */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(value)}\n`);
  renameSync(`${file}.part`, file);
}

export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
