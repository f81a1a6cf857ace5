/** The catalog of chips as a table: which rows, which columns, by address. */

import { ALL, type Choices, choice } from '@/address/choices';
import type { SortKey } from '@/address/sort-keys';
import { chips } from '@/data/chips/contract';
import { toTableColumns } from '@/data/contract';
import { getVendorLooks } from '@/db/queries/names';
import { formatValue, MISSING } from '@/units/format-value';
import { type LoadedTable, sortRows, type TableColumn } from '@/units/table';
import { chipKinds, exportStates, isDescribed, priceKinds, read16Bit } from './chip-measures';
import { type ChipRow, listChips } from './queries';

type ChipColumn = TableColumn<ChipRow>;

const declared = new Map(toTableColumns(chips).map((column) => [column.id, column]));

/** A column of the dataset as the catalog has it: under its name in addresses and a short heading. */
const toColumn = (
  name: keyof typeof chips.columns,
  sortedAs: string,
  label: string,
  more: Partial<ChipColumn> = {},
): ChipColumn => ({ ...declared.get(name)!, sortedAs, label, ...more });

const rates = [
  toColumn('fp32_tflops', 'fp32', 'FP32'),
  toColumn('fp16_dense_tflops', 'fp16', 'FP16'),
  toColumn('bf16_dense_tflops', 'bf16', 'BF16'),
  toColumn('fp8_dense_tflops', 'fp8', 'FP8'),
  toColumn('int8_dense_tops', 'int8', 'INT8'),
];

const memory = [
  toColumn('memory_gb', 'memory', 'Memory'),
  toColumn('memory_type', 'memory-type', 'Memory type'),
  toColumn('memory_bandwidth_gb_per_s', 'bandwidth', 'Bandwidth'),
  toColumn('power_w', 'power', 'Power'),
];

const making = [
  toColumn('process_nm', 'process', 'Process', {
    format: ({ process_nm }) => (process_nm === null ? MISSING : `${process_nm} nm`),
  }),
  toColumn('transistors_billion', 'transistors', 'Transistors', {
    format: ({ transistors_billion }) =>
      transistors_billion === null ? MISSING : `${transistors_billion.toLocaleString('en-US')}bn`,
  }),
];

const trade = [
  toColumn('launch_price_usd', 'price', 'Price'),
  toColumn('price_kind', 'price-kind', 'Price kind', {
    read: ({ price_kind }) => price_kind && priceKinds[price_kind],
  }),
  toColumn('export_controlled_to_china', 'export-to-china', 'Export to China', {
    read: ({ export_controlled_to_china: state }) => state && exportStates[state],
  }),
  toColumn('export_controlled_since', 'controlled-since', 'Controlled since', { as: 'date' }),
  toColumn('export_case_by_case_since', 'case-by-case-since', 'Case by case since', {
    as: 'date',
  }),
];

/** Every specification, in the order of a data sheet. */
export const chipColumns: readonly ChipColumn[] = [...rates, ...memory, ...making, ...trade];

/** FP16 or, for chips that have no other, BF16, which is then said: a TPU is no slow chip. */
const sixteenBit: ChipColumn = {
  ...declared.get('fp16_dense_tflops')!,
  id: 'sixteen_bit',
  sortedAs: '16-bit',
  label: '16-bit',
  meaning: 'FP16; BF16 where the source gives no FP16',
  read: read16Bit,
  format: (chip) =>
    formatValue(read16Bit(chip), 'TFLOPS') +
    (chip.fp16_dense_tflops === null && chip.bf16_dense_tflops !== null ? ' (BF16)' : ''),
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
  toColumn('name', 'chip', 'Chip'),
  toColumn('vendor', 'vendor', 'Vendor'),
  toColumn('launch_date', 'launched', 'Launched', { as: 'date', sortsFirst: 'descending' }),
];

/** Every column by which the catalog sorts, those shown and others. */
export const sortableColumns: readonly ChipColumn[] = [...chipHeads, sixteenBit, ...chipColumns];

export const chipTableChoices: Choices = {
  vendor: {
    label: 'Vendor',
    dataset: 'vendors',
    control: 'select',
    preferred: ALL,
    list: async (orm) => {
      const [chips, lookOf] = await Promise.all([listChips(orm), getVendorLooks(orm)]);
      const vendors = [...new Set(chips.filter(isDescribed).map(({ vendor }) => vendor))];
      return [
        { value: ALL, label: 'All' },
        ...vendors.map((value) => ({ value, label: lookOf(value).label })),
      ];
    },
  },
  kind: {
    label: 'Kind',
    control: 'select',
    preferred: ALL,
    list: async (orm) => {
      const kinds = new Set((await listChips(orm)).filter(isDescribed).map(({ kind }) => kind));
      return [
        { value: ALL, label: 'All' },
        ...Object.entries(chipKinds)
          .filter(([kind]) => kinds.has(kind as ChipRow['kind']))
          .map(([value, label]) => ({ value, label })),
      ];
    },
  },
  columns: choice('Columns', {
    main: 'Main',
    rates: 'Rates',
    memory: 'Memory',
    making: 'Making',
    trade: 'Price and export',
    all: 'All',
  }),
};

/**
 * The rows and columns of the choices, from all chips: sorted as asked, else newest first;
 * undated ones last.
 */
export function buildChipTable(
  all: readonly ChipRow[],
  values: Readonly<Record<string, string>>,
  sort: readonly SortKey[] = [],
): LoadedTable<ChipRow> {
  const isWanted = (name: string, value: string) => values[name] === ALL || values[name] === value;
  const rows = all
    .filter(
      (chip) => isDescribed(chip) && isWanted('vendor', chip.vendor) && isWanted('kind', chip.kind),
    )
    .toSorted((a, b) => (b.launch_date ?? '').localeCompare(a.launch_date ?? ''));
  return {
    columns: columnSets[values.columns as keyof typeof columnSets] ?? columnSets.main,
    rows: sortRows({ columns: sortableColumns, rows }, sort),
  };
}
