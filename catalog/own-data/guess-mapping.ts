/** Which column is likely what, from names and cells; the visitor decides. */
import { type ChartModel, kindOf } from '@/charts/kinds';
import { buildCellParser } from '@/data/parse-cell';
import { type Mapping, tidyPeriod, toPeriodColumn } from './own-figures';
import type { OwnFile } from './own-file';
import { listOwnScales, type OwnScale } from './own-units';

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
