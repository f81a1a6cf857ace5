/** The catalog of chips as a table: which rows, which columns, by address. */

import { type Choices, choice } from '@/address/choices';
import type { SortKey } from '@/address/sort-keys';
import { sortTable } from '@/charts/table';
import { getVendorLooks } from '@/db/queries/names';
import { formatValue, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { chipKinds, exportStates, isDescribed, priceKinds, read16Bit } from './chip-measures';
import { type ChipRow, listChips } from './queries';

export interface ChipColumn {
  /** By which an address sorts. */
  readonly id: string;
  readonly label: string;
  readonly align: 'left' | 'right';
  readonly format: (chip: ChipRow) => string;
  /** What sorting goes by; null sorts last. */
  readonly sortBy: (chip: ChipRow) => string | number | null;
  readonly title?: string;
}

const amount = (
  id: string,
  label: string,
  unit: Parameters<typeof formatValue>[1],
  read: (chip: ChipRow) => number | null,
): ChipColumn => ({
  id,
  label,
  align: 'right',
  format: (chip) => formatValue(read(chip), unit),
  sortBy: read,
});

const words = (id: string, label: string, read: (chip: ChipRow) => string | null): ChipColumn => ({
  id,
  label,
  align: 'left',
  format: (chip) => read(chip) ?? MISSING,
  sortBy: read,
});

const day = (id: string, label: string, read: (chip: ChipRow) => string | null): ChipColumn => ({
  id,
  label,
  align: 'left',
  format: (chip) => {
    const date = read(chip);
    return date ? formatDate(date) : MISSING;
  },
  sortBy: read,
});

const rates = [
  amount('fp32', 'FP32', 'TFLOPS', (chip) => chip.fp32_tflops),
  amount('fp16', 'FP16', 'TFLOPS', (chip) => chip.fp16_dense_tflops),
  amount('bf16', 'BF16', 'TFLOPS', (chip) => chip.bf16_dense_tflops),
  amount('fp8', 'FP8', 'TFLOPS', (chip) => chip.fp8_dense_tflops),
  amount('int8', 'INT8', 'TOPS', (chip) => chip.int8_dense_tops),
];

const memory = [
  amount('memory', 'Memory', 'GB', (chip) => chip.memory_gb),
  words('memory-type', 'Memory type', ({ memory_type }) => memory_type),
  amount('bandwidth', 'Bandwidth', 'GB/s', (chip) => chip.memory_bandwidth_gb_per_s),
  amount('power', 'Power', 'W', (chip) => chip.power_w),
];

const making = [
  {
    id: 'process',
    label: 'Process',
    align: 'right' as const,
    format: ({ process_nm }: ChipRow) => (process_nm === null ? MISSING : `${process_nm} nm`),
    sortBy: ({ process_nm }: ChipRow) => process_nm,
    title: 'The process’s marketing name',
  },
  {
    id: 'transistors',
    label: 'Transistors',
    align: 'right' as const,
    format: ({ transistors_billion }: ChipRow) =>
      transistors_billion === null ? MISSING : `${transistors_billion.toLocaleString('en-US')}bn`,
    sortBy: ({ transistors_billion }: ChipRow) => transistors_billion,
  },
];

const trade = [
  amount('price', 'Price', 'USD', (chip) => chip.launch_price_usd),
  words('price-kind', 'Price kind', ({ price_kind }) => price_kind && priceKinds[price_kind]),
  {
    ...words(
      'export-to-china',
      'Export to China',
      ({ export_controlled_to_china: state }) => state && exportStates[state],
    ),
    title: 'As it stands today',
  },
  day(
    'controlled-since',
    'Controlled since',
    ({ export_controlled_since }) => export_controlled_since,
  ),
  day(
    'case-by-case-since',
    'Case by case since',
    ({ export_case_by_case_since }) => export_case_by_case_since,
  ),
];

/** Every specification, in the order of a data sheet. */
export const chipColumns: readonly ChipColumn[] = [...rates, ...memory, ...making, ...trade];

/** FP16 or, for chips that have no other, BF16, which is then said: a TPU is no slow chip. */
const sixteenBit: ChipColumn = {
  ...amount('16-bit', '16-bit', 'TFLOPS', read16Bit),
  format: (chip) =>
    formatValue(read16Bit(chip), 'TFLOPS') +
    (chip.fp16_dense_tflops === null && chip.bf16_dense_tflops !== null ? ' (BF16)' : ''),
  title: 'FP16; BF16 where the source gives no FP16',
};

const columnSets = {
  main: [sixteenBit, rates[3]!, memory[0]!, memory[2]!, memory[3]!, trade[0]!, trade[1]!],
  rates,
  memory,
  making: [...making, memory[3]!],
  trade,
  all: chipColumns,
} satisfies Record<string, readonly ChipColumn[]>;

/** What heads each row: the chip, its vendor, its launch. */
export const chipHeads: readonly ChipColumn[] = [
  words('chip', 'Chip', ({ name }) => name),
  words('vendor', 'Vendor', ({ vendor }) => vendor),
  day('launched', 'Launched', ({ launch_date }) => launch_date),
];

/** Every column by which the catalog sorts, those shown and others. */
export const sortableColumns: readonly ChipColumn[] = [...chipHeads, sixteenBit, ...chipColumns];

export const chipTableChoices: Choices = {
  vendor: {
    label: 'Vendor',
    control: 'select',
    preferred: 'all',
    list: async (orm) => {
      const [chips, lookOf] = await Promise.all([listChips(orm), getVendorLooks(orm)]);
      const vendors = [...new Set(chips.filter(isDescribed).map(({ vendor }) => vendor))];
      return [
        { value: 'all', label: 'All' },
        ...vendors.map((value) => ({ value, label: lookOf(value).label })),
      ];
    },
  },
  kind: {
    label: 'Kind',
    control: 'select',
    preferred: 'all',
    list: async (orm) => {
      const kinds = new Set((await listChips(orm)).filter(isDescribed).map(({ kind }) => kind));
      return [
        { value: 'all', label: 'All' },
        ...Object.entries(chipKinds)
          .filter(([kind]) => kinds.has(kind as ChipRow['kind']))
          .map(([value, label]) => ({ value, label })),
      ];
    },
  },
  columns: choice('Columns', [
    { value: 'main', label: 'Main' },
    { value: 'rates', label: 'Rates' },
    { value: 'memory', label: 'Memory' },
    { value: 'making', label: 'Making' },
    { value: 'trade', label: 'Price and export' },
    { value: 'all', label: 'All' },
  ]),
};

interface ChipTable {
  /** As asked, else newest first; undated ones last. */
  readonly chips: readonly ChipRow[];
  readonly columns: readonly ChipColumn[];
}

/** The rows and columns of the choices, from all chips. */
export function buildChipTable(
  all: readonly ChipRow[],
  values: Readonly<Record<string, string>>,
  sort: readonly SortKey[] = [],
): ChipTable {
  const isWanted = (name: string, value: string) =>
    values[name] === 'all' || values[name] === value;
  const chosen = all
    .filter(
      (chip) => isDescribed(chip) && isWanted('vendor', chip.vendor) && isWanted('kind', chip.kind),
    )
    .toSorted((a, b) => (b.launch_date ?? '').localeCompare(a.launch_date ?? ''));
  return {
    chips: sortChips(chosen, sort),
    columns: columnSets[values.columns as keyof typeof columnSets] ?? columnSets.main,
  };
}

/** Equal ones stay as they are; where a figure is unknown, last either way. */
function sortChips(chips: readonly ChipRow[], sort: readonly SortKey[]): readonly ChipRow[] {
  const byRow = new Map(
    chips.map((chip) => [
      sortableColumns.map((column) => ({ text: '', sort: column.sortBy(chip) })),
      chip,
    ]),
  );
  const table = { caption: '', columns: sortableColumns, rows: [...byRow.keys()] };
  return sortTable(table, sort).map((row) => byRow.get(row as (typeof table.rows)[number])!);
}
