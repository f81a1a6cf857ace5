/**
 * Rows of a visitor's file → series of figures, through a mapping of its columns.
 * Cells meet the same parsers as ours; a row with a problem is left out and told.
 */

import { alignSeries } from '@/charts/align-series';
import { getOwnShade } from '@/charts/colors';
import { type ChartModel, listPeriods, type Series } from '@/charts/model';
import { type Column, date, number, text } from '@/data/contract';
import { buildCellParser } from '@/data/parse-cell';
import type { Problem } from '@/data/problem';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { parsePeriod } from '@/units/period';
import { parseBound } from '@/units/time-range';
import { type OwnFile, type OwnRow, toProblem } from './own-file';
import type { OwnScale } from './own-units';

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
export const tidyPeriod = (cell: string): string => parseBound(cell) ?? cell;

const WHOLE_FILE = 'Your figures';
const NAME = text({ label: 'Series', meaning: 'Name of a series.' });
const DAY = date({ label: 'Period', meaning: 'A day.', precision: 'day' });

/** Any period we know; fiscal quarters only with fiscal ones, whose calendar they share. */
export function toPeriodColumn(model: ChartModel): Column {
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
