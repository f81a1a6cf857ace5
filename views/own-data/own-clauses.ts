/**
 * What was assumed of a visitor's file, said aloud: a clause for each, with what it could be
 * instead. A question is a clause that nothing in the file answers.
 */
import type { ChartModel } from '@/charts/kinds';
import { formatValue } from '@/units/format-value';
import {
  AS_IS,
  type FoundFiscal,
  type FoundMark,
  type FurtherColumn,
  OF_CHART,
  type OwnChoices,
  SUM,
} from './own-choices';
import type { OwnColumns } from './own-columns';
import { tidyNumber } from './own-numbers';
import { readPeriod, readSerialDay } from './own-periods';
import type { OwnSeries } from './own-series';
import type { OwnTable } from './own-table';
import { encodings, type OwnText } from './own-text';
import { type FoundUnits, getSize } from './own-units';

export interface Clause {
  /** What is chosen by it. */
  readonly id: keyof OwnChoices;
  readonly label: string;
  /** What holds; empty: the question is open. */
  readonly value: string;
  /** Empty where a number is typed. */
  readonly options: readonly Option[];
  /** Asked once, in words; nothing is drawn before it is answered. */
  readonly isQuestion: boolean;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Found {
  readonly text: OwnText;
  readonly table: OwnTable;
  readonly columns: OwnColumns;
  readonly choices: OwnChoices;
  readonly mark: FoundMark;
  readonly units: FoundUnits;
  readonly order: 'day-first' | 'month-first' | 'open' | null;
  readonly fiscal: FoundFiscal;
  readonly further: FurtherColumn | null;
  readonly own: OwnSeries;
  /** Cells with periods. */
  readonly periods: readonly string[];
  /** How far theirs are from ours in size; null: not far, or said to be right. */
  readonly far: { readonly times: number; readonly theirs: number } | null;
  readonly model: ChartModel;
}

/** Questions first, then in the order in which a file is read. */
export function listClauses(found: Found): readonly Clause[] {
  const clauses = [
    ...listFormClauses(found),
    ...listColumnClauses(found),
    ...listUnitClauses(found),
  ];
  return clauses.toSorted((a, b) => Number(b.isQuestion) - Number(a.isQuestion));
}

const same = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: value }));
const say = (
  id: Clause['id'],
  label: string,
  value: string,
  options: readonly Option[],
): Clause => ({
  ...{ id, label, value, options },
  isQuestion: false,
});
const ask = (...[id, label, value, options]: Parameters<typeof say>): Clause => ({
  ...{ id, label, value, options },
  isQuestion: true,
});

/** How the file is written. */
function listFormClauses({ text, table, choices }: Found): Clause[] {
  const { encoding, sheets, sheet } = text;
  return [
    ...(encoding
      ? [say('encoding', 'Read as', encoding, same([...new Set([encoding, ...encodings])]))]
      : []),
    ...(sheet && sheets.length > 1 ? [say('sheet', 'Sheet', sheet, same(sheets))] : []),
    ...(table.separator !== ',' || choices.separator
      ? [
          say('separator', 'Cells end at', table.separator, [
            { value: ',', label: 'commas' },
            { value: ';', label: 'semicolons' },
            { value: '\t', label: 'tabs' },
            { value: '|', label: 'vertical bars' },
          ]),
        ]
      : []),
  ];
}

