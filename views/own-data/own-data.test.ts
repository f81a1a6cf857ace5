/** A visitor's file as people write it → figures in the chart, and what is said of it. */
import { describe, expect, it, test } from 'vitest';
import { toTable } from '@/charts/kinds';
import type { ChartModel, RankModel, Series, TimeModel } from '@/charts/model';
import { wordProblem } from '@/data/wording';
import { type Period, parsePeriod } from '@/units/period';
import { readBatches } from '@/units/table';
import type { Trend } from '../trend/transform-model';
import type { OwnChoices } from './own-choices';
import { readOwn } from './own-reading';
import { splitOwnText, writeCells } from './own-table';
import { readOwnBytes, toOwnText } from './own-text';
import { applyOwnTrend, buildSample, mergeOwn, toOwnShown } from './own-trend';

const period = (label: string): Period => parsePeriod(label, 'last Sunday of January')!;
const toSeries = (id: string, figures: Record<string, number>): Series => ({
  id,
  label: id,
  color: 'nvidia',
  points: Object.entries(figures).map(([label, value]) => ({
    period: period(label),
    value,
    kind: 'measured',
    source: 's',
  })),
});
const shares: TimeModel = {
  shape: 'stacked-areas',
  unit: '%',
  scale: 'linear',
  axis: 'share',
  series: [toSeries('Nvidia', { '2025-Q1': 60, '2025-Q2': 61, '2025-Q3': 62 })],
  notes: [],
};
const revenue: TimeModel = {
  ...shares,
  unit: 'USD millions',
  axis: 'from-zero',
  shape: 'columns',
  series: [toSeries('Nvidia', { '2025-Q1': 39_112, '2025-Q2': 41_096, '2025-Q3': 51_200 })],
};
const fiscal: TimeModel = {
  ...revenue,
  series: [toSeries('Nvidia', { 'FY2026-Q1': 39_112, 'FY2026-Q2': 41_096 })],
};
const holders: RankModel = {
  shape: 'ranking',
  unit: 'accelerators',
  scale: 'linear',
  valueLabel: 'Accelerators',
  entryLabel: 'Holder',
  columns: [],
  entries: Array.from({ length: 15 }, (_, at) => ({
    id: `h${at}`,
    label: `Holder ${at}`,
    href: null,
    value: 150_000 - at * 9000,
    kind: 'measured',
    color: 'nvidia',
    tone: 'full',
    details: [],
    source: null,
  })),
  notes: [],
};

const read = (text: string, model: ChartModel = shares, choices: OwnChoices = {}) =>
  readOwn(toOwnText('mine.csv', text), choices, model);
/** "Acme 2025-Q1=64.8 2025-Q2=66.1", a text for each series. */
const drawn = (text: string, model: ChartModel = shares, choices: OwnChoices = {}) =>
  read(text, model, choices).series.map(({ label, points }) =>
    [
      label.replace(' (yours)', ''),
      ...points.map((one) => `${one.period.label}=${one.value}`),
    ].join(' '),
  );
const said = (text: string, model: ChartModel = shares, choices: OwnChoices = {}) =>
  Object.fromEntries(
    read(text, model, choices).clauses.map(({ id, value, options }) => [
      id,
      options.find((one) => one.value === value)?.label ?? value,
    ]),
  );
const asked = (text: string, model: ChartModel = shares, choices: OwnChoices = {}) =>
  read(text, model, choices)
    .clauses.filter(({ isQuestion, value }) => isQuestion && value === '')
    .map(({ id }) => id);
const problemsOf = (text: string, model: ChartModel = shares) =>
  read(text, model).problems.map(wordProblem);

const quarters = (...cells: string[]) =>
  `period,series,value\n${cells.map((cell, at) => `2025-Q${at + 1},Acme,${cell}`).join('\n')}\n`;

