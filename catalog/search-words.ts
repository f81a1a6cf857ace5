/** The words of all names, to put right what a visitor misspelt. */
import { suggest } from '@/data/suggest';
import type { Orm } from '@/db/connection';
import { listTitles } from '@/db/queries/search';

/** Shorter ones resemble too much. */
const SHORTEST = 3;

// A connection lives as long as its snapshot, and takes its words with it.
const known = new WeakMap<Orm, Promise<readonly string[]>>();

/**
 * Each of these words that resembles one of a name → that one, as the name spells
 * it. Of equally alike words the one of the more telling kind: chips first.
 */
export async function suggestWords(
  orm: Orm,
  words: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (words.length === 0) return new Map();
  const names = await listNameWords(orm);
  const pairs = words
    .filter((word) => word.length >= SHORTEST)
    .map((word) => [word, suggest(word, names)] as const);
  return new Map(pairs.filter((pair): pair is [string, string] => pair[1] !== null));
}

/** Every word of every title once, without numbers alone, in the order of kinds. */
function listNameWords(orm: Orm): Promise<readonly string[]> {
  const found =
    known.get(orm) ??
    listTitles(orm).then((titles) => {
      const words = titles.flatMap((title) => title.match(/[\p{L}\p{N}]+/gu) ?? []);
      return [...new Set(words)].filter((word) => word.length >= SHORTEST && /\p{L}/u.test(word));
    });
  known.set(orm, found);
  return found;
}
