import { describe, expect, it, test } from 'vitest';
import type { Series, TimeModel } from '@/charts/model';
import { wordProblem } from '@/data/wording';
import { parsePeriod } from '@/units/period';
import type { Trend } from '../trend/transform-model';
import { guessMapping, listOwnScales, readOwnFigures } from './own-figures';
import { decodeOwnFile, listSeriesColumns, splitOwnFile, unpivot, writeCell } from './own-file';
import { applyOwnTrend, buildSample, mergeOwn, toOwnBasis } from './own-trend';

const nvidia: Series = {
  id: 'nvidia',
  label: 'Nvidia',
  color: 'nvidia',
  points: ['2025-Q1', '2025-Q2', '2025-Q3'].map((label, index) => ({
    period: parsePeriod(label, 'last Sunday of January')!,
    value: 90 + index,
    kind: 'measured',
    source: 's',
  })),
};
const shares: TimeModel = {
  shape: 'stacked-areas',
  unit: '%',
  scale: 'linear',
  axis: 'share',
  series: [nvidia],
  notes: [],
};
const revenue: TimeModel = { ...shares, unit: 'USD millions', axis: 'from-zero', shape: 'columns' };

function read(text: string, model: TimeModel = shares) {
  const file = splitOwnFile('mine.csv', text);
  const mapping = guessMapping(file, model);
  return { file, mapping, ...readOwnFigures(file, mapping, model) };
}

test.each([
  [
    'period,series,value',
    '2025-Q1,Mine,50',
    { period: 'period', series: 'series', value: 'value' },
  ],
  ['company,year,share', 'Acme,2024,12.5', { period: 'year', series: 'company', value: 'share' }],
  ['when,percent', '2025-Q1,50', { period: 'when', series: null, value: 'percent' }],
  ['a,b,c', 'x,7,2025-06', { period: 'c', series: 'a', value: 'b' }],
])('guesses what the columns of "%s" are', (header, row, expected) => {
  expect(read(`${header}\n${row}\n`).mapping).toMatchObject(expected);
});

test.each([
  [
    '2025-Q9,Mine,50',
    'mine.csv, line 2, period: "2025-Q9" does not have the form this column asks for. Write it like "2025-Q3".',
  ],
  [
    '2025-Q1,Mine,"50,5"',
    'mine.csv, line 2, value: "50,5" is not a number. Use a point as the decimal mark.',
  ],
  [
    '2025-Q1,Mine,120',
    'mine.csv, line 2, value: "120" is more than 100. Check the figure and its unit.',
  ],
  [
    '2025-Q1,,50',
    'mine.csv, line 2, series: the cell is blank, and this column needs a value. If the value is unknown, leave the row out.',
  ],
  [
    '2025-Q1,Mine',
    'mine.csv, line 2: the row has 2 cells, the header has 3. Keep the commas of blank cells.',
  ],
  [
    '2025-02-31,Mine,50',
    'mine.csv, line 2, period: "2025-02-31" is not a date. Write year, month and day, such as 2023-02-23.',
  ],
])('words what is wrong with the row %s as the ingest does', (row, expected) => {
  const { problems, count } = read(`period,series,value\n${row}\n2025-Q2,Mine,51\n`);
  expect(problems.map(wordProblem)).toContain(expected);
  expect(count).toBe(1);
});

test.each([
  ['', 'the file is empty'],
  ['period|series|value\n2025-Q1|Mine|50', 'the cells are separated by'],
  ['2025-Q1,Mine,50\n2025-Q2,Mine,51', 'the header lacks this column'],
  ['Mine,50\nYours,51', 'the header lacks this column'],
  ['period,value,value\n2025-Q1,1,2', 'names this column more than once'],
  ['period\n2025-Q1', 'the header lacks this column'],
  ['period,value\n2025-Q1,"50', 'the quotation marks do not match'],
])('says what is wrong with the file %j', (text, expected) => {
  const { problems } = splitOwnFile('mine.csv', text);
  expect(problems.map(wordProblem).join()).toContain(expected);
});

it('recognizes what is no CSV before it becomes a thousand problems', () => {
  const { problem } = decodeOwnFile('book.xlsx', new TextEncoder().encode('PK\x03\x04 workbook'));
  expect(problem && wordProblem(problem)).toContain('it looks like an Excel workbook');
});

it('leaves out the second of two rows for one period and names the first', () => {
  const { problems, series } = read('period,value\n2025-Q1,50\n2025-Q1,60\n');
  expect(problems.map(wordProblem)).toEqual([
    'mine.csv, line 3: "Your figures, 2025-Q1" is already on line 2. Keep one of the two rows.',
  ]);
  expect(series[0]?.points.map(({ value }) => value)).toEqual([50]);
});

it('breaks the line where a quarter is missing', () => {
  const { series } = read('period,value\n2025-Q1,50\n2025-Q2,51\n2025-Q4,53\n');
  expect(series[0]?.points.map(({ value }) => value)).toEqual([50, 51, null, 53]);
});

test.each([
  ['period\tseries\tvalue\n2025-Q1\tMine, too\t50', ['Mine, too (yours)'], [50]],
  ['period;value\n2025-Q1;50', ['Your figures (yours)'], [50]],
  ['quarter,value\nQ1 2025,50\n2025 q2,51', ['Your figures (yours)'], [50, 51]],
])('reads %j as people have it', (text, names, values) => {
  const { series, problems } = read(text);
  expect(problems).toEqual([]);
  expect(series.map(({ label }) => label)).toEqual(names);
  expect(series[0]?.points.map(({ value }) => value)).toEqual(values);
});

