/**
 * A query as the search understands it: names, a time, and the words that remain, with what
 * this site calls the same.
 */

import { type Named, type Names, readNames, toKey } from '@/address/names';
import { synonyms } from '@/data/synonyms/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { oncePerSnapshot } from '@/db/orm';
import { type Term, toStem } from '@/db/search-index';
import { parsePeriod } from '@/units/period';
import { parseBound } from '@/units/time-range';

export interface Asked {
  /** What was asked, cut and without what no index holds. */
  readonly words: readonly string[];
  /** The same for the index: each word or name with its other spellings. */
  readonly terms: readonly Term[];
  /** The same without the time that is asked for, and without words that choose nothing. */
  readonly timeless: readonly Term[];
  /** What is named, in the order of the query; of each all that is called so. */
  readonly things: readonly (readonly [Named, ...Named[]])[];
  /** Labels of periods that are asked for, as a CSV writes them; null for the newest. */
  readonly period: string | null;
  /** The period of "since 2015"; null where no course is asked for. */
  readonly since: string | null;
  /** What is neither and chooses something, in small letters and in the words of this site. */
  readonly rest: readonly string[];
  readonly names: Names;
}

/** Reads a query; nothing in it is ever refused. */
export async function readQuery(orm: Orm, query: string): Promise<Asked> {
  const [names, known] = await Promise.all([readNames(orm), readSynonyms(orm, synonyms)]);
  const all = splitWords(query, (text) => names.find(text).length > 0 || known.has(toKey(text)));
  const mentions = names.listMentions(all);
  const isNamed = (at: number) => mentions.some((one) => at >= one.at && at < one.at + one.length);
  const kept = dropCommon(all, isNamed).slice(0, MOST_WORDS);
  const parts: { readonly words: string[]; readonly part: Part }[] = [];
  for (let place = 0; place < kept.length; ) {
    const part = readPart(kept, place, all, mentions, known);
    const words = kept.slice(place, place + part.length).map((at) => all[at]!);
    parts.push({ words, part });
    place += part.length;
  }
  const own = parts.filter(({ part }) => part.kind !== 'period' && part.kind !== 'since');
  const chosen = own.filter(({ part }) => part.kind !== 'plain');
  const telling = chosen.length > 0 ? chosen : own;
  return {
    words: parts.flatMap(({ words }) => words),
    terms: parts.flatMap(({ words, part }) => toTerms(words, part)),
    timeless: telling.flatMap(({ words, part }) => toTerms(words, part)),
    things: parts.flatMap(({ part }) => (part.kind === 'thing' ? [part.rows] : [])),
    period: parts.flatMap(({ part }) => (part.kind === 'period' ? [part.label] : []))[0] ?? null,
    since: parts.flatMap(({ part }) => (part.kind === 'since' ? [part.label] : []))[0] ?? null,
    rest: telling.flatMap(({ words, part }) =>
      part.kind === 'thing'
        ? []
        : part.kind === 'synonym'
          ? part.means
          : words.map((word) => word.toLowerCase()),
    ),
    names,
  };
}

type Part = { readonly length: number } & (
  | { readonly kind: 'thing'; readonly rows: readonly [Named, ...Named[]] }
  | { readonly kind: 'period' | 'since'; readonly label: string }
  | { readonly kind: 'synonym'; readonly means: readonly string[] }
  | { readonly kind: 'words' | 'plain' }
);

/**
 * Words that choose nothing of any series: what is newest is shown, and its chart the rest.
 * Alone they are words as others are.
 */
const PLAIN: ReadonlySet<string> = new Set(
  'newest latest current currently last recent now today quarter quarterly yearly annual number figure figures growth grew grow growing trend trends time historical history chart graph'.split(
    ' ',
  ),
);

/** The longest thing, period or phrase that begins at a place of the words kept; else the word. */
function readPart(
  kept: readonly number[],
  place: number,
  all: readonly string[],
  mentions: ReturnType<Names['listMentions']>,
  known: ReadonlyMap<string, readonly string[]>,
): Part {
  const mention = mentions.find(({ at }) => at === kept[place]);
  if (mention) return { kind: 'thing', length: mention.length, rows: mention.rows };
  for (let length = Math.min(LONGEST_PHRASE, kept.length - place); length > 0; length--) {
    const words = kept.slice(place, place + length).map((at) => all[at]!);
    const label = readPeriod(words);
    if (label) return { kind: 'period', length, label };
    const since = words[0]?.toLowerCase() === 'since' && readPeriod(words.slice(1));
    if (since) return { kind: 'since', length, label: since };
    const means = known.get(toKey(words.join('')));
    if (means) return { kind: 'synonym', length, means };
  }
  const isPlain = PLAIN.has(all[kept[place]!]!.toLowerCase());
  return { kind: isPlain ? 'plain' : 'words', length: 1 };
}

const LONGEST_PHRASE = 4;

