/** What a visitor typed, as words to look for. */

const LONGEST = 100;
const MOST_WORDS = 8;

/** Words of questions, which tell nothing of what is asked for. */
const COMMON = new Set(
  'a about an and any are at by can did do does for from had has have how i in is it its many me much of on or that the their there they this to was were what when where which who whose why will with'.split(
    ' ',
  ),
);

/**
 * The words of a query: letters and digits, as the index splits them. Common ones are left
 * out, unless nothing else was typed, and unless they belong to a name: the "A" of "A 100".
 */
export function parseWords(query: string): string[] {
  const all = query.slice(0, LONGEST).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter(
    (word, at) => !COMMON.has(word.toLowerCase()) || /^\d/.test(all[at + 1] ?? ''),
  );
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
}