it('takes a unit from the name of the column', () => {
  expect(read('year,Revenue ($bn)\n2025,1.5', revenue).series[0]?.points[0]?.value).toBe(1500);
  expect(read('year,Revenue\n2025,1.5', revenue).series[0]?.points[0]?.value).toBe(1.5);
});

it('makes a row of each figure where each series has a column', () => {
  const { file, mapping } = read('year,Acme,"B, Inc"\n2024,10,20\n2025,,21');
  expect(mapping).toMatchObject({ period: 'year', series: null });
  const columns = listSeriesColumns(file, mapping);
  expect(columns).toEqual(['Acme', 'B, Inc']);
  const { series, problems } = read(unpivot(file, 'year', columns));
  expect(problems).toEqual([]);
  expect(series.map(({ label, points }) => [label, points.map(({ value }) => value)])).toEqual([
    ['Acme (yours)', [10]],
    ['B, Inc (yours)', [20, 21]],
  ]);
  const long = read('period,series,value\n2025-Q1,Mine,50');
  expect(listSeriesColumns(long.file, long.mapping)).toEqual([]);
});

it('turns billions into the chart’s millions', () => {
  const file = splitOwnFile('mine.csv', 'period,value\n2025-Q1,1.5\n');
  const scale = listOwnScales('USD millions').find(({ label }) => label.startsWith('billions'))!;
  const mapping = { ...guessMapping(file, revenue), scale };
  expect(readOwnFigures(file, mapping, revenue).series[0]?.points[0]?.value).toBe(1500);
});

it('corrects one cell and leaves the rest of the text as it means', () => {
  const file = splitOwnFile('mine.csv', 'period,series,value\n2025-Q1,"A, B","1,5"\n');
  const text = writeCell(file, { line: 2, column: 'value', text: '1.5' });
  expect(text).toBe('period,series,value\n2025-Q1,"A, B",1.5');
});

describe('drawn over ours', () => {
  it('stands next to our series under its own name, as lines, and is said to be the visitor’s', () => {
    const { series } = read('period,series,value\n2025-Q1,Mine,50\n');
    const merged = mergeOwn(shares, series) as TimeModel;
    expect(merged.shape).toBe('lines');
    expect(merged.series.map(({ label, isOwn = false }) => [label, isOwn])).toEqual([
      ['Nvidia', false],
      ['Mine (yours)', true],
    ]);
    expect(merged.notes[0]).toContain('your own figures');
  });

  describe('in another view', () => {
    const quarters = (year: number, value: number) =>
      [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter},Mine,${value}`);
    const text = `period,series,value\n${[...quarters(2024, 100), ...quarters(2025, 150)].join('\n')}\n`;
    const plain: Trend = {
      align: 'fiscal',
      by: 'quarter',
      view: 'levels',
      stack: 'none',
      scale: 'linear',
      hasEvents: false,
      series: null,
      focus: null,
      time: { from: null, to: null },
      emptyTime: null,
    };
    const show = (trend: Partial<Trend>, own = text) => {
      const shown = { model: revenue, base: revenue, trend: { ...plain, ...trend } };
      const { series, notes } = applyOwnTrend(shown, read(own, revenue).series);
      const [first] = series;
      return {
        figures: first?.points.map(({ period, value }) => [period.label, value]) ?? [],
        isOwn: first?.isOwn,
        notes,
      };
    };

    it('is summed, grows and is indexed as ours', () => {
      expect(show({ by: 'year' }).figures).toEqual([
        ['2024', 400],
        ['2025', 600],
      ]);
      expect(show({ by: 'year', view: 'growth-year' }).figures).toEqual([['2025', 50]]);
      expect(show({ view: 'index', time: { from: '2024-Q4', to: '2025-Q1' } }).figures).toEqual([
        ['2024-Q4', 100],
        ['2025-Q1', 150],
      ]);
      expect(show({ by: 'year' })).toMatchObject({ isOwn: true, notes: [expect.any(String)] });
    });

    it('stays as it is where ours is', () => {
      expect(show({}).notes).toEqual([]);
      expect(show({ scale: 'log' }).figures).toHaveLength(8);
    });

    it('keeps years that are years already, and says what a view leaves nothing of', () => {
      expect(show({ by: 'year' }, 'period,value\n2024,7\n').figures).toEqual([['2024', 7]]);
      const alone = show({ view: 'growth-year' }, 'period,value\n2024,7\n');
      expect(alone.figures).toEqual([]);
      expect(alone.notes.join()).toContain('for want of figures of other periods');
    });

    it('takes shares as shares where ours are computed of our own whole', () => {
      const shown = {
        model: shares,
        base: revenue,
        trend: { ...plain, stack: 'percent' as const },
      };
      expect(toOwnBasis(shown)).toBe(shares);
      const { series } = applyOwnTrend(shown, read('period,value\n2025-Q1,40\n').series);
      expect(series[0]?.points[0]?.value).toBe(40);
      expect(toOwnBasis({ ...shown, trend: plain })).toBe(revenue);
    });
  });

  test.each([shares, revenue])('the sample can be drawn without a problem ($unit)', (model) => {
    const { problems, count } = read(buildSample(model), model);
    expect(problems).toEqual([]);
    expect(count).toBe(3);
  });
});
