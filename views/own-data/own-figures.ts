/**
 * Rows of a visitor's file → series of figures, through a mapping of its columns that is
 * guessed from names and cells and that the visitor decides. Cells meet the same parsers as
 * ours; a row with a problem is left out and told.
 */

import { getOwnShade } from '@/charts/colors';
import { type ChartModel, kindOf } from '@/charts/kinds';
import { listPeriods, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { type Column, date, number, text } from '@/data/contract';
import { buildCellParser } from '@/data/parse-cell';
import type { Problem } from '@/data/problem';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import type { Unit } from '@/units/format-value';
import { parsePeriod } from '@/units/period';
import { parseBound } from '@/units/time-range';
import { type OwnFile, type OwnRow, toProblem } from './own-file';

export interface Mapping {
  /** Null in a ranking, which has no time. */
  readonly period: string | null;
  /** Null: the whole file is one series. */
  readonly series: string | null;
  readonly value: string;
  readonly scale: OwnScale;
}

interface OwnFileFigures {
  readonly series: readonly Series[];
  /** Rows that became figures. */
  readonly count: number;
  readonly problems: readonly Problem[];
}

/** Names whose rows one picture can hold; the rest would only be noise. */
export const MOST_SERIES = 8;

/** Figures in the chart's own unit. Series in the order of the file. */
export function readOwnFigures(file: OwnFile, mapping: Mapping, model: ChartModel): OwnFileFigures {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const points = new Map<string, { label: string; value: number }[]>();
  const read = buildReader(file, mapping, model, problems);
  let count = 0;
  for (const row of file.rows) {
    const figure = read(row);
    if (!figure) continue;
    const key = [figure.series, figure.period].filter(Boolean).join(', ');
    const firstLine = seen.get(key);
    if (firstLine !== undefined) {
      const issue = { rule: 'duplicate-key', firstLine } as const;
      problems.push(toProblem(file.name, { line: row.line, found: key, issue }));
      continue;
    }
    seen.set(key, row.line);
    if (!points.has(figure.series) && points.size === MOST_SERIES) continue;
    count += 1;
    const value = figure.value * mapping.scale.factor;
    points.set(figure.series, [
      ...(points.get(figure.series) ?? []),
      { label: figure.period ?? '', value },
    ]);
  }
  const calendar = listPeriods(model).find((period) => period.calendar)?.calendar;
  const series = [...points].map(([name, own], index) => toSeries(name, own, index, calendar));
  return { series, count, problems };
}

interface OwnFigure {
  readonly series: string;
  readonly period: string | null;
  readonly value: number;
}

function buildReader(
  { header, name: file }: OwnFile,
  { period, series, value, scale }: Mapping,
  model: ChartModel,
  problems: Problem[],
): (row: OwnRow) => OwnFigure | null {
  const read = (column: string, as: Column, tidy = (cell: string) => cell) => {
    const place = header.indexOf(column);
    const parse = buildCellParser(as);
    return (row: OwnRow) => {
      const found = row.cells[place]!;
      const { value: parsed, issue } = parse(tidy(found));
      if (issue) {
        problems.push(
          toProblem(file, { line: row.line, column, found: found === '' ? null : found, issue }),
        );
      }
      return parsed;
    };
  };
  const readValue = read(value, toValueColumn(model, scale));
  const readSeries = series === null ? null : read(series, NAME);
  const readPeriod = period === null ? null : read(period, toPeriodColumn(model), tidyPeriod);
  const readDay = period === null ? null : read(period, DAY);
  return (row) => {
    if (row.cells.length !== header.length) {
      const issue = {
        rule: 'ragged-row',
        expected: header.length,
        actual: row.cells.length,
      } as const;
      problems.push(toProblem(file, { line: row.line, issue }));
      return null;
    }
    const name = readSeries ? readSeries(row) : WHOLE_FILE;
    const label = readPeriod ? readPeriod(row) : null;
    const isDay = typeof label === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(label);
    const when = isDay ? readDay!(row) : label;
    const amount = readValue(row);
    if (typeof name !== 'string' || typeof amount !== 'number') return null;
    if (period !== null && typeof when !== 'string') return null;
    return { series: name, period: when as string | null, value: amount };
  };
}

/** "Q3 FY26" or "June 2022" as the label of the same period; anything else as it stands. */
const tidyPeriod = (cell: string): string => parseBound(cell) ?? cell;

const WHOLE_FILE = 'Your figures';
const NAME = text({ label: 'Series', meaning: 'Name of a series.' });
const DAY = date({ label: 'Period', meaning: 'A day.', precision: 'day' });

/** Any period we know; fiscal quarters only with fiscal ones, whose calendar they share. */
function toPeriodColumn(model: ChartModel): Column {
  const periods = listPeriods(model);
  const isFiscal = periods.some(({ kind }) => kind === 'fiscal-quarter');
  return text({
    label: 'Period',
    meaning: 'A year, half year, quarter, month or day.',
    pattern: isFiscal ? FISCAL_PERIOD : PERIOD,
    example: periods.at(-1)?.label ?? '2025-Q4',
  });
}

const PERIOD = /^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-\d{2})?)?$/;
const FISCAL_PERIOD = new RegExp(`${PERIOD.source}|^FY\\d{4}-Q[1-4]$`);

