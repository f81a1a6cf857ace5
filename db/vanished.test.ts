import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { vendors } from '@/data/cases/registry';
import { defineDataset, number, oneOf, slug, text } from '@/data/contract';
import { wordProblem } from '@/data/wording';
import { createLoader } from './load';
import { createProblemList } from './problem-list';
import { toCreateStatement } from './to-table';
import { reportVanished } from './vanished';

const about = { label: 'Label', meaning: 'Meaning.' };
const figures = defineDataset({
  ...vendors,
  slug: 'figures',
  columns: {
    figure: slug(about),
    value: number({ ...about, unit: null, optional: true }),
    kind: oneOf({
      ...about,
      values: { measured: 'Counted.', 'analyst-estimate': 'Guessed.', projection: 'Foretold.' },
    }),
    note: text({ ...about, optional: true }),
  },
  key: ['figure'],
});

type Row = readonly [figure: string, value: number | null, kind: string, note?: string];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-vanished-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compare(before: readonly Row[], after: readonly Row[]): Promise<string[]> {
  const [older, newer] = [before, after].map((rows, place) => {
    const path = join(folder, `${place}.sqlite`);
    rmSync(path, { force: true });
    const client = new Database(path);
    client.exec(toCreateStatement(figures, [figures]));
    const loader = createLoader(client, figures, () => expect.unreachable());
    for (const [i, [figure, value, kind, note = null]] of rows.entries()) {
      loader.load(i + 2, [figure, value, kind, note]);
    }
    loader.finish();
    client.close();
    return path;
  });
  const problems = createProblemList();
  await reportVanished({ older: older ?? '', newer: newer ?? '', datasets: [figures] }, problems);
  return problems.items.map(wordProblem);
}

it.each<[string, number, number, boolean]>([
  ['ten times', 2.4, 24, true],
  ['a tenth', 24, 2.4, true],
  ['three times', 2.4, 7.2, false],
  ['a little more than three times', 2.4, 7.3, true],
  ['nothing instead of something', 5, 0, true],
  ['the other sign', -4, 4, true],
  ['what it was', 0, 0, false],
])('a measured figure becomes %s', async (_, was, now, isFound) => {
  const found = await compare([['a', was, 'measured']], [['a', now, 'measured']]);
  expect(found).toHaveLength(isFound ? 1 : 0);
});

it('passes over estimates and projections, also those that a count replaces', async () => {
  const before: Row[] = [
    ['a', 1, 'analyst-estimate'],
    ['b', 1, 'projection'],
    ['c', 1, 'projection'],
  ];
  const after: Row[] = [
    ['a', 100, 'analyst-estimate'],
    ['b', 100, 'projection'],
    ['c', 100, 'measured'],
  ];
  expect(await compare(before, after)).toEqual([]);
});

it('names the line, the figure before and the key', async () => {
  const found = await compare(
    [
      ['a', 1, 'measured'],
      ['b', 2, 'measured'],
    ],
    [
      ['a', 1, 'measured'],
      ['b', 2000, 'measured'],
    ],
  );
  expect(found).toEqual([
    'figures.csv, line 3, value: "2000" was published as 2 (b), which differs by more than a factor of 3. Check the figure and its unit.',
  ]);
});

it('finds a column of figures that is blank, and minds no words that are', async () => {
  const rows = ['a', 'b', 'c'].map((name): Row => [name, 1, 'measured', 'A note.']);
  const blank = rows.map(([name]): Row => [name, null, 'measured']);
  expect(await compare(rows, blank)).toEqual([
    'figures.csv, line 2, value: 3 of 3 published figures are blank now, the first of them here. Put back what is missing.',
  ]);
});
