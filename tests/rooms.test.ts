/**
 * What may import what: rooms as README draws their arrows, and no folder of `subjects/`
 * itself by way of others. Circles of files Biome refuses.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { expect, it, test } from 'vitest';

type Arrows = ReadonlyMap<string, readonly string[]>;

const arrows = readArrows(readFileSync('README.md', 'utf8'));

test.each([...arrows.keys()])('%s/ imports only what its arrows lead to', (room) => {
  const open = listReachable(arrows, room);
  const wrong = listImports(room).filter(({ to }) => to.includes('/') && !open.has(toFirst(to)));
  expect(wrong).toEqual([]);
});

it('reads a drawing of arrows, and follows them', () => {
  const text =
    'Each arrow points at what is imported: `units ← data ← db`, and `units ← charts ← app, db`.';
  const drawn = readArrows(text);
  expect(drawn.get('db')).toEqual(['data', 'charts']);
  expect(listReachable(drawn, 'db')).toEqual(new Set(['db', 'data', 'charts', 'units']));
  expect(listReachable(drawn, 'units')).toEqual(new Set(['units']));
});

it('sees what a room imports, by name and by way of folders', () => {
  const found = listImports('server');
  expect(found).toContainEqual({ from: 'server/main.ts', to: 'db/connection' });
  expect(found).toContainEqual({ from: 'server/main.ts', to: 'server/front-door' });
});

/** Room → the rooms that it imports, as the sentence on arrows in a text draws them. */
function readArrows(text: string): Arrows {
  const [, sentence = ''] = text.match(/Each arrow points at what is imported:([^.]*)\./) ?? [];
  const found = new Map<string, string[]>();
  for (const [, chain = ''] of sentence.matchAll(/`([^`]*)`/g)) {
    const steps = chain.split('←').map((step) => step.split(',').map((room) => room.trim()));
    for (const [at, rooms] of steps.entries()) {
      for (const room of rooms) {
        found.set(room, [...(found.get(room) ?? []), ...(steps[at - 1] ?? [])]);
      }
    }
  }
  return found;
}

/** A room, and those further along its arrows. */
function listReachable(arrows: Arrows, room: string, seen = new Set<string>()): Set<string> {
  if (seen.has(room)) return seen;
  seen.add(room);
  for (const next of arrows.get(room) ?? []) listReachable(arrows, next, seen);
  return seen;
}

/** What the files of a folder import of the project, types too, as paths from its root. */
function listImports(folder: string): { from: string; to: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => {
      const from = join(folder, path);
      const names = readFileSync(from, 'utf8').matchAll(
        /(?:from|import|import\()\s*'([@.][^']*)'/g,
      );
      return [...names]
        .map(([, name = '']) => name)
        .filter((name) => /^(@\/|\.)/.test(name))
        .map((name) => (name.startsWith('@/') ? name.slice(2) : join(dirname(from), name)))
        .map((to) => ({ from: from.replaceAll(sep, '/'), to: to.replaceAll(sep, '/') }));
    });
}

function toFirst(path: string): string {
  return path.split('/')[0] ?? '';
}

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

/** The other folders that the files of one import. */
function listFoldersImported(folder: string): string[] {
  const folders = listImports(join('subjects', folder))
    .filter(({ to }) => toFirst(to) === 'subjects')
    .map(({ to }) => to.split('/')[1] ?? '');
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