describe('numbers', () => {
  test.each([
    ['Quartal;Anbieter;Anteil\n2025-Q1;AG;64,8\n2025-Q2;AG;66,1\n', 'AG 2025-Q1=64.8 2025-Q2=66.1'],
    ['period\tseries\tvalue\n2025-Q1\tAG\t64,8\n', 'AG 2025-Q1=64.8'],
    [quarters('64.8%', '66.1 %'), 'Acme 2025-Q1=64.8 2025-Q2=66.1'],
    [quarters('.5', '5.', '+7'), 'Acme 2025-Q1=0.5 2025-Q2=5 2025-Q3=7'],
    [quarters('NA', '66', '-', 'n/a'), 'Acme 2025-Q2=66'],
    [quarters('64.8*', '~66', '67 [1]'), 'Acme 2025-Q1=64.8 2025-Q2=66 2025-Q3=67'],
  ])('%j on a chart of shares', (text, expected) => {
    expect(drawn(text)).toEqual([expected]);
  });

  test.each([
    [quarters('"3,616"', '"10,323"'), 'Acme 2025-Q1=3616 2025-Q2=10323'],
    [quarters('"$3,616"', '"$4,284"'), 'Acme 2025-Q1=3616 2025-Q2=4284'],
    [quarters('1.2E+4', '8.44e3'), 'Acme 2025-Q1=12000 2025-Q2=8440'],
    [quarters('3\u00a0616', '4\u202f284'), 'Acme 2025-Q1=3616 2025-Q2=4284'],
    [quarters('(12000)', '\u221295000'), 'Acme 2025-Q1=-12000 2025-Q2=-95000'],
    [quarters('$3.6bn', '$980m'), 'Acme 2025-Q1=3600 2025-Q2=980'],
    ['period;value\n2025-Q1;"1.234,5"\n', 'Your figures 2025-Q1=1234.5'],
    [
      quarters("1'234'567", '"12,34,567"').replace('value', 'Revenue ($k)'),
      'Acme 2025-Q1=1234.567 2025-Q2=1234.567',
    ],
  ])('%j on a chart of revenue', (text, expected) => {
    expect(drawn(text, revenue)).toEqual([expected]);
  });

  it('asks once whether a comma groups or marks decimals, where either would fit', () => {
    const text = 'quarter,Revenue ($m)\n2025-Q1,"3,616"\n2025-Q2,"4,284"\n';
    const small: TimeModel = { ...revenue, series: [toSeries('A', { '2025-Q1': 100 })] };
    expect(asked(text, small)).toEqual(['decimal']);
    expect(drawn(text, small)).toEqual([]);
    expect(drawn(text, small, { decimal: ',' })).toEqual([
      'Your figures 2025-Q1=3.616 2025-Q2=4.284',
    ]);
    expect(drawn(text, small, { decimal: '.' })).toEqual([
      'Your figures 2025-Q1=3616 2025-Q2=4284',
    ]);
  });

  it('takes what leaves no doubt elsewhere in the file', () => {
    const text = 'period;share;other\n2025-Q1;3,616;"1,5"\n';
    expect(said(text).decimal).toBe('commas: 3,616 is 3.616');
  });
});

describe('size, units, money', () => {
  test.each([
    ['Revenue (USD)', '41096000000', 'US dollars'],
    ['revenue_usd', '41096000000', 'US dollars'],
    ['Revenue', '41096000000', 'US dollars'],
    ['Revenue ($B)', '41.096', 'billions of US dollars'],
    ['Umsatz (Mrd. USD)', '41.096', 'billions of US dollars'],
    ['Revenue, billions of dollars', '41.096', 'billions of US dollars'],
    ['Revenue ($bn)', '41.096', 'billions of US dollars'],
    ['Revenue (US$ mn)', '41096', 'millions of US dollars'],
    ['Revenue ($000)', '41096000', 'thousands of US dollars'],
  ])('a column "%s" with %s is $41.1bn', (name, cell, scale) => {
    const text = `quarter,"${name}"\n2025-Q1,${cell}\n`;
    expect(drawn(text, revenue)).toEqual(['Your figures 2025-Q1=41096']);
    expect(said(text, revenue).scale).toBe(scale);
  });

  it('takes a share column of fractions as fractions, and says so', () => {
    expect(drawn('quarter,share\n2025-Q1,0.648\n2025-Q2,0.67\n')).toEqual([
      'Your figures 2025-Q1=64.8 2025-Q2=67',
    ]);
    expect(said('quarter,share\n2025-Q1,0.648\n').scale).toBe('fractions of one (0.648)');
  });

  it('draws foreign money only when told how, and names it', () => {
    const text = 'quarter,Revenue (EUR m)\n2025-Q1,40000\n';
    expect(asked(text, revenue)).toEqual(['rate']);
    expect(drawn(text, revenue)).toEqual([]);
    expect(read(text, revenue, { rate: 'as-is' }).series[0]?.label).toBe(
      'Your figures (yours, EUR)',
    );
    expect(drawn(text, revenue, { rate: '1.1' })).toEqual(['Your figures 2025-Q1=44000']);
  });

  it('asks before it draws what is far from ours in size', () => {
    const text = 'quarter,Revenue ($bn)\n2025-Q1,41096\n';
    expect(asked(text, revenue)).toEqual(['size']);
    expect(read(text, revenue).clauses[0]?.label).toContain('about 1,000 times as large as ours');
    expect(drawn(text, revenue, { size: 'as-is' })).toEqual(['Your figures 2025-Q1=41096000']);
    expect(drawn(text, revenue, { scale: 'millions of US dollars' })).toEqual([
      'Your figures 2025-Q1=41096',
    ]);
  });
});

