/** Which rows of a declared series a query chooses. */

import { group } from 'd3-array';
import { and, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type Named, readNames } from '@/address/names';
import type { Columns } from '@/data/contract';
import type { Orm } from '@/db/orm';
import { oncePerSnapshot } from '@/db/orm';
import { lineInCsv, toTable, upward } from '@/db/to-table';
import { COUNTED_TOGETHER } from '@/subjects/chips/chip-tree';
import { readChipTree } from '@/subjects/holdings/holder-lists';
import type { AnswerSeries } from './answer-series';
import { type Asked, isMaker, isOneOf, listChipsNamed } from './asked';
import { answerSeries } from './declared-series';
import type { Row } from './series-times';

interface Chosen {
  readonly things: readonly { readonly column: string; readonly row: string }[];
  /** Words to be found in the column `named`. */
  readonly words: readonly string[];
  readonly codes: readonly string[];
}

/**
 * What of the series the query chooses; null where it asks for something else. With `loosely`, a
 * name of the column `named` next to another name is enough.
 */
export function chooseRows(asked: Asked, series: AnswerSeries, loosely = false): Chosen | null {
  const { contract, by, of, named, alone, codes } = series;
  const topics = series.topics.split(' ');
  const also = [...(series.also?.split(' ') ?? []), ...ALWAYS];
  const isTopic = (word: string) => isOneOf(word, topics);
  const columnOf = (one: Named) =>
    one.dataset === contract.slug
      ? contract.key[0]
      : by.find((name) => referenceOf(series, name) === one.dataset);
  const things: { column: string; row: string }[] = [];
  let isOfAll = false;
  for (const rows of asked.things) {
    const fit = rows.flatMap((one) => {
      const column = columnOf(one);
      return column === undefined ? [] : [{ column, row: one.row }];
    })[0];
    const isKnown = things.some(({ column, row }) => column === fit?.column && row === fit.row);
    if (fit && !isKnown) things.push(fit);
    else if (fit) continue;
    else if (of && rows.some((one) => one.dataset === of.dataset && one.row === of.row)) {
      isOfAll = true;
    } else if (!isMaker(rows, listChipsNamed(asked))) return null;
  }
  const coded = codes && contract.columns[codes.column];
  const wanted = (coded?.type === 'one-of' ? Object.keys(coded.values) : []).filter((code) =>
    code.split('-').every((part) => part === 'and' || asked.rest.includes(part)),
  );
  const inCodes = wanted.flatMap((code) => code.split('-'));
  const words = asked.rest.filter(
    (word) => !isTopic(word) && !isOneOf(word, also) && !inCodes.includes(word),
  );
  if (words.length > 0 && !named) return null;
  const asksTopic = asked.rest.some(isTopic);
  const isNamed = words.length > 0 || things.length > 0 || isOfAll;
  // "Q4 FY23" or "NVDA" alone ask for the figure that most people want of it.
  const isBare =
    of !== undefined && asked.rest.every((word) => inCodes.includes(word) || isOneOf(word, ALWAYS));
  const isKeyed = things.some(({ column }) => column === contract.key[0]);
  const isAsked =
    (isBare &&
      things.length === 0 &&
      asked.things.length < 2 &&
      (isOfAll || asked.period?.startsWith('FY') === true)) ||
    (asksTopic && (isNamed || alone?.includes('topic'))) ||
    (alone?.includes('pair') && (things.length > 1 || isKeyed) && asked.rest.length === 0) ||
    (loosely && things.length > 0 && words.length > 0) ||
    (alone?.includes('name') && (words.length > 0 || isKeyed));
  if (!isAsked) return null;
  return { things, words, codes: wanted.length > 0 ? wanted : (codes?.preferred ?? []) };
}

/** Words that choose nothing of any series, but are part of a code of one. */
const ALWAYS = 'data year'.split(' ');

function referenceOf({ contract }: AnswerSeries, name: string): string | null {
  const column = contract.columns[name];
  return column?.type === 'reference' ? column.to : null;
}

