import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHref, toQuery } from './href';
import { declareMarks, LONGEST_NOTE, MOST_NOTES, type Note, withoutMarks } from './marks';
import { readAddress } from './parameters';

const PLACES = ['2024-Q1', '2024-Q2', 'meta'];
const find = (text: string) =>
  PLACES.includes(text) ? { place: text, label: text.toUpperCase(), at: [text] } : null;
const names = ['meta', 'xai', 'tesla'].map((id) => ({ id, label: id.toUpperCase() }));
const read = (query: string) => readAddress(declareMarks(names, find), toQuery(`/x?${query}`));
const say = (notes: readonly Note[]) => notes.map(({ place, text }) => `${place}|${text}`);

describe('notes', () => {
  it.each([
    ['note=2024-Q1:Blackwell announced', ['2024-Q1|Blackwell announced']],
    ['note=2024-Q1:one&note=meta:two', ['2024-Q1|one', 'meta|two']],
    // As a form sends them.
    ['note=2024-Q1:&note=Blackwell: announced', ['2024-Q1|Blackwell: announced']],
    [
      'note=meta:one%0D%0A2024-Q1:two&note=2024-Q2:&note=three',
      ['meta|one', '2024-Q1|two', '2024-Q2|three'],
    ],
    ['note=2024-Q1:&note=', []],
    ['note=2024-Q1:~20%25 of a~b', ['2024-Q1|~20% of a~b']],
    ['note=2024-Q1:same&note=2024-Q1:same', ['2024-Q1|same']],
    ['note=2024-Q1: two%09 spaces ', ['2024-Q1|two spaces']],
    ['note=2024-Q1:%E2%80%AEgnp%E2%80%AC.exe', ['2024-Q1|gnp .exe']],
    ['note=', []],
  ])('%s', (query, expected) => {
    const { values, problems } = read(query);
    expect(say(values.note)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it.each([
    ['note=1999:gone', 'No note at “1999”'],
    ['note=no colon', 'a colon and your words'],
    ['note=2024-Q1:', 'a colon and your words'],
    ['note=:words', 'a colon and your words'],
    [`note=meta:${'x'.repeat(LONGEST_NOTE + 1)}`, 'at most 120 characters'],
    [
      Array.from({ length: MOST_NOTES + 1 }, (_, at) => `note=meta:${at}`).join('&'),
      'Only 5 notes fit',
    ],
  ])('%s is said', (query, words) => {
    const { problems } = read(query);
    expect(problems.map(({ said }) => said)).toEqual([expect.stringContaining(words)]);
  });

  it('are read again as they are written, whatever somebody wrote', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('a:b', '~', '%0A'),
    );
    const note = fc.tuple(fc.constantFrom(...PLACES, '', 'zzz'), words);
    fc.assert(
      fc.property(fc.array(note, { maxLength: 8 }), (notes) => {
        const search = new URLSearchParams(notes.map(([at, text]) => ['note', `${at}:${text}`]));
        const { values, texts } = read(String(search));
        expect(values.note.length).toBeLessThanOrEqual(MOST_NOTES);
        for (const { text } of values.note) {
          expect([...text].length).toBeLessThanOrEqual(LONGEST_NOTE);
          expect(text).not.toMatch(
            /[\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]|[^\P{Cc}]/u,
          );
        }
        const again = readAddress(declareMarks(names, find), toQuery(toHref('/x', texts)));
        expect(again.values.note).toEqual(values.note);
        expect(again.problems).toEqual([]);
      }),
    );
  });
});

it('what stands out is a list of names, in their order', () => {
  expect(read('focus=xai~meta').values.focus).toEqual(['meta', 'xai']);
  expect(read('focus=xai&focus=tesla').texts).toEqual({ focus: 'xai~tesla' });
  expect(read('focus=gone').problems).toHaveLength(1);
  // All of them standing out is none.
  expect(read('focus=meta~xai~tesla').texts).toEqual({});
});

it('an address without marks keeps the rest of it', () => {
  expect(withoutMarks('/share?market=jpr&focus=amd&note=2024%3Aa&note=2023%3Ab')).toBe(
    '/share?market=jpr',
  );
  expect(withoutMarks('/share?note=2024%3Aa')).toBe('/share');
});
