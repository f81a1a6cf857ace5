/** Which column is likely what, from names and cells; the visitor decides. */
import { buildCellParser } from '@/data/parse-cell';
import { type Mapping, type OwnTarget, toPeriodColumn } from './own-figures';
import type { OwnFile } from './own-file';
import { listOwnScales } from './own-units';

const SAMPLED_ROWS = 50;

export function guessMapping({ header, rows }: OwnFile, model: OwnTarget): Mapping {
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

  const period =
    model.shape === 'ranking'
      ? null
      : (best(header, (one) => rate(one, (cell) => isPeriod(cell).issue === null, PERIOD_NAME)) ??
        null);
  const rest = header.filter((column) => column !== period);
  const value = best(rest, (one) => rate(one, (cell) => /^-?[\d.,]+$/.test(cell), VALUE_NAME))!;
  const names = rest.filter((column) => column !== value);
  const series =
    best(names, (one) => rate(one, (cell) => /\p{L}/u.test(cell), SERIES_NAME)) ?? null;
  const scales = listOwnScales(model.unit);
  return { period, series, value, scale: scales.find(({ factor }) => factor === 1) ?? scales[0]! };
}

const NAMED = 0.4;
const PERIOD_NAME = /period|date|quarter|year|month|time/i;
const VALUE_NAME = /value|share|revenue|count|amount|units|papers|accelerators|usd|pct|percent/i;
const SERIES_NAME = /series|vendor|name|company|organi[sz]ation|group/i;