export async function selectRows(orm: Orm, series: AnswerSeries, chosen: Chosen): Promise<Row[]> {
  const { contract, whole, named, codes, edition, unnamed, where } = series;
  const isNamed = named !== undefined && chosen.words.length > 0;
  const cells = isNamed ? await listNamedCells(orm, series, chosen.words) : null;
  if (cells?.length === 0) return [];
  const table = toTable<Columns>(contract);
  const columns: Readonly<Record<string, SQLiteColumn>> = getTableColumns(table);
  const column = (name: string) => columns[name]!;
  const conditions: SQL[] = [sql`${column(series.figure)} IS NOT NULL`];
  const isUnnamed = chosen.things.length === 0 && chosen.words.length === 0;
  for (const [name, value] of Object.entries({ ...where, ...(isUnnamed && unnamed) }))
    conditions.push(eq(column(name), value));
  for (const [name, things] of group(chosen.things, ({ column: one }) => one)) {
    const isOfChips = referenceOf(series, name) === 'chips';
    const rows = await Promise.all(
      things.map(({ row }) => (isOfChips ? listSameChips(orm, row) : [row])),
    );
    conditions.push(inArray(column(name), rows.flat()));
  }
  if (whole && chosen.things.every(({ column: name }) => name !== whole)) {
    conditions.push(isNull(column(whole)));
  }
  if (codes) conditions.push(inArray(column(codes.column), [...chosen.codes]));
  if (named && cells) conditions.push(inArray(column(named), [...cells]));
  if (edition) {
    const newest = series.newestEdition ? await series.newestEdition(orm) : null;
    conditions.push(
      newest === null
        ? sql`${column(edition)} = (SELECT max(${column(edition)}) FROM ${table})`
        : eq(column(edition), newest),
    );
  }
  return orm
    .select()
    .from(table)
    .where(and(...conditions))
    .orderBy(lineInCsv) as Promise<Row[]>;
}

/**
 * The cells of the column `named` in which every word is found, as they stand; of a reference the
 * names are looked in. Most queries name nothing, so no statement is needed to see that.
 */
async function listNamedCells(
  orm: Orm,
  series: AnswerSeries,
  words: readonly string[],
): Promise<readonly string[]> {
  const cells = await readCells(orm, series.contract);
  const patterns = words.map((word) => ` ${word}${word.length < SHORTEST_BEGINNING ? ' ' : ''}`);
  return cells.flatMap(({ cell, text }) =>
    patterns.every((pattern) => text.includes(pattern)) ? [cell] : [],
  );
}

// Of short words all letters have to be there: "rent" is not the beginning of "rental".
const SHORTEST_BEGINNING = 5;

/** Each cell of the column `named` once, with its words between spaces. */
const readCells = oncePerSnapshot(async (orm, contract) => {
  const series = answerSeries.find((one) => one.contract === contract && one.named !== undefined);
  if (series?.named === undefined) return [];
  const { [series.named]: column } = getTableColumns(toTable<Columns>(contract));
  const target = referenceOf(series, series.named);
  const names = target === null ? null : await readNames(orm);
  const rows = await orm
    .selectDistinct({ cell: column! })
    .from(toTable<Columns>(contract))
    .orderBy(upward(column!));
  return rows.flatMap(({ cell }) => {
    if (typeof cell !== 'string') return [];
    const name = names && target !== null ? names.nameOf(target, cell) : cell;
    return [{ cell, text: ` ${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} ` }];
  });
});

/** The chip, what is below it, and what counts it together with others. */
async function listSameChips(orm: Orm, chip: string): Promise<string[]> {
  const tree = await readChipTree(orm);
  const together = Object.entries(COUNTED_TOGETHER).flatMap(([bucket, chips]) =>
    chips.includes(chip) ? [bucket] : [],
  );
  return [...tree.listNarrower(chip), ...together];
}
