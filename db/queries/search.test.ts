import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { chips } from '@/data/chips/contract';
import { datasets } from '@/data/datasets';
import { organizations } from '@/data/organizations/contract';
import type { Orm } from '../orm';
import { toOrm } from '../orm';
import { writeSearchIndex } from '../search-index';
import { toCreateStatement } from '../to-table';
import { listFinds } from './search';

let orm: Orm;
beforeAll(() => {
  const client = new Database(':memory:');
  client.pragma('foreign_keys = OFF');
  const searched = [chips, organizations];
  for (const contract of searched) client.exec(toCreateStatement(contract, datasets));
  const insertChip = client.prepare(
    "INSERT INTO chips (chip, name, vendor, level, kind, note) VALUES (?, ?, 'nvidia', 'model', 'tpu', ?)",
  );
  insertChip.run('a100', 'A100', null);
  insertChip.run('h100', 'H100', 'Followed the A100.');
  client
    .prepare(
      "INSERT INTO organizations (organization, name, kind, country) VALUES ('julich', 'Jülich Supercomputing Centre', 'national-lab', 'DE')",
    )
    .run();
  writeSearchIndex(client, searched);
  orm = toOrm(client);
});

const toTerms = (words: readonly string[]) => words.map((word) => ({ words: [word], or: [] }));
const find = async (...words: string[]) =>
  (await listFinds(orm, toTerms(words))).map(({ slug }) => slug);

test('a word in a title comes before one in a description', async () => {
  expect((await find('a100')).slice(0, 2)).toEqual(['a100', 'h100']);
});

test.each([
  ['the first letters of a word', ['super'], 'julich'],
  ['a word without its accent', ['julich'], 'julich'],
  ['capitals', ['JÜLICH', 'CENTRE'], 'julich'],
  ['a dataset by its title', ['accelerator', 'chips'], 'chips'],
])('%s finds', async (_, words, slug) => {
  expect(await find(...words)).toContain(slug);
});

test('every word has to be there', async () => {
  expect(await find('a100', 'zzz')).toEqual([]);
  expect(await find()).toEqual([]);
});

test('what is called by a name comes first, whatever else holds the word', async () => {
  const called = await listFinds(orm, toTerms(['100']), { names: ['h100'] });
  expect(called.map(({ slug }) => slug)).not.toContain('a100');
  const [first] = await listFinds(orm, [{ words: ['nvda'], or: [['nvidia']] }], {
    names: ['h100'],
  });
  expect(first?.slug).toBe('h100');
});

test('any of the words is enough where that is asked for', async () => {
  const found = await listFinds(orm, toTerms(['a100', 'zzz']), { joint: 'OR' });
  expect(found.map(({ slug }) => slug)).toContain('a100');
});

test.each(['"', 'a" OR "h', 'NEAR', 'title:a100', '*', '-'])(
  'takes %s for a word',
  async (word) => {
    await expect(listFinds(orm, toTerms([word]))).resolves.toBeInstanceOf(Array);
  },
);
