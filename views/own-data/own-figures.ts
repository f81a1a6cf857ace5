/**
 * Rows of a visitor's table, as they were understood → series in the chart's unit. What is
 * left out is counted and named; cells meet the same parsers as ours.
 */
import { getOwnShade } from '@/charts/colors';
import type { ChartModel } from '@/charts/kinds';
import type { Point, Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { type Column, number } from '@/data/contract';
import { buildCellParser } from '@/data/parse-cell';
import type { Problem } from '@/data/problem';
import { type FigureKind, figureKinds } from '@/units/figure-kind';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { formatPeriod, type Period, parsePeriod, toCalendarQuarter } from '@/units/period';
import type { OwnColumns } from './own-columns';
import { type DecimalMark, isNoFigure, tidyNumber } from './own-numbers';
import { readPeriod, readSerialDay } from './own-periods';
import { toOwnProblem } from './own-problem';
import type { OwnTable } from './own-table';

/** How a table is understood, all of it decided. */
export interface Understanding {
  readonly columns: OwnColumns;
  readonly decimal: DecimalMark;
  readonly isDayFirst: boolean;
  /** Of fiscal periods; null where nobody said whose they are. */
  readonly calendar: FiscalCalendar | null;
  /** Whether that is the chart's own, on which its periods stand. */
  readonly isOfChart: boolean;
  readonly factor: number;
}

/** One figure of the file. */
export interface OwnFigure {
  readonly line: number;
  readonly series: string;
  readonly period: Period | null;
  readonly reported?: Point['reported'];
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly kind: FigureKind;
}

export interface OwnFigures {
  readonly figures: readonly OwnFigure[];
  readonly problems: readonly Problem[];
  /** Cells that say there is no figure. */
  readonly blanks: number;
  /** Rows and columns of sums over the others, by name. */
  readonly totals: readonly string[];
}

/** Without what binary fractions add: 66.1 and no 66.10000000000001. */
const times = (value: number, factor: number) => Number((value * factor).toPrecision(12));

/** Names of sums, which are no series next to their parts. */
const TOTAL = /^(grand )?(total|sum|gesamt|summe|all|overall|insgesamt|合计|总计)s?:?$/i;
export const WHOLE_FILE = 'Your figures';

/** Figures in the chart's own unit, in the order of the file. */
export function readFigures(table: OwnTable, how: Understanding, model: ChartModel): OwnFigures {
  const { columns } = how;
  const problems: Problem[] = [];
  const totals = new Set<string>();
  const figures: OwnFigure[] = [];
  let blanks = 0;
  const place = new Map(table.header.map((name, at) => [name, at]));
  const cellOf = (cells: readonly string[], column: string | null) =>
    column === null ? '' : (cells[place.get(column) ?? -1] ?? '');
  const readValue = buildValueReader(table.name, how, model, problems);
  const readTime = buildPeriodReader(table.name, how, problems);
  const values = columns.values.filter((name) => {
    const isTotal = columns.layout === 'columns' && TOTAL.test(name);
    if (isTotal) totals.add(name);
    return !isTotal;
  });

  for (const { line, cells } of table.rows) {
    const named = columns.series === null ? null : cellOf(cells, columns.series);
    const when = cellOf(cells, columns.period);
    const total = [named, when].find((cell) => cell !== null && TOTAL.test(cell));
    if (total) {
      totals.add(total);
      continue;
    }
    for (const column of values) {
      const cell = cellOf(cells, column);
      if (isNoFigure(cell)) {
        blanks += 1;
        continue;
      }
      if (named === '') {
        const issue = { rule: 'missing-value', allowed: null } as const;
        problems.push(toOwnProblem(table.name, { line, column: columns.series, issue }));
        continue;
      }
      const isAcross = columns.layout === 'line';
      const time = isAcross
        ? readTime(column, line, column)
        : readTime(when, line, columns.period, cellOf(cells, columns.start));
      const value = readValue(cell, line, column);
      if (time === null || value === null) continue;
      const end = (name: string | null) => {
        const text = tidyNumber(cellOf(cells, name), how.decimal);
        return name === null || text === null ? null : times(Number(text), how.factor);
      };
      figures.push({
        line,
        series: columns.layout === 'columns' ? toSeriesName(column) : (named ?? WHOLE_FILE),
        ...time,
        value: times(value, how.factor),
        low: end(columns.low),
        high: end(columns.high),
        kind: time.isExpected ? 'projection' : toKind(cellOf(cells, columns.kind)),
      });
    }
  }
  return { figures, problems, blanks, totals: [...totals] };
}

/** "Nvidia (%)" under a second header is Nvidia. */
const toSeriesName = (column: string) =>
  column.replace(/ \([%$€£]?[a-z. ]{0,12}\)$/i, '') || column;

const toKind = (cell: string): FigureKind =>
  figureKinds.find((kind) => kind === cell.toLowerCase()) ?? 'measured';

/** Shares end at 100; counts do not fall below zero. */
function buildValueReader(
  file: string,
  { decimal, factor }: Understanding,
  { unit, ...model }: ChartModel,
  problems: Problem[],
) {
  const isShare = unit === '%' && ('axis' in model ? model.axis === 'share' : true);
  const isCount = !['%', 'percentage points', 'USD millions', 'USD', 'index'].includes(unit);
  const column: Column = number({
    label: 'Value',
    meaning: 'The figure.',
    unit,
    ...(isShare || isCount ? { min: 0 } : {}),
    ...(isShare ? { max: 100 / factor } : {}),
  });
  const parse = buildCellParser(column);
  return (found: string, line: number, name: string): number | null => {
    const { value, issue } = parse(tidyNumber(found, decimal) ?? found);
    if (issue) problems.push(toOwnProblem(file, { line, column: name, found, issue }));
    return typeof value === 'number' ? value : null;
  };
}

interface ReadTime {
  readonly period: Period | null;
  readonly reported?: Point['reported'];
  readonly isExpected: boolean;
}

function buildPeriodReader(
  file: string,
  { columns, isDayFirst, calendar, isOfChart }: Understanding,
  problems: Problem[],
) {
  const hasNone = columns.layout !== 'line' && columns.period === null;
  return (found: string, line: number, column: string | null, from = ''): ReadTime | null => {
    if (hasNone) return { period: null, isExpected: false };
    const read = readPeriod(found, { isDayFirst });
    const day = read?.label ?? readSerialDay(found);
    const begin = readPeriod(from, { isDayFirst })?.label;
    const label = day && begin ? (findSpan(begin, day) ?? day) : day;
    const period = label ? parsePeriod(label, calendar) : null;
    if (!label) {
      problems.push(
        toOwnProblem(file, { line, column, found: found || null, issue: toIssue(found) }),
      );
      return null;
    }
    // Whose fiscal years they are is not known yet.
    if (!period) return null;
    const isExpected = read?.isExpected ?? false;
    if (!period.calendar || isOfChart) return { period, isExpected };
    const quarter = toCalendarQuarter(period);
    const place = period.kind === 'fiscal-quarter' ? quarter : quarter.slice(0, 4);
    return {
      period: parsePeriod(place)!,
      reported: { label: formatPeriod(period.label), start: period.start, end: period.end },
      isExpected,
    };
  };
}

/** The quarter, half or year that a first and a last day span; null for other spans. */
function findSpan(first: string, last: string): string | null {
  const year = first.slice(0, 4);
  const month = Number(first.slice(5, 7));
  const [quarter, half] = [Math.ceil(month / 3), Math.ceil(month / 6)];
  const labels = [first.slice(0, 7), `${year}-Q${quarter}`, `${year}-H${half}`, year];
  return (
    labels.find((label) => {
      const period = parsePeriod(label);
      return period?.start === first && period.end === last;
    }) ?? null
  );
}

function toIssue(found: string): Problem['issue'] {
  if (found === '') return { rule: 'missing-value', allowed: null };
  if (/^\d{4}-\d{2}-\d{2}$/.test(found)) return { rule: 'not-a-date', precision: 'day' };
  if (/^-?\d{1,4}(-\d{4})?$/.test(found)) {
    return {
      rule: 'upstream',
      says: 'is no year from 1950 to 2100',
      advice: 'Write one year, such as 2025.',
    };
  }
  return { rule: 'wrong-form', example: '2025-Q4' };
}

export interface OwnSeries {
  readonly series: readonly Series[];
  /** Names that are left out, by their last figures; the largest are kept. */
  readonly dropped: readonly string[];
  /** All names, the largest first. */
  readonly names: readonly string[];
  /** Figures that are drawn. */
  readonly count: number;
  readonly problems: readonly Problem[];
}

/**
 * `chosen` names the series to draw; else the `most` largest are. Rows of one series and period are
 * added up where they are `isSummed`; `money` is named on their labels.
 */
export function toOwnSeries(
  file: string,
  all: readonly OwnFigure[],
  {
    chosen,
    most,
    isSummed,
    money,
  }: {
    readonly chosen: readonly string[] | null;
    readonly most: number;
    readonly isSummed: boolean;
    readonly money: string | null;
  },
): OwnSeries {
  const problems: Problem[] = [];
  const groups = new Map<string, Map<string, OwnFigure>>();
  for (const figure of all) {
    const group = groups.get(figure.series) ?? new Map<string, OwnFigure>();
    groups.set(figure.series, group);
    const key = figure.period?.label ?? '';
    const first = group.get(key);
    if (!first) group.set(key, figure);
    else if (isSummed) group.set(key, addUp(first, figure));
    else if (first.value !== figure.value) {
      const issue = { rule: 'duplicate-key', firstLine: first.line } as const;
      const found = [figure.series, figure.period && formatPeriod(figure.period.label)]
        .filter(Boolean)
        .join(', ');
      problems.push(toOwnProblem(file, { line: figure.line, found, issue }));
    }
  }
  const series = [...groups].map(([name, group]) => ({ name, figures: [...group.values()] }));
  const ranked = series.toSorted((a, b) => getLastSize(b.figures) - getLastSize(a.figures));
  const kept = new Set(chosen ?? ranked.slice(0, most).map(({ name }) => name));
  const drawn = series.filter(({ name }) => kept.has(name)).slice(0, most);
  return {
    series: drawn.map(({ name, figures }, index) => toSeries(name, figures, index, money)),
    dropped: ranked
      .map(({ name }) => name)
      .filter((name) => !drawn.some((one) => one.name === name)),
    names: ranked.map(({ name }) => name),
    count: drawn.reduce((sum, { figures }) => sum + figures.length, 0),
    problems,
  };
}

const addUp = (a: OwnFigure, b: OwnFigure): OwnFigure => ({
  ...a,
  value: a.value + b.value,
  low: null,
  high: null,
});

function getLastSize(figures: readonly OwnFigure[]): number {
  const last = figures.toSorted((a, b) => toStart(a).localeCompare(toStart(b))).at(-1);
  return Math.abs(last?.value ?? 0);
}
const toStart = ({ period }: OwnFigure) => period?.start ?? '';

function toSeries(
  name: string,
  figures: readonly OwnFigure[],
  index: number,
  money: string | null,
): Series {
  const points = figures.toSorted((a, b) => toStart(a).localeCompare(toStart(b)));
  const series: Series = {
    id: `own-${index + 1}`,
    label: `${name} (yours${money ? `, ${money}` : ''})`,
    color: getOwnShade(index),
    isOwn: true,
    points: points.map(({ period, reported, value, low, high, kind }, at): Point => {
      const before = points[at - 1]?.period;
      return {
        period: period ?? { label: '', kind: 'day', start: '', end: '' },
        ...(reported ? { reported } : {}),
        value,
        low,
        high,
        kind,
        source: null,
        note: 'From your own file.',
        // A year and a quarter are not joined by a line.
        ...(before && period && before.kind !== period.kind ? { startsAnew: true } : {}),
      };
    }),
  };
  return figures.some(({ period }) => period === null) ? series : alignSeries([series])[0]!;
}
