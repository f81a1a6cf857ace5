import { expect, test } from 'vitest';
import { runImporter } from '../importer-for-tests';
import { epochChipSales } from './import-epoch-chip-sales';

const names = [
  ['vendor', 'Nvidia', 'nvidia'],
  ['vendor', 'Google', 'google'],
  ['chip', 'H100/H200', 'h100-h200'],
  ['chip', 'TPU v9', 'tpu-v7'],
] as const;

const HEADER =
  'Name,Chip manufacturer,Start date,End date,Incomplete,Number of Units,Number of Units (5th percentile),Number of Units (95th percentile),Compute estimate in H100e (median),H100e (5th percentile),H100e (95th percentile),Notes,Chip type,Last Modified';
/** Of one file, whose cells have decimals, line breaks and marks of incomplete quarters. */
const OCTOBER = [
  HEADER,
  '"Q1 2030 - H100/H200\n",Nvidia,2030-01-01,2030-03-31,,1000.0,800,1.2e3,1000.0,800.0,1200.0,Estimates generated on: 08-27-2030 15:06,H100/H200,2030-08-28 19:09:28+00:00',
  'Q2 2030 - TPU v9,Google,2030-04-01,2030-06-30,True,50,40,60,20.5,16.25,24,"Rough, says the list",TPU v9,2030-01-28 08:00:00+00:00',
  'Q3 2030 - TPU v9,Google,2030-07-01,2030-09-30,,,,,,,,Not yet estimated,TPU v9,',
].join('\n');
const october = { 'ai_chip_sales_timelines_by_chip.2030-10-01.csv': OCTOBER };

test('reads quarters by their dates, with units, computing and what is incomplete', () => {
  const run = runImporter(epochChipSales, { files: october, date: '2030-10-01', names });
  expect(run.problems).toEqual([]);
  expect(run.leftOut).toEqual(['No estimate']);
  expect(run.rows['chip-sales']).toMatchObject([
    {
      ...{ edition: '2030-10', vendor: 'google', chip: 'tpu-v7', period: '2030-Q2' },
      ...{ quarter: 'part', h100e: '20.5', h100e_low: '16.25', estimated_on: '2030-01-28' },
    },
    {
      ...{ vendor: 'nvidia', period: '2030-Q1', period_end: '2030-03-31', quarter: 'whole' },
      ...{ units: '1000', units_high: '1200', estimated_on: '2030-08-27' },
      source: 'epoch-chip-sales-2030-10-01',
    },
  ]);
});

test('makes no difference with the same file, and keeps our notes and other editions', () => {
  const first = runImporter(epochChipSales, { files: october, date: '2030-10-01', names });
  const rows = first.rows['chip-sales']!.map((row) => ({ ...row, note: 'Ours.' }));
  const older = { ...rows[0], edition: '2030-04', note: '' };
  const again = runImporter(epochChipSales, {
    ...{ files: october, date: '2030-10-01', names },
    rows: { ...first.rows, 'chip-sales': [older, ...rows] },
  });
  expect(again.rows['chip-sales']).toEqual([older, ...rows]);
});

test('reads the files by designer of the first edition, whose notes tell incomplete quarters', () => {
  const file = [
    'Name,Chip manufacturer,Start date,End date,Compute estimate in H100e (median),H100e (5th percentile),H100e (95th percentile),Number of Units,Number of Units (5th percentile),Number of Units (95th percentile),Chip type,Notes,Source / Link',
    'Q4 2029 - TPU v9,Google,10/1/2029,12/31/2029,20,16,24,50,40,60,TPU v9,Incomplete: based on fiscal quarters. Estimates generated on: 04-03-2030 14:15,',
  ].join('\n');
  const files = { 'tpu_calendar_quarter_chip_timelines.csv': file };
  const run = runImporter(epochChipSales, { files, date: '2030-04-22', names });
  expect(run.problems).toEqual([]);
  expect(run.rows['chip-sales']).toMatchObject([
    {
      ...{ edition: '2030-04', period: '2029-Q4', quarter: 'part', units: '50', h100e: '20' },
      ...{ estimated_on: '2030-04-03', source: 'epoch-chip-counts-2030-04-22' },
    },
  ]);
});

test('refuses files without a day, fiscal quarters and unknown chips', () => {
  const fiscal = OCTOBER.replace('2030-01-01,2030-03-31', '2030-01-31,2030-04-30');
  const run = runImporter(epochChipSales, {
    files: { 'ai_chip_sales_timelines_by_chip.csv': fiscal },
    names: names.slice(0, 3),
  });
  expect(run.problems.join('\n')).toMatch(/nothing says of which day the files are/);
  expect(run.problems.join('\n')).toMatch(/does not begin a calendar quarter/);
  expect(run.unknown.map(({ name }) => name)).toEqual(['TPU v9']);
  expect(epochChipSales.picks.test('nvidia_fiscal_quarter_chip_timelines.csv')).toBe(false);
});
