/** The catalogue of chips as a table: which rows, which columns, by address. */
import type { ChipRow } from '@/db/queries/chips';
import { listChips } from '@/db/queries/chips';
import { getVendorNames } from '@/db/queries/names';
import { formatValue, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { chipKinds, exportStates, priceKinds } from './chip-groups';
import { isDescribed } from './chip-measures';
import { type Choices, choice } from './parameters';

export interface ChipColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
  readonly format: (chip: ChipRow) => string;
  readonly title?: string;
}

const amount = (
  label: string,
  unit: Parameters<typeof formatValue>[1],
  read: (chip: ChipRow) => number | null,
): ChipColumn => ({ label, align: 'right', format: (chip) => formatValue(read(chip), unit) });

const day = (label: string, read: (chip: ChipRow) => string | null): ChipColumn => ({
  label,
  align: 'left',
  format: (chip) => {
    const date = read(chip);
    return date ? formatDate(date) : MISSING;
  },
});

const rates = [
  amount('FP32', 'TFLOPS', (chip) => chip.fp32_tflops),
  amount('FP16', 'TFLOPS', (chip) => chip.fp16_dense_tflops),
  amount('BF16', 'TFLOPS', (chip) => chip.bf16_dense_tflops),
  amount('FP8', 'TFLOPS', (chip) => chip.fp8_dense_tflops),
  amount('INT8', 'TOPS', (chip) => chip.int8_dense_tops),
];

const memory = [
  amount('Memory', 'GB', (chip) => chip.memory_gb),
  {
    label: 'Memory type',
    align: 'left' as const,
    format: (chip: ChipRow) => chip.memory_type ?? MISSING,
  },
  amount('Bandwidth', 'GB/s', (chip) => chip.memory_bandwidth_gb_per_s),
  amount('Power', 'W', (chip) => chip.power_w),
];

const making = [
  {
    label: 'Process',
    align: 'right' as const,
    format: ({ process_nm }: ChipRow) => (process_nm === null ? MISSING : `${process_nm} nm`),
    title: 'The process’s marketing name',
  },
  {
    label: 'Transistors',
    align: 'right' as const,
    format: ({ transistors_billion }: ChipRow) =>
      transistors_billion === null ? MISSING : `${transistors_billion.toLocaleString('en-US')}bn`,
  },
];

const trade = [
  amount('Price', 'USD', (chip) => chip.launch_price_usd),
  {
    label: 'Price kind',
    align: 'left' as const,
    format: ({ price_kind }: ChipRow) => (price_kind ? priceKinds[price_kind] : MISSING),
  },
  {
    label: 'Export to China',
    align: 'left' as const,
    format: ({ export_controlled_to_china: state }: ChipRow) =>
      state ? exportStates[state] : MISSING,
    title: 'As it stands today',
  },
  day('Controlled since', ({ export_controlled_since }) => export_controlled_since),
  day('Case by case since', ({ export_case_by_case_since }) => export_case_by_case_since),
];

/** Every specification, in the order of a data sheet. */
export const chipColumns: readonly ChipColumn[] = [...rates, ...memory, ...making, ...trade];

const columnSets = {
  main: [rates[1]!, rates[3]!, memory[0]!, memory[2]!, memory[3]!, trade[0]!, trade[1]!],
  rates,
  memory,
  making: [...making, memory[3]!],
  trade,
  all: chipColumns,
} satisfies Record<string, readonly ChipColumn[]>;

export const catalogueChoices: Choices = {
  vendor: {
    label: 'Vendor',
    control: 'select',
    preferred: 'all',
    list: async (orm) => {
      const [chips, names] = await Promise.all([listChips(orm), getVendorNames(orm)]);
      const vendors = [...new Set(chips.filter(isDescribed).map(({ vendor }) => vendor))];
      return [
        { value: 'all', label: 'All' },
        ...vendors.map((slug) => ({ value: slug, label: names.get(slug) ?? slug })),
      ];
    },
  },
  kind: {
    label: 'Sort',
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

export interface ChipCatalogue {
  /** Newest first, undated ones last. */
  readonly chips: readonly ChipRow[];
  readonly columns: readonly ChipColumn[];
}

/** The rows and columns of the choices, from all chips. */
export function buildCatalogue(
  all: readonly ChipRow[],
  values: Readonly<Record<string, string>>,
): ChipCatalogue {
  const isWanted = (name: string, value: string) =>
    values[name] === 'all' || values[name] === value;
  return {
    chips: all
      .filter(
        (chip) =>
          isDescribed(chip) && isWanted('vendor', chip.vendor) && isWanted('kind', chip.kind),
      )
      .toSorted((a, b) => (b.launch_date ?? '').localeCompare(a.launch_date ?? '')),
    columns: columnSets[values.columns as keyof typeof columnSets] ?? columnSets.main,
  };
}