/** Shares end at 100; counts do not fall below zero. */
function toValueColumn({ unit, ...model }: ChartModel, { factor }: OwnScale): Column {
  const isShare = unit === '%' && ('axis' in model ? model.axis === 'share' : true);
  const isCount = !['%', 'percentage points', 'USD millions', 'USD', 'index'].includes(unit);
  return number({
    label: 'Value',
    meaning: 'The figure.',
    unit,
    ...(isShare || isCount ? { min: 0 } : {}),
    ...(isShare ? { max: 100 / factor } : {}),
  });
}

function toSeries(
  name: string,
  own: readonly { label: string; value: number }[],
  index: number,
  calendar: FiscalCalendar | undefined,
): Series {
  const series: Series = {
    id: `own-${index + 1}`,
    label: `${name} (yours)`,
    color: getOwnShade(index),
    isOwn: true,
    points: own.map(({ label, value }) => ({
      period: parsePeriod(label, calendar) ?? { label, kind: 'day', start: '', end: '' },
      value,
      kind: 'measured',
      source: null,
      note: 'From your own file.',
    })),
  };
  return own.some(({ label }) => label === '') ? series : alignSeries([series])[0]!;
}

export interface OwnScale {
  readonly label: string;
  /** Times this, they are in the chart's unit. */
  readonly factor: number;
}

const money: readonly OwnScale[] = [
  { label: 'US dollars', factor: 1e-6 },
  { label: 'thousands of US dollars', factor: 1e-3 },
  { label: 'millions of US dollars', factor: 1 },
  { label: 'billions of US dollars', factor: 1e3 },
];

const scales: Partial<Record<Unit, readonly OwnScale[]>> = {
  '%': [
    { label: 'per cent (64.8)', factor: 1 },
    { label: 'fractions of one (0.648)', factor: 100 },
  ],
  'USD millions': money,
  thousands: [
    { label: 'units', factor: 1e-3 },
    { label: 'thousands', factor: 1 },
    { label: 'millions', factor: 1e3 },
  ],
};

/** What the visitor may choose from; the chart's own unit has the factor 1. */
export function listOwnScales(unit: Unit): readonly OwnScale[] {
  return (
    scales[unit] ?? [
      { label: unit, factor: 1 },
      { label: `thousands of ${unit}`, factor: 1e3 },
    ]
  );
}

const SAMPLED_ROWS = 50;

export function guessMapping({ header, rows }: OwnFile, model: ChartModel): Mapping {
  const isPeriod = buildCellParser(toPeriodColumn(model));
  const sample = rows.slice(0, SAMPLED_ROWS);
  /** How many cells of a column pass, with a little more for a fitting name. */
  const rate = (column: string, passes: (cell: string) => boolean, name: RegExp) => {
    const place = header.indexOf(column);
    const good = sample.filter(({ cells }) => passes(cells[place] ?? '')).length;
    return good / Math.max(1, sample.length) + (name.test(column) ? NAMED : 0);
  };
  const best = (columns: readonly string[], score: (column: string) => number) =>
    columns.toSorted((a, b) => score(b) - score(a))[0];

  const period = kindOf(model).own?.hasPeriods
    ? (best(header, (one) =>
        rate(one, (cell) => isPeriod(tidyPeriod(cell)).issue === null, PERIOD_NAME),
      ) ?? null)
    : null;
  const rest = header.filter((column) => column !== period);
  const value = best(rest, (one) => rate(one, (cell) => /^-?[\d.,]+$/.test(cell), VALUE_NAME))!;
  const hasWords = (column: string) => rate(column, (cell) => /\p{L}/u.test(cell), SERIES_NAME);
  const names = rest.filter((column) => column !== value && hasWords(column) > 0);
  const series = best(names, hasWords) ?? null;
  return { period, series, value, scale: guessScale(value, listOwnScales(model.unit)) };
}

/** The scale that the column's name speaks of, else the chart's own. */
function guessScale(column: string, scales: readonly OwnScale[]): OwnScale {
  const said = SCALE_NAMES.find(([, name]) => name.test(column))?.[0];
  return (
    scales.find(({ label }) => said && label.startsWith(said)) ??
    scales.find(({ factor }) => factor === 1) ??
    scales[0]!
  );
}

/** The words that scales of units begin with. */
const SCALE_NAMES = [
  ['billions', /\bbn\b|billion/i],
  ['millions', /\bmn?\b|million/i],
  ['thousands', /\bk\b|thousand/i],
] as const;

const NAMED = 0.4;
const PERIOD_NAME = /period|date|quarter|year|month|time/i;
const VALUE_NAME = /value|share|revenue|count|amount|units|papers|accelerators|usd|pct|percent/i;
const SERIES_NAME = /series|vendor|name|company|organi[sz]ation|group/i;