describe('periods', () => {
  test.each([
    ...[
      'Q1 2025',
      '2025Q1',
      '1Q25',
      "Q1'25",
      '2025-q1',
      '2025 Q1',
      '2025年第一季度',
      '1. Quartal 2025',
      'T1 2025',
    ].map((cell) => [cell, '2025-Q1']),
    ...[
      '3/31/2025',
      '31.03.2025',
      '2025/03/31',
      '31-Mar-2025',
      'March 31, 2025',
      '20250331',
      '45747',
    ].map((cell) => [cell, '2025-03-31']),
    ...['2025-03-31T00:00:00Z', '2025-03-31 00:00:00', '3/31/2025 12:00 AM'].map((cell) => [
      cell,
      '2025-03-31',
    ]),
    ...['Mar-25', 'Mar 2025', '202503', 'März 2025', '2025年3月', '03/2025'].map((cell) => [
      cell,
      '2025-03',
    ]),
    ...['H1 2025', '1H25', '2025-H1'].map((cell) => [cell, '2025-H1']),
    ...['2024.0', '2024', 'CY2024'].map((cell) => [cell, '2024']),
    ['2025-W13', '2025-03-24'],
  ])('reads %s as %s', (cell, label) => {
    expect(drawn(`period,value\n"${cell}",50\n`)).toEqual([`Your figures ${label}=50`]);
  });

  it('says how they were written, in the file’s own words', () => {
    const { clauses } = read('when,share\n1Q25,50\n');
    expect(clauses.find(({ id }) => id === 'period')?.label).toBe('Periods (quarters, as 1Q25) in');
  });

  it('asks once for the column whether the day or the month comes first', () => {
    const text = 'date,value\n1/2/2025,50\n3/4/2025,51\n';
    expect(asked(text)).toEqual(['dayOrder']);
    expect(drawn(text, shares, { dayOrder: 'day-first' })).toEqual([
      'Your figures 2025-02-01=50 2025-04-03=51',
    ]);
    expect(asked('date,value\n1/2/2025,50\n3/31/2025,51\n')).toEqual([]);
  });

  it('asks whose fiscal years they are, or says that they are the chart’s', () => {
    const text = 'period,Revenue\nFY25,160000\nQ1 FY26,44000\n';
    expect(asked(text, revenue)).toEqual(['yearEnd']);
    expect(drawn(text, revenue, { yearEnd: 'June' })).toEqual([
      'Your figures 2024=160000 2025-Q3=44000',
    ]);
    expect(drawn(text, fiscal)).toEqual(['Your figures FY2025=160000 FY2026-Q1=44000']);
    expect(said(text, fiscal).yearEnd).toBe('as here (last Sunday of January)');
  });

  it('takes an expected year as a projection', () => {
    expect(read('year,value\n2026E,50\n').series[0]?.points[0]?.kind).toBe('projection');
  });

  it('takes a first and a last day as the quarter between them', () => {
    const text =
      'Name,Start date,End date,value\nA,1/1/2025,3/31/2025,50\nA,4/1/2025,6/30/2025,51\n';
    expect(drawn(text)).toEqual(['A 2025-Q1=50 2025-Q2=51']);
  });

  test.each([
    ['2025-02-30', 'is not a date'],
    ['-5000', 'is no year from 1950 to 2100'],
    ['2025 YTD', 'does not have the form'],
    ['1066', 'is no year from 1950 to 2100'],
  ])('does not take %s', (cell, expected) => {
    expect(problemsOf(`period,value\n${cell},50\n2025-Q1,51\n`).join()).toContain(expected);
  });
});

