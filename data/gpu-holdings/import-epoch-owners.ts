/**
 * Epoch AI's model of chip owners → the newest quarter of each owner and chip in
 * gpu-holdings, every quarter in gpu-holdings-history, and the totals by designer in
 * owner-totals. Quarters that the publisher marks as incomplete are cut and left out; the
 * remainders "Other" and "China" are no holders, and stand among the totals alone. The files give units as stocks at a quarter's end.
 */

import type { CsvRow } from '../contract';
import { type Importer, type ImportInput, inherit, type TableUpdate } from '../importer';
import { type PublisherRow, readPublisherCsv, writeNumber } from '../publisher-file';
import { citeVintage, rejectOlder } from '../sources/cite-vintage';

export const epochOwners: Importer = {
  upstream: 'epoch-owners',
  title: 'Epoch AI chip owners',
  wants: 'the folder owners_csv_export of github.com/epoch-research/ai-chip-counts',
  picks: /_owners_(OTHER_)?cumulative_(by_chip|totals)\.csv$/,
  replaces:
    'the owner model’s rows of the owners and vendors in the files; quarters of the history that the files no longer have stay.',
  read: readEpochOwners,
};

const SHARED = {
  owner: ['Owner'],
  end: ['End date'],
  units: ['Number of Units', 'Number of Units (median)'],
  low: ['Number of Units (5th percentile)'],
  high: ['Number of Units (95th percentile)'],
  h100e: ['Compute estimate in H100e (median)'],
  h100eLow: ['H100e (5th percentile)'],
  h100eHigh: ['H100e (95th percentile)'],
  power: ['Total TDP (W)'],
  incomplete: { names: ['Incomplete'], optional: true },
} as const;

const COLUMNS = { ...SHARED, chip: ['Chip type'], notes: ['Notes'] } as const;
type Row = PublisherRow<keyof typeof COLUMNS>;

const FIGURES = [
  ...['accelerators', 'accelerators_low', 'accelerators_high'],
  ...['h100e', 'h100e_low', 'h100e_high', 'power_mw', 'power_basis'],
];

/** Files of totals have no chips, and the interval of the power. */
const TOTALS = {
  ...SHARED,
  vendor: ['Chip manufacturer'],
  powerLow: ['Total TDP (W) (5th percentile)'],
  powerHigh: ['Total TDP (W) (95th percentile)'],
} as const;

const isOfTotals = ({ name }: { readonly name: string }) => /_totals\b/.test(name);

function readEpochOwners(input: ImportInput) {
  const { report, rowsOf } = input;
  const files = input.files.filter((file) => !isOfTotals(file));
  const published = files.flatMap((file) => {
    const rows = readPublisherCsv(file, COLUMNS, report);
    return rows.flatMap((row) => readOwner(row, input));
  });
  const generated = published.map((one) => one.generated).sort();
  const vintage = generated.at(-1) || (input.date ?? '');
  const [first] = files;
  if (first && published.length > 0 && vintage === '') {
    const issue = {
      rule: 'upstream',
      says: 'no note says “Estimates generated on”',
      advice: 'Say the date of the files with --date.',
    } as const;
    report({ file: first.name, line: null, column: 'Notes', found: null, issue });
  }
  if (vintage !== '') rejectOlder(input, 'epoch-chip-counts', vintage);
  const cited = citeVintage(rowsOf('sources'), {
    list: 'epoch-chip-counts',
    publisher: 'Epoch AI',
    title: `AI chip counts and owners: model outputs of ${vintage}`,
    url: 'https://github.com/epoch-research/ai-chip-counts',
    vintage,
    note: 'Modeled cumulative units by owner and chip, median with 5th to 95th percentiles.',
    retrieved: input.today,
  });

  const vendors = new Map(rowsOf('chips').map(({ chip = '', vendor = '' }) => [chip, vendor]));
  const toOwner = ({ organization = '', chip = '' }: CsvRow) =>
    `${organization} ${vendors.get(chip)}`;
  const owners = new Set(published.map(({ row }) => toOwner(row)));
  const isOfThese = (row: CsvRow) => row.family === 'epoch-owners' && owners.has(toOwner(row));
  const rows = published.map(({ row }) => ({
    ...row,
    ...{ family: 'epoch-owners', kind: 'model-estimate', source: cited.source },
  }));
  const holdings = rowsOf('gpu-holdings').filter(({ family }) => family === 'epoch-owners');
  const history = rowsOf('gpu-holdings-history').filter(({ family }) => family === 'epoch-owners');
  return {
    vintage,
    tables: [
      cited.table,
      {
        dataset: 'gpu-holdings',
        scope: isOfThese,
        match: ['holding'],
        owns: [...FIGURES, 'as_of', 'source'],
        rows: listNewest(rows).map((row) => toHolding(row, holdings)),
        block: ({ family }: CsvRow) => family === 'epoch-owners',
        order: ['holding'],
      },
      {
        dataset: 'gpu-holdings-history',
        scope: isOfThese,
        keepsMissing: true,
        match: ['organization', 'chip', 'as_of'],
        owns: [...FIGURES, 'source'],
        rows: rows.map((row) => ({ ...row, ...inherit(history, ['note'], isSameAs(row)) })),
        block: () => true,
        order: ['organization', 'chip', 'family', 'as_of'],
      },
      ...listTotals(input, cited.source),
    ],
  };
}

