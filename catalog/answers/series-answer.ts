/** A query and a declared series → the figures that answer it; null where they do not. */

import { toEvidenceHref } from '@/address/links';
import type { Orm } from '@/db/orm';
import { getNvidiaCalendar, getVendor } from '@/db/queries/vendors';
import { toShortName } from '@/subjects/chips/chip-entries';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { formatChange, formatFigure, formatValue, type Unit } from '@/units/format-value';
import { formatTimeRange } from '@/units/time-range';
import { type RowKind, toFigureKind } from '@/views/row-figures';
import { type Answer, type AnswerFigure, buildAnswer } from './answer';
import type { AnswerSeries, Word } from './answer-series';
import type { Asked } from './asked';
import { chooseRows, selectRows } from './series-rows';
import {
  compareEnds,
  groupLines,
  type Row,
  readTimes,
  type Shown,
  toDated,
  toTime,
  toWhen,
} from './series-times';

/** More figures are a table. */
const MOST_FIGURES = 4;

export async function answerFromSeries(
  orm: Orm,
  asked: Asked,
  series: AnswerSeries,
  loosely = false,
): Promise<Answer | null> {
  const chosen = chooseRows(asked, series, loosely);
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
  const time = asked.since
    ? { time: formatTimeRange({ from: asked.since, to: null }) }
    : toTime(asked.period, dated, calendar);
  return buildAnswer(orm, {
    title: series.title(first.row as never, word(first.row), varies),
    note: read.note,
    figures: figures.slice(0, 2 * MOST_FIGURES),
    sources: shown.flatMap((group) => group.map(({ at }) => String(at.row.source))),
    links: [series.chart(first.row as never, time)],
  });
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

function compareGroups(
  [a]: readonly Shown[],
  [b]: readonly Shown[],
  { first = () => 0 }: AnswerSeries,
): number {
  if (!a || !b) return 0;
  const place = (one: Shown) => first(one.at.row as never);
  return place(a) - place(b) || compareEnds(b.at, a.at) || b.value - a.value;
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
  const range = [low, high].map((name) => (name === undefined || sum ? null : at.row[name]));
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
    ...(kind && { kind: sum && kind === 'measured' ? 'derived' : kind }),
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
