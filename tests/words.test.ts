/** Everything people read is in plain American English: `tests/banned-words.csv`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { listTexts } from './texts-of-code';
import { bannedWords, findBannedWords, readRows } from './words';

const ROOMS =
  'address app browser catalog charts data db estimates exports scripts server subjects units views';

const listFiles = (room: string, end: RegExp) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((file) => join(room, file))
    .filter((file) => end.test(file));

test.each(ROOMS.split(' '))('sentences of %s/', (room) => {
  const files = listFiles(room, /\.tsx?$/).filter(
    (file) => !/\.test\.|-for-tests|\/(cases|bench)\//.test(file),
  );
  expect(files.length).toBeGreaterThan(0);
  const found = files.flatMap((file) =>
    listTexts(readFileSync(file, 'utf8'), file.endsWith('x')).flatMap((text) =>
      findBannedWords(text).map((words) => `${file}: ${words}`),
    ),
  );
  expect(found).toEqual([]);
});

test('documents, and what datasets say of themselves', () => {
  const documents = [
    'README.md',
    'DATA-LICENSE.md',
    ...listFiles('docs', /\.md$/),
    ...listFiles('data', /\.md$/),
    ...listFiles('tests', /\.md$/),
  ];
  const found = documents.flatMap((file) =>
    readFileSync(file, 'utf8')
      .replaceAll(/^```.*?^```/gms, '')
      .split(/\n\s*\n/)
      .flatMap((text) => findBannedWords(text.replaceAll(/\s+/g, ' ')))
      .map((words) => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});

/** Columns in which we write; titles and names of sources, publishers and sites are theirs. */
const PROSE = [
  ...'note summary short_title definition reason says finding chinese_text label'.split(' '),
  ...'meaning sentence fallback measure text why'.split(' '),
];

/** A single word is a code. */
const readProse = (cell = '') => (cell.includes(' ') ? findBannedWords(cell) : []);

test('prose in the data', () => {
  const files = [...listFiles('data', /\.csv$/), ...listFiles('tests/data-2026-11', /\.csv$/)];
  const found = files
    .filter((file) => !file.includes('/cases/'))
    .flatMap((file) =>
      readRows(file).flatMap((row) =>
        PROSE.flatMap((column) => readProse(row[column])).map((words) => `${file}: ${words}`),
      ),
    );
  expect([...new Set(found)]).toEqual([]);
});

describe('the list', () => {
  it.each(bannedWords)('sees $example', ({ pattern, example }) => {
    expect(example).toMatch(pattern);
    expect(findBannedWords(`The word is “${example}” here`).length).toBeGreaterThan(0);
  });

  it('lets good sentences pass', () => {
    const good =
      'Nvidia’s data center revenue was $3.6bn in the quarter ended Jan 29, 2023, up 11% from a year earlier.';
    expect(findBannedWords(good)).toEqual([]);
  });
});

it('reads strings, templates and what is between tags, but no code', () => {
  const source = [
    'import { a } from "./not this";',
    'const one = "two words";',
    'const code = "oneword", label = "Label";',
    'const both = `of $' + '{one} and`;',
    'const rows = sql`SELECT a FROM holdings`;',
    'const page = <p className="not this one" title="Said to people">Hello {one} world out there</p>;',
    'const record = { "a key of words": "A value of words" };',
  ].join('\n');
  expect(listTexts(source, true)).toEqual([
    'two words',
    'Label',
    'of … and',
    'Said to people',
    'Hello',
    'world out there',
    'A value of words',
  ]);
});

it('reads prose without code, placeholders and addresses', () => {
  const text =
    'Read `holdings` [there](docs/holdings.md) of {holder} at https://example.org/colour';
  expect(findBannedWords(text)).toEqual([]);
});