/** Totals of owners and of the remainders, where their files were given too. */
function listTotals(input: ImportInput, source: string): TableUpdate[] {
  const rows = input.files
    .filter(isOfTotals)
    .flatMap((file) => readPublisherCsv(file, TOTALS, input.report))
    .flatMap((row) => readTotal(row, input))
    .map((row) => ({ ...row, source }));
  if (rows.length === 0) return [];
  const owners = new Set(rows.map(toTotalKey));
  return [
    {
      dataset: 'owner-totals',
      scope: (row) => owners.has(toTotalKey(row)),
      keepsMissing: true,
      match: ['owner', 'vendor', 'as_of'],
      owns: [
        ...['organization', 'remainder', 'accelerators', 'accelerators_low', 'accelerators_high'],
        ...['h100e', 'h100e_low', 'h100e_high', 'power_mw', 'power_mw_low', 'power_mw_high'],
        'source',
      ],
      rows,
      block: () => true,
      order: ['owner', 'vendor', 'as_of'],
    },
  ];
}

const toTotalKey = ({ owner, vendor }: CsvRow): string => `${owner} ${vendor}`;

function readTotal(
  row: PublisherRow<keyof typeof TOTALS>,
  { names, leaveOut }: ImportInput,
): CsvRow[] {
  if (row.text('incomplete') !== '') {
    leaveOut('Incomplete quarter');
    return [];
  }
  const remainder = names.findIfAny('remainder', row.text('owner'));
  const organization = remainder ? null : names.find('organization', row.text('owner'));
  const owner = remainder ?? organization;
  const vendor = names.find('vendor', row.text('vendor'));
  const as_of = row.day('end');
  if (!owner || !vendor || as_of === null) return [];
  const toMegawatts = (watts: number | null) => (watts === null ? null : watts / 1e6);
  return [
    {
      ...{ owner, organization: organization ?? '', remainder: remainder ?? '', vendor, as_of },
      ...toRange('accelerators', row.number('units'), row.number('low'), row.number('high')),
      ...toRange('h100e', row.number('h100e'), row.number('h100eLow'), row.number('h100eHigh')),
      ...toRange(
        'power_mw',
        toMegawatts(row.number('power')),
        toMegawatts(row.number('powerLow')),
        toMegawatts(row.number('powerHigh')),
        3,
      ),
    },
  ];
}

interface Owned {
  readonly row: CsvRow;
  /** Day on which the estimate was made; blank where the note does not say it. */
  readonly generated: string;
}

function readOwner(row: Row, { names, leaveOut }: ImportInput): Owned[] {
  const organization = names.find('organization', row.text('owner'));
  if (!organization) return [];
  if (row.text('incomplete') !== '') {
    leaveOut('Incomplete quarter');
    return [];
  }
  const chip = names.find('chip', row.text('chip'));
  const units = toRange('accelerators', row.number('units'), row.number('low'), row.number('high'));
  const h100e = toRange(
    'h100e',
    row.number('h100e'),
    row.number('h100eLow'),
    row.number('h100eHigh'),
  );
  const watts = row.number('power');
  const power = {
    power_mw: writeNumber(watts === null ? null : watts / 1e6, 3),
    power_basis: watts === null ? '' : 'chips',
  };
  const as_of = row.day('end');
  if (!chip || row.text('units') === '' || as_of === null) return [];
  const date = /generated on:?\s*(\d{2})-(\d{2})-(\d{4})/i.exec(row.text('notes'));
  return [
    {
      row: { organization, chip, as_of, ...units, ...h100e, ...power },
      generated: date ? `${date[3]}-${date[1]}-${date[2]}` : '',
    },
  ];
}

/** A range without width is a count: the model was not asked, and the ends stay blank. */
function toRange(
  column: string,
  median: number | null,
  low: number | null,
  high: number | null,
  digits = 0,
): CsvRow {
  const isRange = low !== high;
  return {
    [column]: writeNumber(median, digits),
    [`${column}_low`]: isRange ? writeNumber(low, digits) : '',
    [`${column}_high`]: isRange ? writeNumber(high, digits) : '',
  };
}

/** The last quarter of each owner and chip. */
function listNewest(rows: readonly CsvRow[]): CsvRow[] {
  const newest = new Map<string, CsvRow>();
  for (const row of rows) {
    const key = `${row.organization} ${row.chip}`;
    const known = newest.get(key);
    if (!known || (known.as_of ?? '') < (row.as_of ?? '')) newest.set(key, row);
  }
  return [...newest.values()];
}

function toHolding(row: CsvRow, earlier: readonly CsvRow[]): CsvRow {
  const quarter = row.as_of?.slice(0, 7);
  const { category } = inherit(earlier, ['category'], isSameAs(row), isOwner(row));
  return {
    ...row,
    holding: `${row.organization}-${row.chip}-epoch-owners-${quarter}`,
    ...{ as_of_precision: 'day', status: 'operational', counts: 'stock' },
    category: category || 'unknown',
    ...inherit(earlier, ['note'], isSameAs(row)),
  };
}

const isOwner = (row: CsvRow) => (other: CsvRow) => other.organization === row.organization;
const isSameAs = (row: CsvRow) => (other: CsvRow) => isOwner(row)(other) && other.chip === row.chip;