describe('what stands around a table, and which column is what', () => {
  const table = 'period,series,value\n2025-Q1,Acme,60\n';
  test.each([
    [`GPU share report\nSource: Example\n\n${table}`],
    [`${table}\nSource: Example Research. Figures rounded.\n`],
    ['sep=;\nperiod;series;value\n2025-Q1;Acme;60\n'],
    ['period,series,value,,\n2025-Q1,Acme,60,,\n'],
    ['period;series;"share, per cent"\n2025-Q1;Acme;60\n'],
    ['period, series, value\n2025-Q1, Acme, 60\n'],
    ['period|series|value\n2025-Q1|Acme|60\n'],
    [`${table}Total,,121\n`],
    ['Quarter,Acme,Comment\n2025-Q1,60,first\n'],
    ['Company,Q1 2025\nAcme,60\n'],
    ['2025-Q1,Acme,60\n2025-Q2,Acme,\n'],
    [',Acme,Other\nQuarter,%,%\n2025-Q1,60,\n'],
    ['Entity,Code,Year,share\nAcme,ACM,2025-Q1,60\n'],
  ])('%j', (text) => {
    const { series } = read(text);
    expect(series[0]?.points[0]).toMatchObject({ period: { label: '2025-Q1' }, value: 60 });
    expect(['Acme (yours)', 'Your figures (yours)']).toContain(series[0]?.label);
  });

  it('says what it left out', () => {
    const { notes } = read(`Report\n${table}2025-Q2,Acme,\nTotal,,121\n`);
    expect(notes).toEqual([
      'Left out, as no part of the table: “Report”.',
      'Left out, as sums of the others: Total.',
      '1 cell without a figure: a gap, no zero.',
    ]);
  });

  test.each([
    ['Quarter,Nvidia,AMD\n2025-Q1,68,18\n2025-Q2,72,16\n'],
    ['Company,2025-Q1,2025-Q2\nNvidia,68,72\nAMD,18,16\n'],
    ['Quarter,Nvidia,AMD,Comment\n2025-Q1,68,18,first\n2025-Q2,72,16,\n'],
    ['Quarter,Nvidia,AMD,Total\n2025-Q1,68,18,86\n2025-Q2,72,16,88\n'],
    ['date;Nvidia;AMD\n2025-Q1;68,0%;18%\n2025-Q2;72%;16%\n'],
  ])('a column or a row for each series: %j', (text) => {
    expect(drawn(text)).toEqual(['Nvidia 2025-Q1=68 2025-Q2=72', 'AMD 2025-Q1=18 2025-Q2=16']);
  });

  test.each([
    ['Name,Max OP/s (log),GPUs,Owner\nSite A,21.9,150000,Lab\n', 'Site A =150000'],
    [
      'cluster,release_date,deployment_date,gpu_count\nSite A,2024-03-14,2025-07-22,200000\n',
      'Site A =200000',
    ],
    ['Organisation,GPUs\nLab,"120,000"\n', 'Lab =120000'],
  ])('an entry of a ranking: %j', (text, expected) => {
    expect(drawn(text, holders)).toEqual([expected]);
  });

  it('asks which rows are meant where a further column tells them apart', () => {
    const text = 'period,series,chip,value\n2025-Q1,Acme,H100,10\n2025-Q1,Acme,B200,20\n';
    expect(asked(text)).toEqual(['further']);
    expect(drawn(text, shares, { further: 'B200' })).toEqual(['Acme 2025-Q1=20']);
    expect(drawn(text, revenue, { further: '=sum', scale: 'millions of US dollars' })).toEqual([
      'Acme 2025-Q1=30',
    ]);
  });

  it('keeps the largest of many series, and names the others', () => {
    const names = Array.from({ length: 12 }, (_, at) => `S${String(at).padStart(2, '0')}`);
    const text =
      `quarter,${names.join(',')}\n2025-Q1,${names.map((_, at) => at + 1).join(',')}\n2025-Q2,${names.map(() => 5)}\n`.replace(
        /5,5,5,5,5,5,5,5,5,5,5,5/,
        names.map((_, at) => at + 1).join(','),
      );
    const { series, notes } = read(text);
    expect(series.map(({ label }) => label)).toContain('S11 (yours)');
    expect(series).toHaveLength(8);
    expect(notes.join()).toContain('Not drawn, 4 of 12 series: S03, S02, S01, S00');
    expect(drawn(text, shares, { names: ['S00'] })).toEqual(['S00 2025-Q1=1 2025-Q2=1']);
  });
});

