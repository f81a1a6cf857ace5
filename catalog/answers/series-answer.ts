/** A query and a declared series → the figures that answer it; null where they do not. */

import { group, max } from 'd3-array';
import { and, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { toEvidenceHref } from '@/address/links';
import { type Named, readNames } from '@/address/names';
import type { Columns } from '@/data/contract';
import type { Orm } from '@/db/connection';
import { oncePerSnapshot } from '@/db/once-per-snapshot';
import { getNvidiaCalendar, getVendor } from '@/db/queries/vendors';
import { toTable } from '@/db/to-table';
import { toShortName } from '@/subjects/chips/chip-entries';
import { COUNTED_TOGETHER } from '@/subjects/chips/chip-tree';
import { readChipTree } from '@/subjects/holdings/holder-lists';
import { addDays } from '@/units/date';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { formatChange, formatFigure, formatValue, type Unit } from '@/units/format-value';
import {
  type DayRange,
  formatMonths,
  formatPeriod,
  formatPeriodLong,
  type Period,
  parsePeriod,
  toCalendarQuarter,
  toYearBefore,
} from '@/units/period';
import type { CellValue } from '@/units/table';
import { formatTimeRange, isWithin } from '@/units/time-range';
import { type RowKind, toFigureKind } from '@/views/row-figures';
import type { Answer, AnswerFigure } from './answer';
import { type Asked, isMaker, isOneOf, listChipsNamed } from './asked';
import { type AnswerSeries, answerSeries, type Word } from './declared-series';
import { nameSources } from './name-sources';

type Row = Readonly<Record<string, CellValue>>;

/** A row at its time. */
interface Dated {
  readonly row: Row;
  readonly period: Period;
  readonly value: number;
}

/** More figures are a table. */
const MOST_FIGURES = 4;

export async function answerFromSeries(
  orm: Orm,
  asked: Asked,
  series: AnswerSeries,
): Promise<Answer | null> {
  const chosen = chooseRows(asked, series);
  if (!chosen) return null;
  const rows = await selectRows(orm, series, chosen);
  if (rows.length === 0) return null;
  const calendar = await getCalendar(orm, series, rows);
  const dated = rows.flatMap((row) => toDated(row, series, calendar));
  const lines = groupLines(dated, series);
  if (lines.length === 0) return null;
  const read = readTimes(lines, asked.period, series, calendar);
  const shown = read.groups.toSorted((a, b) => compareGroups(a, b, series)).slice(0, MOST_FIGURES);
  const word = toWord(asked, series);
  const first = shown[0]![0]!.at;
  const varies = new Set(
    series.series.filter((name) => shown.some(([one]) => one?.at.row[name] !== first.row[name])),
  );
  const figures = shown.flatMap((group) =>
    group.map((one) => toFigure(one, { series, word: word(one.at.row), varies })),
  );
  const sources = shown.flatMap((group) => group.map(({ at }) => String(at.row.source)));
  const time = toTime(asked.period, dated, calendar);
  return {
    title: series.title(first.row as never, word(first.row), varies),
    note: read.note,
    columns: [],
    figures: figures.slice(0, 2 * MOST_FIGURES),
    source: await nameSources(orm, sources),
    links: [series.chart(first.row as never, time)],
  };
}

interface Chosen {
  readonly things: readonly { readonly column: string; readonly row: string }[];
  /** Words to be found in the column `named`. */
  readonly words: readonly string[];
  readonly codes: readonly string[];
}

/** What of the series the query chooses; null where it asks for something else. */
function chooseRows(asked: Asked, series: AnswerSeries): Chosen | null {
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
    if (fit) things.push(fit);
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
  const isBare = of !== undefined && asked.rest.length === 0;
  const isAsked =
    (isBare &&
      things.length === 0 &&
      asked.things.length < 2 &&
      (isOfAll || asked.period?.startsWith('FY') === true)) ||
    (asksTopic && (isNamed || alone === 'topic')) ||
    (alone === 'pair' && things.length > 1 && asked.rest.length === 0) ||
    (alone === 'name' &&
      (words.length > 0 || things.some(({ column }) => column === contract.key[0])));
  if (!isAsked) return null;
  return { things, words, codes: wanted.length > 0 ? wanted : (codes?.preferred ?? []) };
}

/** Words that choose nothing of any series. */
const ALWAYS =
  'newest latest current now today quarter quarterly year yearly annual number figure data'.split(
    ' ',
  );

function referenceOf({ contract }: AnswerSeries, name: string): string | null {
  const column = contract.columns[name];
  return column?.type === 'reference' ? column.to : null;
}

async function selectRows(orm: Orm, series: AnswerSeries, chosen: Chosen): Promise<Row[]> {
  const { contract, whole, named, codes, edition, where = {} } = series;
  const isNamed = named !== undefined && chosen.words.length > 0;
  const cells = isNamed ? await listNamedCells(orm, series, chosen.words) : null;
  if (cells?.length === 0) return [];
  const table = toTable<Columns>(contract);
  const columns: Readonly<Record<string, SQLiteColumn>> = getTableColumns(table);
  const column = (name: string) => columns[name]!;
  const conditions: SQL[] = [sql`${column(series.figure)} IS NOT NULL`];
  for (const [name, value] of Object.entries(where)) conditions.push(eq(column(name), value));
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
    .where(and(...conditions)) as Promise<Row[]>;
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
  const rows = await orm.selectDistinct({ cell: column! }).from(toTable<Columns>(contract));
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

async function getCalendar(
  orm: Orm,
  { of }: AnswerSeries,
  rows: readonly Row[],
): Promise<FiscalCalendar | null> {
  if (of?.row === 'nvidia') return getNvidiaCalendar(orm);
  const vendor = rows[0]?.vendor;
  return typeof vendor === 'string'
    ? ((await getVendor(orm, vendor))?.fiscal_year_end ?? null)
    : null;
}

/** Rows without a day cannot be set in an order, and are none of a series. */
function toDated(row: Row, series: AnswerSeries, calendar: FiscalCalendar | null): Dated[] {
  const label = String(row[series.period])
    .replace(/^soai-/, '')
    .replace(/-v0$/, '');
  const [start, end] = [row.period_start, row.period_end];
  const value = row[series.figure];
  if (typeof value !== 'number') return [];
  const parsed = parsePeriod(label, calendar);
  if (typeof end === 'string') {
    const days = { start: typeof start === 'string' ? start : addDays(end, -90), end };
    const own = parsed ?? { label, kind: 'quarter' as const };
    return [{ row, value, period: { ...own, ...days } }];
  }
  return parsed ? [{ row, value, period: parsed }] : [];
}

type Line = readonly [Dated, ...Dated[]];

/** Each series, newest first. */
function groupLines(dated: readonly Dated[], series: AnswerSeries): Line[] {
  const lines = new Map<string, Dated[]>();
  for (const one of dated) {
    const key = series.series.map((name) => one.row[name]).join('\n');
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  return [...lines.values()].map(
    (line) => line.toSorted((a, b) => compareEnds(b, a)) as [Dated, ...Dated[]],
  );
}

const compareEnds = (a: Dated, b: Dated) => a.period.end.localeCompare(b.period.end);

/** A figure of an answer: a row, or the sum of a year’s. */
interface Shown {
  readonly at: Dated;
  readonly value: number;
  /** The same a year earlier; null where nobody says. */
  readonly before: number | null;
  /** A year that is the sum of rows; null for a row. */
  readonly sum: Period | null;
}

interface ReadTimes {
  /** Each series with what it has at the time: one figure, or one for each meaning. */
  readonly groups: readonly (readonly Shown[])[];
  readonly note: string | null;
}

/** What each series has at the time asked for; the newest where none is asked for, or known. */
function readTimes(
  lines: readonly Line[],
  label: string | null,
  series: AnswerSeries,
  calendar: FiscalCalendar | null,
): ReadTimes {
  const newest = lines
    .map(([first]) => first)
    .toSorted(compareEnds)
    .at(-1)!;
  if (label === null) {
    return { groups: listCurrent(lines).map(listNewest), note: null };
  }
  const found = lines
    .map((line) => listMeant(line, label, series, calendar))
    .filter((group) => group.length > 0);
  if (found.length > 0) {
    const isTwofold = found.some((group) => group.length > 1);
    return { groups: found, note: isTwofold ? explainTwofold(found, label) : null };
  }
  const first = lines.flat().toSorted(compareEnds)[0]!;
  return {
    groups: listCurrent(lines).map(listNewest),
    note: `No figures for ${formatPeriod(label)}. This series runs from ${formatPeriod(first.period.label)} to ${formatPeriod(newest.period.label)}.`,
  };
}

/** Without the series that ended years before the others. */
function listCurrent(lines: readonly Line[]): readonly Line[] {
  const newest = max(lines, ([first]) => first.period.end) ?? '';
  return lines.filter(([first]) => first.period.end >= addDays(newest, -MOST_DAYS_BEHIND));
}

/** The newest figure; next to a projection also the newest that is none. */
function listNewest(line: Line): Shown[] {
  const isProjected = ({ row }: Dated) => row.kind === 'projection';
  const firm = isProjected(line[0]) ? line.find((one) => !isProjected(one)) : undefined;
  return [...(firm ? [firm] : []), line[0]].map((one) => toShown(line, one));
}

const MOST_DAYS_BEHIND = 2 * 366;

/** Every meaning that the label has for the series, oldest first. */
function listMeant(
  line: Line,
  label: string,
  { adds }: AnswerSeries,
  calendar: FiscalCalendar | null,
): Shown[] {
  const isFiscal = line[0].period.kind === 'fiscal-quarter';
  const fiscal = isFiscal && !label.startsWith('FY') ? [toFiscalLabel(label)] : [];
  const labels = [...fiscal, label].filter((one) => one !== null);
  const meant = labels.flatMap((one): Shown[] => {
    const period = parsePeriod(one, calendar);
    if (!period) return [];
    const rows = line.filter((row) => fits(row.period, period));
    const isYear = period.kind === 'year' || period.kind === 'fiscal-year';
    if (isYear && adds && rows.some(({ period: own }) => own.kind !== period.kind)) {
      return sumYear(line, rows, period, calendar);
    }
    return rows[0] ? [toShown(line, rows[0])] : [];
  });
  const once = new Map(meant.map((one) => [one.sum?.label ?? one.at.period.label, one]));
  return [...once.values()].toSorted((a, b) => compareEnds(a.at, b.at));
}

/** "2023-Q4" → "FY2023-Q4": what most people mean by it of a company with its own year. */
function toFiscalLabel(label: string): string | null {
  return /^\d{4}(-Q\d)?$/.test(label) ? `FY${label}` : null;
}

/** Whether the middle of one lies in the other. A fiscal quarter is of one calendar quarter. */
function fits(own: Period, asked: Period): boolean {
  if (own.label === asked.label) return true;
  if (asked.kind === 'fiscal-quarter') return false;
  if (own.kind === 'fiscal-quarter' && asked.kind === 'quarter') {
    return toCalendarQuarter(own) === asked.label;
  }
  const isIn = (one: DayRange, { label, calendar }: Period) =>
    isWithin(one, { from: label, to: label, ...(calendar && { calendar }) });
  const isMonthOf = asked.kind === 'month' && own.start <= toMid(asked) && toMid(asked) <= own.end;
  return isMonthOf || isIn(own, asked);
}

const toMid = ({ start }: DayRange): string => addDays(start, 14);

/** A year of four quarters; nothing where one of them is unknown. */
function sumYear(
  line: Line,
  rows: readonly Dated[],
  period: Period,
  calendar: FiscalCalendar | null,
): Shown[] {
  if (rows.length !== 4) return [];
  const before = parsePeriod(toYearBefore(period) ?? '', calendar);
  const earlier = before ? line.filter((row) => fits(row.period, before)) : [];
  const add = (all: readonly Dated[]) => all.reduce((sum, { value }) => sum + value, 0);
  const days = { start: rows.at(-1)!.period.start, end: rows[0]!.period.end };
  return [
    {
      at: rows[0]!,
      value: add(rows),
      before: earlier.length === 4 ? add(earlier) : null,
      sum: { ...period, ...days },
    },
  ];
}

function toShown(line: Line, at: Dated): Shown {
  const label = toYearBefore(at.period);
  const before = line.find(({ period }) => period.label === label);
  return { at, value: at.value, before: before?.value ?? null, sum: null };
}

/** "Q4 2023 can be …": whoever asked has to see that there are two. */
function explainTwofold(groups: readonly (readonly Shown[])[], label: string): string {
  const names = groups.find((group) => group.length > 1)!.map((one) => toWhen(one));
  return `“${formatPeriod(label)}” can be ${names.join(' or ')}. Showing both.`;
}

function compareGroups(
  [a]: readonly Shown[],
  [b]: readonly Shown[],
  { first = () => 0 }: AnswerSeries,
): number {
  if (!a || !b) return 0;
  const place = (one: Shown) => first(one.at.row as never);
  return place(a) - place(b) || compareEnds(b.at, a.at) || b.value - a.value;
}

function toWhen({ at, sum }: Shown): string {
  if (!sum) return formatPeriodLong(at.period);
  return `${formatPeriod(sum.label)} (${formatMonths(sum)})`;
}

function toFigure(
  shown: Shown,
  { series, word, varies }: { series: AnswerSeries; word: Word; varies: ReadonlySet<string> },
): AnswerFigure {
  const { at, value, sum } = shown;
  const { contract, figure, low, high } = series;
  const column = contract.columns[figure]!;
  const unit = 'unit' in column ? column.unit : null;
  const kind = series.kind ?? (typeof at.row.kind === 'string' ? toKind(at.row.kind) : undefined);
  const write = (one: number) => (unit ? formatValue(one, unit, kind) : String(one));
  const range = [low, high].map((name) => (name === undefined ? null : at.row[name]));
  const [from, to] = range.map((end) => (typeof end === 'number' ? write(end) : null));
  const label = series.label?.(at.row as never, word) ?? [...varies].map(word).join(', ');
  const when = toWhen(shown);
  const details = [
    from && to ? `range ${from}–${to}` : null,
    kind === 'modeled' ? null : describeChange(shown, unit),
    sum ? 'sum of four quarters' : null,
    series.detail?.(at.row as never, word) ?? null,
  ].filter((one) => one !== null && one !== '');
  return {
    label: varies.size > 0 ? `${label}, ${when}` : when,
    values: [formatFigure(value, unit, kind)],
    detail: details.length > 0 ? details.join(' · ') : null,
    href: sum ? null : toEvidenceHref(contract, at.row),
  };
}

const toKind = (kind: string) => toFigureKind(kind as RowKind);

/** "+10.8% from a year earlier", "−1.2 points"; null where nothing is to be compared. */
function describeChange({ value, before }: Shown, unit: Unit | null): string | null {
  if (before === null || before === 0) return null;
  if (unit === '%') {
    const points = value - before;
    const text = `${Math.abs(points).toFixed(1)} points from a year earlier`;
    return `${points < 0 ? '−' : '+'}${text}`;
  }
  return `${formatChange((value / before - 1) * 100, '%')} from a year earlier`;
}

function toWord(asked: Asked, series: AnswerSeries): (row: Row) => Word {
  const { columns } = series.contract;
  return (row) => (name) => {
    const [value, column] = [row[name], columns[name]];
    if (value === null || value === undefined) return '';
    if (column?.type === 'reference') {
      const called = asked.names.nameOf(column.to, String(value));
      return column.to === 'chips' ? toShortName(called) : called;
    }
    if (column?.type === 'one-of') {
      const code = column.values[String(value)];
      return typeof code === 'object' ? code.label : String(value);
    }
    return String(value);
  };
}

/** The part of the chart around the time, two years on both sides; nothing for the newest. */
function toTime(
  label: string | null,
  dated: readonly Dated[],
  calendar: FiscalCalendar | null,
): Record<string, string> {
  const period = label && parsePeriod(label, calendar);
  if (!period) return {};
  const year = Number(period.end.slice(0, 4));
  const years = dated.map((one) => Number(one.period.end.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (year < first || year > last) return {};
  const time = formatTimeRange({
    from: year - 2 <= first ? null : String(year - 2),
    to: year + 2 >= last ? null : String(year + 2),
  });
  return time === '' ? {} : { time };
}
