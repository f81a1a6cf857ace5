/**
 * Which column of a visitor's table is what: guessed from names and cells, for a chart of a
 * unit. The visitor may choose otherwise.
 */
import type { Unit } from '@/units/format-value';
import { isFigureCell, isNoFigure } from './own-numbers';
import { readPeriod, readSerialDay } from './own-periods';
import type { OwnTable } from './own-table';

/** Where figures of one series stand: in rows of their own, in a column, in a row. */
type Layout = 'rows' | 'columns' | 'line';

export interface OwnColumns {
  readonly layout: Layout;
  /** Null in a ranking, and where periods are the names of columns. */
  readonly period: string | null;
  /** Where periods begin, if `period` only says where they end. */
  readonly start: string | null;
  /** What names a series or an entry; null: the file is one series, or its columns name them. */
  readonly series: string | null;
  /** One, or in the other layouts each column of figures. */
  readonly values: readonly string[];
  /** Ends of ranges and kinds of figures, as the tracker's own files have them. */
  readonly low: string | null;
  readonly high: string | null;
  readonly kind: string | null;
}

/** What a visitor may choose of them; '' for none. */
export interface ColumnChoices {
  readonly layout?: Layout;
  readonly period?: string;
  readonly series?: string;
  readonly value?: string;
}

interface Facts {
  readonly name: string;
  readonly at: number;
  /** Shares of its filled cells that read as such. */
  readonly figures: number;
  readonly periods: number;
  readonly words: number;
  /** Different cells among all filled ones: 1 where none stands twice. */
  readonly variety: number;
  readonly isFilled: boolean;
}

const SAMPLED_ROWS = 300;
const MOST = 0.6;

/** Null where no column holds figures. */
export function findColumns(
  table: OwnTable,
  { unit, hasPeriods }: { readonly unit: Unit; readonly hasPeriods: boolean },
  chosen: ColumnChoices = {},
): OwnColumns | null {
  const facts = table.header.map((name, at) => look(table, name, at));
  const named = (name: RegExp) => facts.find((one) => name.test(one.name))?.name ?? null;
  const ends = { low: named(/^low(_|$)/i), high: named(/^high(_|$)/i), kind: named(/^kind$/i) };
  const numeric = facts.filter(
    ({ name, figures, isFilled }) => isFilled && figures >= MOST && !ASIDE_NAME.test(name),
  );

  const dated = numeric.filter(({ name }) => hasPeriods && readPeriod(name) !== null);
  const isAcross = dated.length > 1 || !facts.some(({ periods }) => periods >= MOST);
  const isLine = chosen.layout ? chosen.layout === 'line' : isAcross;
  if (hasPeriods && isLine && dated.length > 0) {
    const names = best(facts, (one) => (isWords(one) ? scoreEntry(one) : 0));
    const series = choose(chosen.series, names?.name ?? null);
    return {
      ...ends,
      layout: 'line',
      period: null,
      start: null,
      series,
      values: dated.map(toName),
    };
  }

  const period = hasPeriods ? choose(chosen.period, best(facts, scorePeriod)?.name ?? null) : null;
  // What is added up from one day on has periods that only end.
  const begin = facts.find(({ name }) => /^start\b/i.test(name));
  const isSpan = begin && !isConstant(begin, table.rows.length);
  const start = isSpan && /\bend\b/i.test(period ?? '') ? begin.name : null;
  const figures = numeric.filter(({ name }) => name !== period);
  const value =
    best(figures, (one) => 0.01 + one.figures + scoreValue(one, unit)) ??
    // Called so, though hardly a cell is a number: its cells are told of.
    best(facts, (one) => (one.name === period ? 0 : scoreValue(one, unit)));
  if (!value && !chosen.value) return null;
  const words = facts.filter(
    (one) => one.name !== period && one.name !== value?.name && isWords(one),
  );
  const isOnce = facts.find(({ name }) => name === period)?.variety === 1;
  const isRemark = (one: Facts) =>
    isOnce && one.variety === 1 && table.rows.length > 1 && !SERIES_NAME.test(one.name);
  const names = best(words, (one) =>
    hasPeriods ? (isRemark(one) ? 0 : scoreSeries(one, table.rows.length)) : scoreEntry(one),
  );
  const telling = figures.filter((one) => scoreValue(one, unit) > 0);
  const isWide =
    hasPeriods && period !== null && isOnce && figures.length > 1 && !names && telling.length !== 1;
  const layout = chosen.layout ?? (isWide ? 'columns' : 'rows');
  if (layout === 'columns') {
    return { ...ends, layout, period, start, series: null, values: figures.map(toName) };
  }
  return {
    ...ends,
    layout: 'rows',
    period,
    start,
    series: choose(chosen.series, names?.name ?? null),
    values: [chosen.value || value!.name],
  };
}

