/**
 * Has anything changed since the last time? Contents are hashed, not dates,
 * because git and copies give files any date they like. A stamp is a small JSON
 * file that remembers the fingerprint of the last success.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * A hash over files and folders. Absent ones count as absent, so that deleting a
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
