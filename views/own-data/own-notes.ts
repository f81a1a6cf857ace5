/** What is left out of a visitor's file, by name, and what cannot be compared as it stands. */
import { type ChartModel, listPeriods } from '@/charts/model';
import { countOf, type Unit } from '@/units/format-value';
import type { Period } from '@/units/period';
import type { OwnColumns } from './own-columns';
import type { OwnFigure } from './own-figures';
import type { OwnSeries } from './own-series';
import type { OwnTable } from './own-table';

interface Told {
  readonly table: OwnTable;
  readonly columns: OwnColumns;
  readonly blanks: number;
  readonly totals: readonly string[];
  readonly own: OwnSeries;
  readonly figures: readonly OwnFigure[];
  readonly model: ChartModel;
}

/** Sentences. */
export function listNotes({
  table,
  columns,
  blanks,
  totals,
  own,
  figures,
  model,
}: Told): readonly string[] {
  const flat = figures.filter(({ value }) => value <= 0).length;
  const isLog = 'scale' in model && model.scale === 'log';
  return [
    table.asides.length > 0 &&
      `Left out, as no part of the table: ${listShort(table.asides.map((aside) => `“${clip(aside)}”`))}.`,
    totals.length > 0 && `Left out, as sums of the others: ${totals.join(', ')}.`,
    blanks > 0 && `${countOf(blanks, 'cell')} without a figure: a gap, no zero.`,
    own.dropped.length > 0 &&
      `Not drawn, ${own.dropped.length} of ${own.names.length} series: ${listShort(own.dropped)}.`,
    isLog &&
      flat > 0 &&
      `${countOf(flat, 'figure')} of zero or less cannot be drawn on a log axis.`,
    model.unit === 'H100-equivalents' &&
      columns.values.some(
        (name) => /gpu|chip|accelerator/i.test(name) && !/h100|equiv/i.test(name),
      ) &&
      `Yours are “${columns.values[0]}”, ours H100-equivalents: newer chips count for more than one, older for less.`,
    ...comparePeriods(figures, model),
  ].filter((note) => note !== false);
}

const clip = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
const MOST_NAMED = 12;
const listShort = (names: readonly string[]) =>
  names.length <= MOST_NAMED
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMED - 1).join(', ')} and ${names.length - MOST_NAMED + 1} more`;

const FLOWS: readonly Unit[] = ['USD millions', 'thousands', 'papers', 'models'];
const LENGTHS = {
  year: 'yearly',
  half: 'half-yearly',
  quarter: 'quarterly',
  month: 'monthly',
  day: 'daily',
};
type Length = keyof typeof LENGTHS;
const YEARS_APART = 10;

function comparePeriods(figures: readonly OwnFigure[], model: ChartModel): readonly string[] {
  const theirs = figures.flatMap(({ period }) => period ?? []);
  const ours = listPeriods(model);
  if (theirs.length === 0 || ours.length === 0) return [];
  const lengths = (periods: readonly Period[]) => [
    ...new Set(periods.map(({ kind }) => kind.replace('fiscal-', '') as Length)),
  ];
  const [own, known] = [lengths(theirs), lengths(ours)];
  const isFlow = FLOWS.includes(model.unit);
  const years = (periods: readonly Period[]) =>
    periods.map(({ start }) => Number(start.slice(0, 4)));
  const [first, last] = [Math.min(...years(theirs)), Math.max(...years(theirs))];
  const isApart =
    first < Math.min(...years(ours)) - YEARS_APART || last > Math.max(...years(ours)) + YEARS_APART;
  const word = (list: readonly Length[]) => list.map((one) => LENGTHS[one]).join(' and ');
  return [
    isFlow &&
      own.length > 1 &&
      `Yours are ${word(own)}: figures of different lengths are not joined.`,
    isFlow &&
      own.some((one) => !known.includes(one)) &&
      `Yours are ${word(own)}, ours ${word(known)}: a sum over a longer period is larger by that alone.${
        own.includes('year') && known.includes('quarter')
          ? ' Choose years for ours to compare them.'
          : ''
      }`,
    isApart && `Yours reach from ${first} to ${last}: the axis is stretched to show them.`,
  ].filter((note) => note !== false);
}
