/**
 * No file imports itself by way of others, nor does a folder of `subjects/`. Between
 * rooms Biome holds the arrows (`biome.json`, `overrides`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const ROOMS =
  'units data estimates charts db address views subjects catalog exports app server scripts'.split(
    ' ',
  );

const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
).filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$/.test(path));

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

const imports: Arrows = new Map(files.map((file) => [file, new Set(listImports(file))]));

it('no file imports itself by way of others', () => {
  expect(imports.size).toBeGreaterThan(ROOMS.length);
  expect(findCircle(imports)).toBeNull();
});

it('no folder of a subject imports itself by way of others', () => {
  const toFolder = (file: string) => file.split('/').slice(0, 2).join('/');
  const folders = new Map<string, Set<string>>();
  for (const [file, others] of imports) {
    if (!file.startsWith('subjects/')) continue;
    const from = toFolder(file);
    const to = [...others].filter((one) => one.startsWith('subjects/')).map(toFolder);
    const known = folders.get(from) ?? new Set();
    folders.set(from, new Set([...known, ...to].filter((one) => one !== from)));
  }
  expect(folders.size).toBeGreaterThan(1);
  expect(findCircle(folders)).toBeNull();
});

it('sees a circle', () => {
  const arrows = { a: ['b'], b: ['c'], c: ['b'] };
  const circle = findCircle(new Map(Object.entries(arrows).map(([at, to]) => [at, new Set(to)])));
  expect(circle).toEqual(['b', 'c', 'b']);
});

/** Files of ours that a file imports, types too. */
function listImports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'((?:@|\.\.?)\/[^']+)'/g)]
    .map(([, path = '']) => (path.startsWith('@/') ? path.slice(2) : join(dirname(file), path)))
    .flatMap((path) => [path, `${path}.ts`, `${path}.tsx`].find((one) => isFile(one)) ?? []);
}

function isFile(path: string): boolean {
  return /\.tsx?$/.test(path) && existsSync(path);
}

/** The places of a circle, its first again at its end; null where there is none. */
function findCircle(arrows: Arrows): string[] | null {
  const done = new Set<string>();
  const walk = (at: string, way: readonly string[]): string[] | null => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (done.has(at)) return null;
    for (const next of arrows.get(at) ?? []) {
      const circle = walk(next, [...way, at]);
      if (circle) return circle;
    }
    done.add(at);
    return null;
  };
  for (const at of arrows.keys()) {
    const circle = walk(at, []);
    if (circle) return circle;
  }
  return null;
}
