/**
 * How many files each page of the site reaches by imports of values: what a server loads to
 * show it. Types cost nothing, and what is imported on demand is loaded when it is needed.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

/** The pages of the site with the number of files of this project that each loads. */
function countFilesOfPages(): [page: string, files: number][] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'page.tsx')
    .map((file) => join('app', file))
    .sort()
    .map((page) => [page, listLoaded(page).size]);
}

/** A file and what it loads, by paths from the project's root. */
export function listLoaded(file: string): Set<string> {
  const loaded = new Set([file]);
  for (const one of loaded) for (const next of listValueImports(one)) loaded.add(next);
  return loaded;
}

export async function run(): Promise<void> {
  for (const [page, files] of countFilesOfPages()) console.log(`${files}\t${page}`);
}

const IMPORT =
  /^(?:import|export)\s+(?!type\b)([^;'"]*?)\s*from\s+'([^']+)';|^import\s+'([^']+)';/gm;

function listValueImports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, what, from, whole]) => {
    const isTypes = what && /^\{(?:\s*type\s+\w+(?:\s+as\s+\w+)?\s*,?)+\s*\}$/.test(what);
    return isTypes ? [] : (resolve(file, from ?? whole ?? '') ?? []);
  });
}

/** Null for a package, a style sheet and whatever else is no program of this project. */
function resolve(file: string, name: string): string | null {
  if (name === '#document') return 'charts/document/on-server.ts';
  if (!name.startsWith('.') && !name.startsWith('@/')) return null;
  const path = name.startsWith('@/') ? name.slice(2) : normalize(join(dirname(file), name));
  const found = [path, `${path}.ts`, `${path}.tsx`].find((one) =>
    statSync(one, { throwIfNoEntry: false })?.isFile(),
  );
  if (!found) throw new Error(`${file} imports ${name}, which is not there.`);
  return /\.(m?ts|tsx|mjs)$/.test(found) ? found : null;
}
