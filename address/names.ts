/**
 * One lookup of names for everybody: what a visitor typed → the rows that are called so,
 * however it is spelled, and the nearest names where nothing is. Tickers, short names and
 * names in other scripts are rows of the other names.
 */

import { distance } from 'fastest-levenshtein';
import { aliases } from '@/data/aliases/contract';
import { chips } from '@/data/chips/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { markets } from '@/data/markets/contract';
import { organizations } from '@/data/organizations/contract';
import { isOtherNumber } from '@/data/suggest';
import { systems } from '@/data/systems/contract';
import { vendors } from '@/data/vendors/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { oncePerSnapshot } from '@/db/orm';
import { toTable, upward } from '@/db/to-table';
import { findPageHref } from './links';

export interface Named {
  readonly dataset: string;
  readonly row: string;
  /** Its name for people. */
  readonly name: string;
  /** Its own page, or its evidence where it has none. */
  readonly href: string;
  /** Who designs a chip or builds a system, as a vendor's key; null for everything else. */
  readonly maker: string | null;
}

/** Words of a query that name something. */
interface Mention {
  /** How many words it takes, from which on. */
  readonly at: number;
  readonly length: number;
  /** Everything that is called so: Google is a vendor and an organization. Never empty. */
  readonly rows: readonly [Named, ...Named[]];
}

export interface Names {
  /** What is called by this very text, in any spelling; vendors first, then holders, chips. */
  find(text: string): readonly Named[];
  /** The names in a list of words, the longest from the left; they never overlap. */
  listMentions(words: readonly string[]): readonly Mention[];
  /**
   * What the text may have meant: what it names among other words, else the nearest by its
   * letters, else what holds it. At most three, of these datasets alone where they are given.
   */
  suggest(text: string, among?: (one: Named) => boolean): readonly Named[];
  /** The key of the row that is called so, or else was most likely meant; null for none. */
  meant(text: string, among: (one: Named) => boolean): string | null;
  /** A row's name for people; its key where it has none. */
  nameOf(dataset: string, row: string): string;
}

/**
 * A name as it is compared: "GB 200", "gb-200" and full-width "ＧＢ２００" are one, and
 * accents do not count. Letters and digits of every script remain.
 */
export function toKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
}

/** The names of a snapshot, read once. */
export function readNames(orm: Orm): Promise<Names> {
  return readOnce(orm, aliases);
}

const readOnce = oncePerSnapshot(async (orm) => {
  const [makers, owners, parts, places, machines, sites, others] = await Promise.all([
    findRows(orm, vendors, {}, ['vendor']),
    findRows(orm, organizations, {}, ['name']),
    findRows(orm, chips, {}, ['vendor', 'chip']),
    findRows(orm, markets, {}, ['market']),
    findRows(orm, systems, {}, ['system']),
    findRows(orm, dataCenters, {}, ['site']),
    listAliases(orm),
  ]);
  const entries: Entry[] = [
    ...makers.map(({ vendor, name, level }) => ({
      ...toEntry('vendors', vendor, name, listBracketed(name)),
      // Nobody names a group of vendors: "total" and "other" are words.
      ...(level === 'group' && { spellings: [] }),
    })),
    ...owners.map(({ organization, name }) =>
      toEntry('organizations', organization, name, listBracketed(name)),
    ),
    ...parts.map(({ chip, name, vendor }) => ({ ...toEntry('chips', chip, name), maker: vendor })),
    ...machines.map(({ system, name, vendor }) => ({
      ...toEntry('systems', system, name),
      maker: vendor,
    })),
    ...sites.map(({ site, name }) => toEntry('data-centers', site, name)),
    ...places.map(({ market, name }) => toEntry('markets', market, name)),
  ];
  return buildNames(entries, others);
});

interface Alias {
  readonly alias: string;
  /** The dataset of the row that is meant, and the row's key there. */
  readonly dataset: string;
  readonly row: string;
}

const aliasTable = toTable(aliases);

/** Every other name, by itself. */
export async function listAliases(orm: Orm): Promise<Alias[]> {
  const rows = await orm.select().from(aliasTable).orderBy(upward(aliasTable.alias));
  return rows.flatMap(({ alias, vendor, organization, chip, system, event }) => {
    const meant = { vendors: vendor, organizations: organization, chips: chip, systems: system };
    return Object.entries({ ...meant, events: event }).flatMap(([dataset, row]) =>
      row === null ? [] : [{ alias, dataset, row }],
    );
  });
}

interface Entry extends Named {
  /** Every way in which it is written. */
  readonly spellings: readonly string[];
}