describe('comparing with ours', () => {
  it('says that years are longer than quarters, and does not join the two', () => {
    const text = 'period,Revenue\n2024,160000\n2025-Q1,40000\n';
    const { notes, series } = read(text, revenue);
    expect(notes.join()).toContain('figures of different lengths are not joined');
    expect(notes.join()).toContain('Choose years for ours');
    expect(series[0]?.points[1]?.startsAnew).toBe(true);
  });

  it('counts what a log axis cannot show', () => {
    const log: TimeModel = { ...revenue, scale: 'log' };
    expect(read(quarters('0', '40000', '-5'), log).notes.join()).toContain(
      '2 figures of zero or less cannot be drawn on a log axis',
    );
  });

  it('does not take machines for equivalents in silence', () => {
    const model: RankModel = { ...holders, unit: 'H100-equivalents' };
    expect(read('name,GPUs\nLab,120000\n', model).notes.join()).toContain('ours H100-equivalents');
  });
});

describe('bytes', () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Uint8Array(
      parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)),
    );
  const utf16 = (text: string) => [0xff, 0xfe, ...Buffer.from(text, 'utf16le')];

  it('reads UTF-16 by its mark, and older encodings by what they would say', async () => {
    const text = 'period\tseries\tvalue\n2025-Q1\tZürich\t60\n';
    expect(await readOwnBytes('a', bytes(utf16(text)))).toMatchObject({
      text,
      encoding: 'UTF-16LE',
    });
    const latin = bytes('period,series,value\n2025-Q1,Z', [0xfc], 'rich,60\n');
    expect(await readOwnBytes('a', latin)).toMatchObject({ encoding: 'windows-1252' });
    const japanese = bytes(
      'period,series,value\n2025-Q1,',
      [0x93, 0x8c, 0x8b, 0x9e, 0x93, 0x64, 0x8e, 0x5a],
      ',60\n',
    );
    const read = await readOwnBytes('a', japanese);
    expect(read).toMatchObject({ encoding: 'Shift_JIS' });
    expect(read.text).toContain('東京電算');
    expect((await readOwnBytes('a', latin, { encoding: 'windows-1251' })).text).toContain('Zьrich');
  });

  it('says what cannot be read', async () => {
    const pdf = await readOwnBytes('a.pdf', bytes('%PDF-1.7 and more'));
    expect(wordProblem(pdf.problem!)).toContain('it looks like a PDF document');
    const zip = await readOwnBytes('a.zip', bytes('PK\x03\x04 and more'));
    expect(wordProblem(zip.problem!)).toContain('a ZIP archive without a workbook');
  });
});

it('names what is wrong with cells as the ingest does, and corrects like cells at once', () => {
  const text = 'period,series,value\n2025-Q1,Acme,many\n2025-Q2,Acme,many\n2025-Q3,Acme,250\n';
  expect(problemsOf(text)).toEqual([
    'mine.csv, line 2, value: "many" is not a number. Write digits only, with a point as the decimal mark, such as 1234.5.',
    'mine.csv, line 3, value: "many" is not a number. Write digits only, with a point as the decimal mark, such as 1234.5.',
    'mine.csv, line 4, value: "250" is more than 100. Check the figure and its unit.',
  ]);
  const table = splitOwnText('mine.csv', text);
  expect(writeCells(table, { column: 'value', found: 'many', next: '50' })).toBe(
    'period,series,value\n2025-Q1,Acme,50\n2025-Q2,Acme,50\n2025-Q3,Acme,250',
  );
});