/** What its columns are. */
function listColumnClauses({
  table,
  columns,
  choices,
  order,
  fiscal,
  further,
  own,
  periods,
  model,
}: Found) {
  const { layout, period, series, values } = columns;
  const { header } = table;
  const none = { value: '', label: 'none: one series' };
  const isTime = layout !== 'rows' || period !== null;
  const example = periods.find((cell) => readPeriod(cell)) ?? periods[0] ?? '';
  const form =
    readPeriod(example)?.form ??
    (readSerialDay(example) ? 'days as a spreadsheet counts them' : null);
  const clauses: Clause[] = [];
  if (isTime) {
    clauses.push(
      say('layout', 'Series', layout, [
        { value: 'rows', label: 'in rows' },
        { value: 'columns', label: 'a column each' },
        { value: 'line', label: 'a row each, periods across' },
      ]),
    );
  }
  if (layout !== 'line' && period !== null) {
    const label = form ? `Periods (${form}, as ${example}) in` : 'Periods in';
    clauses.push(say('period', label, period, same(header)));
  }
  if (layout !== 'columns') {
    const label = isTime ? 'Names of series in' : 'Names in';
    clauses.push(say('series', label, series ?? '', [none, ...same(header)]));
  }
  if (layout === 'rows') clauses.push(say('value', 'Figures in', values[0]!, same(header)));
  if (order !== null && example.match(/^\d{1,2}[/.-]/)) {
    const value = choices.dayOrder ?? (order === 'open' ? '' : order);
    const options = [
      { value: 'day-first', label: `day first: ${example} is ${showDay(example, true)}` },
      { value: 'month-first', label: `month first: ${example} is ${showDay(example, false)}` },
    ];
    clauses.push((order === 'open' ? ask : say)('dayOrder', 'Days are written', value, options));
  }
  if (fiscal.isFiscal) {
    const value = choices.yearEnd ?? (fiscal.chartCalendar ? OF_CHART : '');
    const options = [
      ...(fiscal.chartCalendar
        ? [{ value: OF_CHART, label: `as here (${fiscal.chartCalendar})` }]
        : []),
      ...same(MONTHS),
    ];
    clauses.push(
      (fiscal.chartCalendar ? say : ask)('yearEnd', 'Fiscal years end in', value, options),
    );
  }
  if (further) {
    const canSum = model.unit !== '%';
    clauses.push(
      ask('further', `Rows differ by “${further.name}”. Draw`, choices.further ?? '', [
        ...(canSum ? [{ value: SUM, label: 'the sum over all' }] : []),
        ...further.values.map((value) => ({ value, label: `only ${value}` })),
      ]),
    );
  }
  if (own.names.length > 1) {
    clauses.push(say('names', 'Series drawn', '', same(own.names)));
  }
  return clauses;
}

const showDay = (cell: string, isDayFirst: boolean) =>
  readPeriod(cell, { isDayFirst })?.label ?? 'no day';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** What its numbers are. */
function listUnitClauses({ choices, mark, units, far, model }: Found): Clause[] {
  const { scale, scales, currency } = units;
  const read = (decimal: '.' | ',') => tidyNumber(mark.example ?? '', decimal) ?? 'no number';
  const clauses: Clause[] = [];
  if (mark.example !== null) {
    const value = mark.isOpen ? '' : mark.decimal;
    const options = [
      { value: '.', label: `points: ${mark.example} is ${read('.')}` },
      { value: ',', label: `commas: ${mark.example} is ${read(',')}` },
    ];
    clauses.push((mark.isOpen ? ask : say)('decimal', 'Decimals are marked by', value, options));
  }
  clauses.push(say('scale', 'Numbers are', scale.label, same(scales.map(({ label }) => label))));
  if (currency !== null) {
    const { rate = '' } = choices;
    const isRate = rate !== '' && rate !== AS_IS;
    clauses.push(
      ask('rate', `They are in ${currency}, ours in US dollars. Draw them`, rate, [
        { value: AS_IS, label: `in ${currency}, not converted` },
        ...(isRate ? [{ value: rate, label: `at ${rate} dollars for 1 ${currency}` }] : []),
      ]),
    );
  }
  if (far) {
    const show = (value: number) => formatValue(value, model.unit);
    const times = far.times >= 1 ? far.times : 1 / far.times;
    const label =
      `Yours are about ${formatTimes(times)} times ${far.times >= 1 ? 'as large as ours' : 'smaller than ours'} ` +
      `(by the median ${show(far.theirs)}, ours ${show(getSize(model) ?? 0)}). Is the unit right?`;
    clauses.push(
      ask('size', label, choices.size ?? '', [
        { value: AS_IS, label: 'yes, draw them as they are' },
      ]),
    );
  }
  return clauses;
}

const formatTimes = (times: number) =>
  Number(times.toPrecision(1)).toLocaleString('en-US', { maximumFractionDigits: 0 });