function toEntry(dataset: string, row: string, name: string, more: readonly string[] = []): Entry {
  const spellings = [name, name.replace(/ \(.*\)$/, ''), row, ...more];
  return { dataset, row, name, href: findPageHref(dataset, row) ?? '/', maker: null, spellings };
}

/** "AWS" of "Amazon (AWS)"; where several stand in the brackets they are others. */
function listBracketed(name: string): string[] {
  return /\(([^(),/;]+)\)$/.exec(name)?.slice(1) ?? [];
}

/** `entries` in the order in which equal names are told; each alias means one of them. */
function buildNames(entries: readonly Entry[], aliases: readonly Alias[]): Names {
  const byKey = new Map<string, Entry[]>();
  const add = (spelling: string, entry: Entry) => {
    const key = toKey(spelling);
    const known = byKey.get(key) ?? [];
    if (key !== '' && !known.includes(entry)) byKey.set(key, [...known, entry]);
  };
  const byRow = new Map(entries.map((entry) => [`${entry.dataset}/${entry.row}`, entry]));
  for (const entry of entries) for (const spelling of entry.spellings) add(spelling, entry);
  for (const { alias, dataset, row } of aliases) {
    const meant = byRow.get(`${dataset}/${row}`);
    // A ticker means the company, as a vendor and as a holder.
    const alike = meant && byKey.get(toKey(meant.spellings[1] ?? meant.name));
    for (const one of alike ?? []) add(alias, one);
  }
  const find = (text: string): readonly Entry[] => {
    const key = toKey(text);
    const many = (byKey.get(key.replace(/s$/, '')) ?? []).filter(({ dataset }) =>
      IN_NUMBERS.has(dataset),
    );
    return byKey.get(key) ?? many;
  };
  const keys = [...byKey.keys()];

  function listMentions(words: readonly string[]): readonly Mention[] {
    const mentions: Mention[] = [];
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
        const [first, ...rest] = find(words.slice(at, at + length).join(''));
        if (!first) continue;
        mentions.push({ at, length, rows: [first, ...rest] });
        at += length - 1;
        break;
      }
    }
    return mentions;
  }

  const names: Names = {
    find,
    listMentions,
    meant: (text, among) => (find(text).find(among) ?? names.suggest(text, among)[0])?.row ?? null,
    nameOf: (dataset, row) => byRow.get(`${dataset}/${row}`)?.name ?? row,
    suggest(text, among = () => true) {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const named = listMentions(words).flatMap(({ rows }) => rows.filter(among));
      if (named.length > 0) return toSuggestions(named);
      const wanted = toKey(text);
      if (wanted === '') return [];
      const known = keys.filter((key) => byKey.get(key)?.some(among));
      const near = listNearest(wanted, known);
      const held = wanted.length < SHORTEST_PART ? [] : known.filter((key) => key.includes(wanted));
      const found = near.length > 0 ? near : held.toSorted((a, b) => a.length - b.length);
      return toSuggestions(found.flatMap((key) => byKey.get(key)?.filter(among) ?? []));
    },
  };
  return names;
}

/** "A100s": what there are many of. */
const IN_NUMBERS: ReadonlySet<string> = new Set(['chips', 'systems']);

/** No name has more words that are looked for together. */
const LONGEST_NAME = 6;

/** Fewer letters are in too many names. */
const SHORTEST_PART = 3;

const MOST_SUGGESTED = 3;

/** Each name once, however many datasets and spellings hold it. */
function toSuggestions(found: readonly Named[]): readonly Named[] {
  const once = new Map<string, Named>();
  for (const one of found) if (!once.has(toKey(one.name))) once.set(toKey(one.name), one);
  return [...once.values()].slice(0, MOST_SUGGESTED);
}

/** All that differ from the text in as few letters as any does: up to a quarter of them. */
function listNearest(wanted: string, keys: readonly string[]): readonly string[] {
  let nearest: string[] = [];
  let allowed = Math.max(1, Math.floor(wanted.length / 4));
  for (const key of keys) {
    // Of short names every letter tells: H900 is not H100.
    if (key.length < SHORTEST_ALIKE || wanted.length < SHORTEST_ALIKE) continue;
    if (Math.abs(key.length - wanted.length) > allowed || isOtherNumber(key, wanted)) continue;
    const steps = distance(wanted, key);
    if (steps > allowed) continue;
    if (steps < allowed) nearest = [];
    allowed = steps;
    nearest.push(key);
  }
  return nearest;
}

const SHORTEST_ALIKE = 4;