test.each([
  ['', 'the file is empty'],
  ['period,value\n2025-Q1,"50', 'the quotation marks do not match'],
  ['name,value\nAcme,50\n', 'there is no column of periods'],
  ['name,remark\nAcme,good\n', 'there is no column of numbers'],
])('says what is wrong with the file %j', (text, expected) => {
  expect(problemsOf(text).join()).toContain(expected);
});

describe('drawn over ours', () => {
  it('stands next to our series under its own name, as lines, and is said to be the visitor’s', () => {
    const merged = mergeOwn(shares, read(quarters('50')).series) as TimeModel;
    expect(merged.shape).toBe('lines');
    expect(merged.series.map(({ label, isOwn = false }) => [label, isOwn])).toEqual([
      ['Nvidia', false],
      ['Acme (yours)', true],
    ]);
    expect(merged.notes[0]).toContain('your own figures');
  });

  it('has its true place in a ranking, however low', () => {
    const { series } = read('name,value\nMy university,1000\n', holders);
    const merged = mergeOwn(holders, series) as RankModel;
    expect(merged.entries.at(-1)).toMatchObject({ isOwn: true, rank: { best: 16, worst: 16 } });
  });

  describe('in another view', () => {
    const rows = (year: number, value: number) =>
      [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter},Mine,${value}`);
    const text = `period,series,value\n${[...rows(2024, 10_000), ...rows(2025, 15_000)].join('\n')}\n`;
    const plain: Trend = {
      align: 'fiscal',
      by: 'quarter',
      view: 'levels',
      stack: 'none',
      scale: 'linear',
      hasEvents: false,
      series: null,
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
        ['2024', 40_000],
        ['2025', 60_000],
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
      const year = 'period,value\n2024,70000\n';
      expect(show({ by: 'year' }, year).figures).toEqual([['2024', 70_000]]);
      const alone = show({ view: 'growth-year' }, year);
      expect(alone.figures).toEqual([]);
      expect(alone.notes.join()).toContain('for want of figures of other periods');
    });

    it('takes shares as shares where ours are computed of our own whole', () => {
      const stacked = {
        model: shares,
        base: revenue,
        trend: { ...plain, stack: 'percent' as const },
      };
      const shown = toOwnShown(stacked, []);
      expect(shown.base).toBe(shares);
      const { series } = applyOwnTrend(shown, read('period,value\n2025-Q1,40\n').series);
      expect(series[0]?.points[0]?.value).toBe(40);
      expect(toOwnShown({ ...stacked, trend: plain }, []).base).toBe(revenue);
    });

    it('takes the file of a view as figures of that view', () => {
      const growth: TimeModel = { ...revenue, unit: '%', axis: 'free' };
      const shown = {
        model: growth,
        base: revenue,
        trend: { ...plain, view: 'growth-year' as const },
      };
      const file = ['series', 'period', 'value_percent'];
      expect(toOwnShown(shown, file).base).toBe(growth);
      expect(toOwnShown(shown, ['series', 'period', 'value']).base).toBe(revenue);
    });
  });

  test.each([shares, revenue, holders])(
    'the sample can be drawn without a problem ($unit)',
    (model) => {
      const { problems, drawn, read: count } = read(buildSample(model), model);
      expect(problems).toEqual([]);
      expect(drawn).toBe(count);
      expect(drawn).toBeGreaterThan(0);
    },
  );

  test.each([shares, revenue, fiscal, holders])(
    'our own file of a chart is read as it is ($unit)',
    async (model) => {
      const table = toTable(model);
      const cells = [];
      for await (const batch of readBatches(table)) cells.push(...batch);
      const text = [table.columns.map(({ id }) => id), ...cells]
        .map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join(','))
        .join('\n');
      const { series, problems } = read(text, model);
      expect(problems).toEqual([]);
      const ours =
        'series' in model
          ? model.series.map(({ label, points }) => [label, points.map(({ value }) => value)])
          : (model as RankModel).entries.map(({ label, value }) => [label, [value]]);
      expect(
        series.map(({ label, points }) => [
          label.replace(' (yours)', ''),
          points.map(({ value }) => value),
        ]),
      ).toEqual(ours);
    },
  );
});
