/**
 * A visitor's file as it was understood for a chart: its figures, everything that was
 * assumed, each a clause that the visitor may change, what is left out, and what has to be
 * answered before anything is drawn.
 */
import { median } from 'd3-array';
import { type ChartModel, kindOf } from '@/charts/kinds';
import { listPeriods, type Series } from '@/charts/model';
import type { Problem } from '@/data/problem';
import {
  AS_IS,
  type FoundFiscal,
  type FoundMark,
  type FurtherColumn,
  OF_CHART,
  type OwnChoices,
  SUM,
} from './own-choices';
import { type Clause, listClauses } from './own-clauses';
import { findColumns, NOTE_NAME, type OwnColumns } from './own-columns';
import { type OwnFigure, readFigures, type Understanding } from './own-figures';
import { listNotes } from './own-notes';
import { type DecimalMark, findNumberForm, isNoFigure, tidyNumber } from './own-numbers';
import { findDayOrder, readPeriod } from './own-periods';
import { toOwnProblem } from './own-problem';
import { toOwnSeries } from './own-series';
import { type OwnTable, splitOwnText } from './own-table';
import type { OwnText } from './own-text';
import { compareSize, FAR, type FoundUnits, findUnits } from './own-units';

export interface OwnReading {
  readonly table: OwnTable;
  readonly columns: OwnColumns | null;
  /** Empty while a question is open. */
  readonly series: readonly Series[];
  readonly clauses: readonly Clause[];
  /** How many figures are drawn, of how many that were read. */
  readonly drawn: number;
  readonly read: number;
  /** Sentences on what is left out, and on what cannot be compared. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads the whole file anew for every choice: there is no half of it to go wrong. */
export function readOwn(text: OwnText, choices: OwnChoices, model: ChartModel): OwnReading {
  const table = splitOwnText(text.name, text.text, choices.separator);
  const nothing = { table, columns: null, series: [], clauses: [], drawn: 0, read: 0, notes: [] };
  const problem = text.problem ?? table.problem;
  if (problem) return { ...nothing, problems: [problem] };
  const hasPeriods = kindOf(model).own?.hasPeriods ?? false;
  const columns = findColumns(table, { unit: model.unit, hasPeriods }, choices);
  if (!columns || (hasPeriods && columns.layout !== 'line' && columns.period === null)) {
    const what = columns ? 'of periods, such as 2025-Q4,' : 'of numbers';
    const issue = {
      rule: 'upstream',
      says: `there is no column ${what} in it`,
      advice: `It needs ${kindOf(model).own?.row}.`,
    } as const;
    return { ...nothing, problems: [toOwnProblem(text.name, { issue })] };
  }

  const cells = listCells(table, columns);
  const mark = findMark(table, columns, cells.values, model, choices);
  const units = toUnits(table, columns, cells.values, mark.decimal, model, choices);
  const order = findDayOrder(cells.periods);
  const fiscal = findFiscal(cells.periods, model, choices);
  const how: Understanding = {
    columns,
    decimal: mark.decimal,
    isDayFirst: (choices.dayOrder ?? order) === 'day-first',
    calendar: fiscal.calendar,
    isOfChart: fiscal.isOfChart,
    // Until a rate is given, nothing of it is drawn.
    factor: units.scale.factor * (Number(choices.rate) || 1),
  };
  const { figures, problems, blanks, totals } = readFigures(table, how, model);
  const further = columns.layout === 'rows' ? findFurther(table, columns, figures) : null;
  const own = toOwnSeries(table.name, pickFigures(figures, further, choices.further), {
    chosen: choices.names ?? null,
    most: hasPeriods ? MOST_SERIES : MOST_ENTRIES,
    isSummed: further !== null && choices.further === SUM,
    money: choices.rate === AS_IS ? units.currency : null,
  });
  const values = figures.map(({ value }) => value);
  const times = compareSize(values, model);
  const isFar = times !== null && (times >= FAR || (times <= 1 / FAR && hasPeriods));
  const clauses = listClauses({
    ...{ text, table, columns, choices, mark, units, order, fiscal, further, own },
    periods: cells.periods,
    far: isFar && choices.scale === undefined ? { times, theirs: toMedian(values) } : null,
    model,
  });
  const isOpen = clauses.some(({ isQuestion, value }) => isQuestion && value === '');
  return {
    table,
    columns,
    clauses,
    series: isOpen ? [] : own.series,
    drawn: isOpen ? 0 : own.count,
    read: figures.length,
    problems: [...problems, ...own.problems],
    notes: listNotes({ table, columns, blanks, totals, own, figures, model }),
  };
}

/** Series that one picture can hold; more would only be noise. */
const MOST_SERIES = 8;
/** Entries of a visitor's own in a ranking. */
const MOST_ENTRIES = 40;

const toMedian = (values: readonly number[]): number => median(values.map(Math.abs)) ?? 0;

function listCells({ header, rows }: OwnTable, { layout, values, period, start }: OwnColumns) {
  const read = (names: readonly string[]) => {
    const places = names.map((name) => header.indexOf(name));
    return rows.flatMap(({ cells }) => places.map((at) => cells[at] ?? ''));
  };
  return {
    values: read(values),
    periods: layout === 'line' ? values : read([period, start].filter((name) => name !== null)),
  };
}

function toNumbers(cells: readonly string[], decimal: DecimalMark): readonly number[] {
  return cells.flatMap((cell) => {
    const text = isNoFigure(cell) ? null : tidyNumber(cell, decimal);
    return text === null ? [] : [Number(text)];
  });
}

function toUnits(
  table: OwnTable,
  { layout, values }: OwnColumns,
  cells: readonly string[],
  decimal: DecimalMark,
  model: ChartModel,
  { scale }: OwnChoices,
): FoundUnits {
  const names = layout === 'line' ? table.asides : [...values, ...table.asides];
  return findUnits({ names, cells, numbers: toNumbers(cells, decimal) }, model, scale);
}

function findMark(
  table: OwnTable,
  columns: OwnColumns,
  cells: readonly string[],
  model: ChartModel,
  choices: OwnChoices,
): FoundMark {
  const others = table.header.filter(
    (name) => name !== columns.period && !columns.values.includes(name),
  );
  const form = findNumberForm(cells, listCells(table, { ...columns, values: others }).values);
  const example = cells.find((cell) => /\d[.,]\d/.test(cell)) ?? null;
  if (choices.decimal) return { decimal: choices.decimal, isOpen: false, example };
  if (!form || form.isSure) return { decimal: form?.decimal ?? '.', isOpen: false, example };
  // "3,616": where only one reading is of the size of ours, it is that.
  const fitting = (['.', ','] as const).filter((mark) => {
    const { scale, isStated } = toUnits(table, columns, cells, mark, model, choices);
    const numbers = toNumbers(cells, mark).map((one) => one * (isStated ? scale.factor : 1));
    const times = compareSize(numbers, model);
    const isTooMuch = model.unit === '%' && numbers.some((one) => one > 100);
    return !isTooMuch && times !== null && times < FAR && times > 1 / FAR;
  });
  const [only] = fitting;
  return only && fitting.length === 1
    ? { decimal: only, isOpen: false, example }
    : { decimal: '.', isOpen: true, example };
}

function findFiscal(
  cells: readonly string[],
  model: ChartModel,
  { yearEnd }: OwnChoices,
): FoundFiscal {
  const chartCalendar = listPeriods(model).find(({ calendar }) => calendar)?.calendar ?? null;
  const isFiscal = cells.some((cell) => readPeriod(cell)?.label.startsWith('FY'));
  const isOfChart = chartCalendar !== null && (yearEnd === undefined || yearEnd === OF_CHART);
  const own = yearEnd && yearEnd !== OF_CHART ? `last day of ${yearEnd}` : null;
  return { isFiscal, calendar: isOfChart ? chartCalendar : own, isOfChart, chartCalendar };
}

function findFurther(
  table: OwnTable,
  { period, start, series, values, low, high, kind }: OwnColumns,
  figures: readonly OwnFigure[],
): FurtherColumn | null {
  const keyOf = (figure: OwnFigure) => `${figure.series}\n${figure.period?.label ?? ''}`;
  const byKey = new Map<string, Set<number>>();
  for (const figure of figures) {
    byKey.set(keyOf(figure), (byKey.get(keyOf(figure)) ?? new Set()).add(figure.value));
  }
  if (![...byKey.values()].some(({ size }) => size > 1)) return null;
  const known = new Set([period, start, series, low, high, kind, ...values]);
  const candidates = table.header.flatMap((name, at): FurtherColumn[] => {
    if (known.has(name) || NOTE_NAME.test(name)) return [];
    const cells = new Map(table.rows.map(({ line, cells }) => [line, cells[at] ?? '']));
    const keys = new Set(figures.map((figure) => `${keyOf(figure)}\n${cells.get(figure.line)}`));
    const names = [...new Set(cells.values())].filter((cell) => cell !== '');
    const tells = keys.size === figures.length && names.length > 1 && names.length <= MOST_VALUES;
    return tells ? [{ name, values: names, cells }] : [];
  });
  return candidates.toSorted((a, b) => a.values.length - b.values.length)[0] ?? null;
}

const MOST_VALUES = 60;

/** Those of one value of the further column, or all. */
const pickFigures = (
  figures: readonly OwnFigure[],
  further: FurtherColumn | null,
  chosen: string | undefined,
): readonly OwnFigure[] =>
  further && chosen !== undefined && chosen !== SUM
    ? figures.filter(({ line }) => further.cells.get(line) === chosen)
    : figures;