/** "Q4 2023", "fourth quarter fiscal 2023", "Jan 2023", "2023" → the label; null for others. */
function readPeriod(words: readonly string[]): string | null {
  const text = words
    .join(' ')
    .toLowerCase()
    .replace(/\b(first|second|third|fourth)\b/, (word) => `q${ORDINALS.indexOf(word) + 1}`)
    .replace(/ quarter\b/, '')
    .replace(/\bfiscal( year)? ?/, 'fy');
  // A day alone is no period that a series has.
  const label = parseBound(text) ?? null;
  return label && (label.startsWith('FY') || parsePeriod(label)?.kind !== 'day') ? label : null;
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

function toTerms(words: readonly string[], part: Part): Term[] {
  if (part.kind === 'thing') {
    const names = part.rows.map(({ name }) => name.replace(/ \(.*\)$/, ''));
    return [{ words, or: [...new Set(names)].map(splitPlain) }];
  }
  if (part.kind === 'synonym') return [{ words, or: [part.means] }];
  if (part.kind === 'period') return [{ words, or: [] }];
  // It is said of the answer's chart, not of what is looked for.
  if (part.kind === 'since') return [];
  return words.map((word) => ({ words: [word], or: [] }));
}

const readSynonyms = oncePerSnapshot(async (orm, contract) => {
  const rows = await findRows(orm, contract as typeof synonyms, {}, ['word']);
  return new Map(rows.map(({ word, means }) => [toKey(word), splitPlain(means)]));
});

const LONGEST = 100;
const MOST_WORDS = 12;

const splitPlain = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The words of a text: letters and digits, as the index splits them; full-width forms as
 * others. Scripts that write no spaces are cut where a known word ends.
 */
function splitWords(query: string, isKnown: (text: string) => boolean): string[] {
  return splitPlain(query.normalize('NFKC').slice(0, LONGEST))
    .flatMap((word) =>
      word.split(
        /(?<=\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang})/iu,
      ),
    )
    .flatMap((word) => (UNSPACED.test(word) ? cutKnown(word, isKnown) : [word]));
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** The longest known words from the left; what lies between them stays whole. */
function cutKnown(text: string, isKnown: (text: string) => boolean): string[] {
  const letters = [...text];
  const words: string[] = [];
  let unknown = '';
  for (let at = 0; at < letters.length; ) {
    let end = letters.length;
    while (end > at && !isKnown(letters.slice(at, end).join(''))) end--;
    if (end === at) {
      unknown += letters[at++];
      continue;
    }
    if (unknown !== '') words.push(unknown);
    unknown = '';
    words.push(letters.slice(at, end).join(''));
    at = end;
  }
  return unknown === '' ? words : [...words, unknown];
}

/** Words of questions, which tell nothing of what is asked for. */
const COMMON = new Set(
  'a about an and any are at be been between big by can compare compared did do does end ended ending far for from had has have how i in is it its many me much of often on or over per s show tell than that the their there they this to under versus vs was were what when where which who whose why will with'.split(
    ' ',
  ),
);

/**
 * The places of the words that tell something. Common ones are left out, unless nothing else
 * was typed, and unless they belong to a name: the "A" of "A 100".
 */
function dropCommon(all: readonly string[], isNamed: (at: number) => boolean): number[] {
  const places = all.map((_, at) => at);
  const telling = places.filter(
    (at) =>
      isNamed(at) ||
      !COMMON.has(all[at]!.toLowerCase()) ||
      (all[at]!.length === 1 && /^\d/.test(all[at + 1] ?? '')),
  );
  return telling.length > 0 ? telling : places;
}

/** Whether a typed word, whole or half, is one of these. */
export function isOneOf(word: string, known: readonly string[]): boolean {
  const stem = toStem(word);
  const single = word.replace(/s$/, '');
  return known.some(
    (one) =>
      one === word || one === single || (stem.length >= SHORTEST_PART && one.startsWith(stem)),
  );
}

const SHORTEST_PART = 3;

/** "Nvidia" of "nvidia h100 papers" says nothing that the chip does not: its maker is implied. */
export function isMaker(rows: readonly Named[], chips: readonly Named[]): boolean {
  return rows.some(
    ({ dataset, row }) => dataset === 'vendors' && chips.some(({ maker }) => maker === row),
  );
}

/** Whether the query names more than these, and who makes the chips among them. */
export function hasOthers({ things }: Asked, own: readonly Named[]): boolean {
  const chips = own.filter(({ dataset }) => dataset === 'chips');
  return things.some((rows) => !rows.some((one) => own.includes(one)) && !isMaker(rows, chips));
}

/** The chips that a query names, in its order, each once. What is first of all a company is none. */
export function listChipsNamed({ things }: Asked): readonly Named[] {
  const found = things.flatMap(([first]) => (first.dataset === 'chips' ? [first] : []));
  return found.filter((one, at) => found.findIndex(({ row }) => row === one.row) === at);
}

/** What a query names in a dataset, in its order; of what is called so in several ways, each first. */
export function listNamed({ things }: Asked, dataset: string): readonly Named[] {
  return things.flatMap((rows) => rows.find((one) => one.dataset === dataset) ?? []);
}
