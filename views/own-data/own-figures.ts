/**
 * Rows of a visitor's table, as they were understood → series in the chart's unit. What is
 * left out is counted and named; cells meet the same parsers as ours.
 */
import type { ChartModel } from '@/charts/kinds';
import type { Point } from '@/charts/model';
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

interface OwnFigures {
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
const WHOLE_FILE = 'Your figures';

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
