import { expect, test } from 'vitest';
import { LONGEST, toDescription } from './page-descriptions';

const long = 'A sentence that takes a good part of the room there is, about sixty or seventy.';

test.each([
  ['whole sentences', [long, 'And a second.'], `${long} And a second.`],
  ['no sentence that does not fit', [long, `${long} ${long}`], `${long} ${long}`],
  ['nothing for what is missing', [null, 'One.', false, undefined, 'Two.'], 'One. Two.'],
  ['no marks of code', ['Rows of `a~b`.'], 'Rows of a~b.'],
  ['nothing', [], ''],
] as const)('holds %s', (_, sentences, expected) => {
  expect(toDescription(sentences)).toBe(expected);
});

test('cuts at a word where a first sentence alone is too long', () => {
  const text = toDescription([`Short. ${'word '.repeat(50)}end.`]);
  expect(text).toMatch(/ word…$/);
  expect(text.length).toBeLessThanOrEqual(LONGEST);
});