const toName = ({ name }: Facts) => name;
const choose = (chosen: string | undefined, found: string | null) =>
  chosen === undefined ? found : chosen || null;

/** The first with the highest score above zero. */
function best(facts: readonly Facts[], score: (one: Facts) => number): Facts | null {
  const scored = facts.map((one) => ({ one, score: score(one) })).filter(({ score }) => score > 0);
  return scored.toSorted((a, b) => b.score - a.score)[0]?.one ?? null;
}

function look({ rows }: OwnTable, name: string, at: number): Facts {
  const cells = rows.slice(0, SAMPLED_ROWS).flatMap(({ cells }) => {
    const cell = cells[at] ?? '';
    return isNoFigure(cell) ? [] : [cell];
  });
  const share = (passes: (cell: string) => boolean) =>
    cells.filter(passes).length / Math.max(1, cells.length);
  const isSerial = PERIOD_NAME.test(name);
  return {
    name,
    at,
    figures: share(isFigureCell),
    periods: share((cell) => Boolean(readPeriod(cell) ?? (isSerial && readSerialDay(cell)))),
    words: share((cell) => /\p{L}/u.test(cell) && !isFigureCell(cell)),
    variety: new Set(cells).size / Math.max(1, cells.length),
    isFilled: cells.length > 0,
  };
}

function scorePeriod({ name, periods, figures, at }: Facts): number {
  if (VALUE_NAME.test(name)) return 0;
  const isNamed = PERIOD_NAME.test(name);
  // Called so, though hardly a cell can be read: its cells are told of.
  if (periods < MOST) return isNamed ? 0.05 : 0;
  // Numbers may be years by chance.
  if (figures > MOST && !isNamed && at > 0) return 0.1;
  const isPlain = /^(period|date|quarter|year|month)$/i.test(name);
  return periods + (isNamed ? 0.5 : 0) + (isPlain ? 0.5 : 0) - (/\bstart/i.test(name) ? 0.3 : 0);
}

const isWords = ({ name, words, periods }: Facts) =>
  words >= MOST && periods < MOST && !NOTE_NAME.test(name) && !/^kind$/i.test(name);

const scoreWords = ({ name }: Facts) =>
  0.5 + (SERIES_NAME.test(name) ? 1 : 0) - (CODE_NAME.test(name) ? 0.4 : 0);

/** A series is named in many rows; a column of one name tells no rows apart. */
function scoreSeries(one: Facts, rows: number): number {
  return isConstant(one, rows) ? 0.02 : Math.max(0.01, scoreWords(one) - one.variety * 1.5);
}

/** An entry of a ranking is named once. */
const scoreEntry = (one: Facts) => scoreWords(one) + one.variety * 3;

const isConstant = ({ variety }: Facts, rows: number) => rows > 1 && variety * rows < 1.5;

/** How much a name speaks of figures of this unit. */
function scoreValue({ name }: Facts, unit: Unit): number {
  if (/^value(_|$)/i.test(name)) return 3;
  if (/\blog\b|log10|_log/i.test(name)) return -1;
  return (UNIT_NAMES[unit]?.test(name) ? 2 : 0) + (VALUE_NAME.test(name) ? 1 : 0);
}

const UNIT_NAMES: Partial<Record<Unit, RegExp>> = {
  'H100-equivalents': /h100|equivalent/i,
  accelerators: /gpus?\b|accelerator|\bchips?\b|count|number of units/i,
  'USD millions': /revenue|sales|umsatz|usd|\$|cost/i,
  '%': /share|anteil|percent|per cent|pct|%/i,
  thousands: /units|shipment/i,
  papers: /papers|citation|mention/i,
  'USD per hour': /price|usd|\$|hour/i,
  MW: /power|mw/i,
};

const PERIOD_NAME =
  /period|date|quarter|quartal|year|month|time|jahr|monat|datum|^when|季度|年|月|日期/i;
const VALUE_NAME =
  /value|share|anteil|revenue|umsatz|count|amount|units|papers|accelerators|gpus?\b|usd|\$|pct|percent|price|wert|数值|份额/i;
const SERIES_NAME =
  /series|vendor|name|company|organi[sz]ation|group|entity|country|anbieter|firma|owner|cluster|公司/i;
/** Columns of remarks name no series. */
export const NOTE_NAME =
  /note|comment|remark|source|bemerkung|kommentar|url|link|footnote|quelle|备注/i;
/** Numbers that are no figures of the thing itself. */
const ASIDE_NAME =
  /^(rank|id|index|no|nr|#)$|^rank_|percentile|^(low|high|lower|upper|min|max)(_|\b)|latitude|longitude|^(lat|lon|lng)$|^(reported_)?period_|^detail_/i;
const CODE_NAME = /^(code|iso|ticker|symbol)\b/i;
