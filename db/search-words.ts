/**
 * A query in the language of SQLite's full-text search. In quotes nothing a visitor types
 * is an operator of it. Chips are written in many ways, so that letters and the number
 * after them are looked for together and apart: "rtx4090", "GB 200", "A-100".
 */

/** Every word has to be there; the last letters of each may be missing. No word is no query. */
export function toMatch(words: readonly string[]): string {
  const terms: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at]!, words[at + 1]];
    if (/^\p{L}+$/u.test(word) && next !== undefined && /^\d/.test(next)) {
      terms.push(toSpellings(word, next));
      at++;
      continue;
    }
    const [, letters, number] = /^(\p{L}{2,})(\d.*)$/u.exec(word) ?? [];
    terms.push(letters && number ? toSpellings(letters, number) : toTerm(toStem(word)));
  }
  return terms.join(' AND ');
}

/** One letter before a number tells nothing by itself: "A 100" is only A100. */
function toSpellings(letters: string, number: string): string {
  const joined = toTerm(letters + number);
  if (letters.length === 1) return joined;
  return `(${joined} OR (${toTerm(letters)} AND ${toTerm(number)}))`;
}

const toTerm = (word: string): string => `"${word.replaceAll('"', '""')}"*`;

/** "controls" finds "control": a word that begins so is found as well. */
export function toStem(word: string): string {
  return /\p{L}{4,}s$/u.test(word) && !/ss$/i.test(word) ? word.slice(0, -1) : word;
}
