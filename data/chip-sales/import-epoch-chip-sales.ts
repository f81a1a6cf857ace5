/**
 * Epoch AI's chip sales → chip-sales, one edition a vintage. Until April 2026 they were four
 * files by designer, with the calendar and the fiscal quarters apart; since then they are one
 * file. Names of rows come in several forms and are not read: the quarter follows from the
 * dates, the chip from its own column.
 */

import type { CsvRow } from '../contract';
import type { Importer, ImportInput } from '../importer';
import { type PublisherRow, readPublisherCsv, writeNumber } from '../publisher-file';
import { citeVintage } from '../sources/cite-vintage';

export const epochChipSales: Importer = {
  upstream: 'epoch-chip-sales',
  title: 'Epoch AI chip sales',
  wants:
    'ai_chip_sales_timelines_by_chip.csv of epoch.ai/data/ai-chip-sales, or the folder csv_export of github.com/epoch-research/ai-chip-counts',
  picks:
    /(ai_chip_sales_timelines_by_chip|(nvidia|tpu)_calendar_quarter_chip_timelines|(amd|trainium)_chip_timelines).*\.csv$/,
  replaces: 'the rows of the same edition.',
  read: readEpochChipSales,
};

const COLUMNS = {
  vendor: ['Chip manufacturer'],
  chip: ['Chip type'],
  start: ['Start date'],
  end: ['End date'],
  incomplete: { names: ['Incomplete'], optional: true },
  units: ['Number of Units'],
  unitsLow: ['Number of Units (5th percentile)'],
  unitsHigh: ['Number of Units (95th percentile)'],
  h100e: ['Compute estimate in H100e (median)'],
  h100eLow: ['H100e (5th percentile)'],
  h100eHigh: ['H100e (95th percentile)'],
  notes: ['Notes'],
  modified: { names: ['Last Modified'], optional: true },
} as const;
type Row = PublisherRow<keyof typeof COLUMNS>;

function readEpochChipSales(input: ImportInput) {
  const { files, date, report, rowsOf, today } = input;
  const vintage = date ?? '';
  const edition = vintage.slice(0, 7);
  if (files[0] && vintage.length < 10) {
    const issue = {
      rule: 'upstream',
      says: 'nothing says of which day the files are',
      advice: 'Let the file’s name say so, or write --date 2026-10-01.',
    } as const;
    report({ file: files[0].name, line: null, column: null, found: null, issue });
  }
  const sources = rowsOf('sources');
  // The first editions were published as a part of the chip counts.
  const isCounts = files.every(({ name }) => !name.includes('ai_chip_sales'));
  const cited = citeVintage(sources, {
    list: isCounts ? 'epoch-chip-counts' : 'epoch-chip-sales',
    publisher: 'Epoch AI',
    title: `AI chip sales: timelines by chip (copy of ${vintage})`,
    url: isCounts
      ? 'https://github.com/epoch-research/ai-chip-counts'
      : 'https://epoch.ai/data/ai-chip-sales',
    vintage,
    note: 'Medians by chip and quarter, with 5th to 95th percentiles.',
    retrieved: today,
  });
  const earlier = rowsOf('chip-sales');
  const rows = files
    .flatMap((file) => readPublisherCsv(file, COLUMNS, report))
    .flatMap((row) => readSale(row, input))
    .map((row) => {
      const ours = earlier.find(
        (one) => one.edition === edition && one.chip === row.chip && one.period === row.period,
      );
      return { ...row, edition, source: cited.source, note: ours?.note ?? '' };
    });
  return {
    vintage,
    tables: [
      cited.table,
      {
        dataset: 'chip-sales',
        scope: (row: CsvRow) => row.edition === edition,
        match: ['edition', 'chip', 'period'],
        owns: [...FIGURES, 'vendor', 'quarter', 'estimated_on', 'source'],
        rows,
        block: () => true,
        order: ['edition', 'vendor', 'chip', 'period'],
      },
    ],
  };
}

const FIGURES = ['units', 'units_low', 'units_high', 'h100e', 'h100e_low', 'h100e_high'];

function readSale(row: Row, { names, leaveOut }: ImportInput): CsvRow[] {
  const vendor = names.find('vendor', row.text('vendor'));
  const chip = names.find('chip', row.text('chip'));
  const [start, end] = [row.day('start'), row.day('end')];
  if (!vendor || !chip || !start || !end) return [];
  if (row.text('units') === '' || row.text('h100e') === '') {
    leaveOut('No estimate');
    return [];
  }
  const notes = row.text('notes');
  const isPart = /^(true|checked|yes)$/i.test(row.text('incomplete')) || /^incomplete/i.test(notes);
  const period = toQuarter(start, end);
  if (period === null) {
    row.reject('start', 'does not begin a calendar quarter', 'Give the file by calendar quarters.');
    return [];
  }
  const made = /generated on:?\s*(\d{2})-(\d{2})-(\d{4})/i.exec(notes);
  const cell = (column: keyof typeof COLUMNS) => writeNumber(row.number(column), 2);
  return [
    {
      ...{ vendor, chip, period, period_start: start, period_end: end },
      quarter: isPart ? 'part' : 'whole',
      ...{ units: cell('units'), units_low: cell('unitsLow'), units_high: cell('unitsHigh') },
      ...{ h100e: cell('h100e'), h100e_low: cell('h100eLow'), h100e_high: cell('h100eHigh') },
      estimated_on: made ? `${made[3]}-${made[1]}-${made[2]}` : (row.day('modified') ?? ''),
    },
  ];
}

/** "2026-Q2"; null where the days are no calendar quarter. */
function toQuarter(start: string, end: string): string | null {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  const index = ['01-01', '04-01', '07-01', '10-01'].indexOf(start.slice(5));
  const isQuarter =
    index >= 0 && ends[index] === end.slice(5) && start.slice(0, 4) === end.slice(0, 4);
  return isQuarter ? `${start.slice(0, 4)}-Q${index + 1}` : null;
}
