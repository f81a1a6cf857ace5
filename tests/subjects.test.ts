/**
 * No folder of `subjects/` imports itself by way of others. Circles of files, and the
 * arrows between rooms, Biome refuses (`biome.json`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

type Arrows = ReadonlyMap<string, readonly string[]>;

it('no folder of a subject imports itself by way of others', () => {
  const folders: Arrows = new Map(
    readdirSync('subjects', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [name, listFoldersImported(name)]),
  );
  expect(folders.get('vendors')).toContain('chips');
  expect(findCircle(folders)).toBeNull();
});

it('sees a circle', () => {
  const arrows = { a: ['b'], b: ['c'], c: ['b'] };
  expect(findCircle(new Map(Object.entries(arrows)))).toEqual(['b', 'c', 'b']);
});

/** The other folders that the files of one import, types too. */
function listFoldersImported(folder: string): string[] {
  const at = join('subjects', folder);
  const texts = readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(at, path), 'utf8');
      return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, other = '']) =>
        join(at, dirname(path), other),
      );
    });
  const folders = texts.map((path) => path.split('/')[1] ?? '');
  return [...new Set(folders)].filter((name) => name !== folder);
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
