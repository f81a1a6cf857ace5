/** Figures to draw others over: those of the view that asks for them. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toDatabaseFile } from '@/db/connection';
import { copyFrozenData } from '@/db/frozen-data-for-tests';
import { toKeptFile } from '@/db/kept-snapshots';
import { GET } from './route';

const KEPT = 'aaaaaaaaaaaa';

const { remove } = copyFrozenData();
beforeAll(() => {
  const path = toKeptFile(toDatabaseFile(), KEPT);
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(toDatabaseFile(), path);
  const client = new Database(path);
  client.prepare('UPDATE snapshot SET id = ?').run(KEPT);
  client.exec('UPDATE gpu_market_share SET share_pct = 12.5');
  client.close();
});
afterAll(() => remove());

const ask = (query: string, slug = 'market-share') =>
  GET(new Request(`http://localhost/charts/${slug}/model${query}`), {
    params: Promise.resolve({ slug }),
  });

it('are those of the frozen view', async () => {
  const listValues = async (query: string) => {
    const { model } = await (await ask(query)).json();
    return new Set(
      model.series.flatMap(({ points }: { points: { value: number | null }[] }) =>
        points.map(({ value }) => value),
      ),
    );
  };
  expect((await listValues('')).size).toBeGreaterThan(5);
  expect(await listValues(`?snapshot=${KEPT}`)).toEqual(new Set([12.5]));
});

it.each([
  ['?snapshot=000000000000', 'market-share'],
  ['', 'nothing'],
])('are explained where there are none: %s of %s', async (query, slug) => {
  const answer = await ask(query, slug);
  expect(answer.status).toBe(404);
  expect((await answer.json()).detail.length).toBeGreaterThan(20);
});
