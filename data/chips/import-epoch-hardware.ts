/**
 * Epoch AI's Data on Machine Learning Hardware → specifications of chips that we have. A
 * chip that is new stands in chips.csv first: which vendor, level and kind it is, the list
 * does not say. Only what the list states is taken over: a blank there leaves ours alone, as
 * do cells that publisher-names.csv says we hold better.
 */

import type { CsvRow } from '../contract';
import type { Importer, ImportInput } from '../importer';
import { type PublisherRow, readPublisherCsv, writeNumber } from '../publisher-file';
import { takeEpochCopy } from '../sources/cite-vintage';

export const epochHardware: Importer = {
  upstream: 'epoch-hardware',
  title: 'Epoch AI ML hardware',
  wants: 'ml_hardware.csv of epoch.ai/data/machine-learning-hardware',
  picks: /^ml_hardware.*\.csv$/,
  replaces:
    'specifications of chips that rest on an earlier copy, or on none yet, where the list states them.',
  read: readEpochHardware,
};

const COLUMNS = {
  name: ['Hardware name'],
  released: ['Release date'],
  process: ['Process size (nm)'],
  transistors: ['Transistors (millions)'],
  memory: ['Memory (bytes)', 'Memory size per board (Byte)'],
  bandwidth: ['Memory bandwidth (byte/s)'],
  die: ['Die Size (mm^2)'],
  foundry: ['Foundry'],
  intranode: ['Intranode bandwidth (byte/s)'],
  internode: ['Internode bandwidth (bit/s)'],
  fp64: ['FP64 (double precision) performance (FLOP/s)'],
  tf32: ['TF32 (TensorFloat-32) performance (FLOP/s)'],
  fp4: ['FP4 performance (FLOP/s)'],
  int4: ['INT4 performance (OP/s)'],
  fp32: ['FP32 (single precision) performance (FLOP/s)'],
  fp16: ['FP16 (half precision) performance (FLOP/s)'],
  tensor: ['Tensor-FP16/BF16 performance (FLOP/s)'],
  fp8: ['FP8 performance (FLOP/s)'],
  int8: ['INT8 performance (OP/s)'],
  power: ['TDP (W)'],
} as const;
type Row = PublisherRow<keyof typeof COLUMNS>;

const OWNED = [
  ...['launch_date', 'process_nm', 'transistors_billion', 'die_mm2', 'foundry', 'memory_gb'],
  ...['intranode_gb_per_s', 'internode_gbit_per_s', 'fp64_tflops', 'tf32_dense_tflops'],
  ...['fp16_vector_tflops', 'fp4_dense_tflops', 'int4_dense_tops'],
  ...['memory_bandwidth_gb_per_s', 'fp32_tflops', 'fp16_dense_tflops', 'bf16_dense_tflops'],
  ...['fp8_dense_tflops', 'int8_dense_tops', 'power_w'],
];
const LIST = 'epoch-hw';

function readEpochHardware(input: ImportInput) {
  const { report, rowsOf } = input;
  const taken = takeEpochCopy(input, {
    list: LIST,
    title: 'Data on Machine Learning Hardware',
    url: 'https://epoch.ai/data/machine-learning-hardware',
    note: 'Rates are dense.',
  });
  if (!taken) return { vintage: '', tables: [] };
  const { file, date, cited } = taken;
  const chips = new Map(rowsOf('chips').map((row) => [row.chip, row]));
  const rows = readPublisherCsv(file, COLUMNS, report).flatMap((row): CsvRow[] => {
    const chip = input.names.find('chip', row.text('name'));
    const ours = chip === null ? undefined : chips.get(chip);
    if (!ours) return [];
    if (!isOfList(ours)) {
      input.leaveOut('Described from another source');
      return [];
    }
    const taken = toSpecifications(row, ours, input);
    return [{ ...ours, ...taken, source: cited.source }];
  });
  const described = new Set(rows.map(({ chip }) => chip));
  return {
    vintage: date,
    tables: [
      cited.table,
      {
        dataset: 'chips',
        scope: ({ chip }: CsvRow) => described.has(chip),
        match: ['chip'],
        owns: [...OWNED, 'launch_kind', 'source'],
        rows,
        block: () => true,
        order: ['chip'],
      },
    ],
  };
}

/** Rows that rest on the list, or that only classify so far. */
function isOfList({ source = '' }: CsvRow): boolean {
  return source === '' || source === LIST || source.startsWith(`${LIST}-2`);
}

/** What the list states of a chip, in our units, but for cells that we hold better. */
function toSpecifications(row: Row, ours: CsvRow, { names }: ImportInput): CsvRow {
  const scaled = (column: keyof typeof COLUMNS, scale: number, digits: number) => {
    const value = row.number(column);
    return value === null ? '' : writeNumber(value / scale, digits);
  };
  // The plain 16-bit rate is the chip's own only where it has no matrix units, as we know it.
  const plain = ours.fp16_dense_tflops ? scaled('fp16', TERA, 4) : '';
  const matrix = scaled('tensor', TERA, 4) || plain;
  // The list has one column for both 16-bit formats; which of them a chip has, we know.
  const isBrainFloat = ours.kind === 'tpu' || (!ours.fp16_dense_tflops && ours.bf16_dense_tflops);
  const stated: Readonly<Record<string, string>> = {
    launch_date: row.day('released') ?? '',
    process_nm: scaled('process', 1, 2),
    transistors_billion: scaled('transistors', 1e3, 3),
    die_mm2: scaled('die', 1, 2),
    foundry: row.text('foundry').replaceAll(',', ', '),
    memory_gb: scaled('memory', GIGA, 2),
    intranode_gb_per_s: scaled('intranode', GIGA, 2),
    internode_gbit_per_s: scaled('internode', GIGA, 2),
    fp64_tflops: scaled('fp64', TERA, 4),
    tf32_dense_tflops: scaled('tf32', TERA, 4),
    // Where it stands for the chip's only rate, it is that already.
    fp16_vector_tflops: matrix && matrix === plain ? '' : scaled('fp16', TERA, 4),
    fp4_dense_tflops: scaled('fp4', TERA, 4),
    int4_dense_tops: scaled('int4', TERA, 4),
    memory_bandwidth_gb_per_s: scaled('bandwidth', GIGA, 2),
    fp32_tflops: scaled('fp32', TERA, 4),
    fp16_dense_tflops: isBrainFloat ? '' : matrix,
    bf16_dense_tflops: isBrainFloat || ours.bf16_dense_tflops ? matrix : '',
    fp8_dense_tflops: scaled('fp8', TERA, 4),
    int8_dense_tops: scaled('int8', TERA, 4),
    power_w: scaled('power', 1, 2),
  };
  const taken = Object.fromEntries(
    OWNED.filter(
      (column) =>
        stated[column] !== '' &&
        !isSameNumber(stated[column], ours[column]) &&
        !names.isIgnored('cell', `${row.text('name')}: ${column}`),
    ).map((column) => [column, stated[column] ?? '']),
  );
  return 'launch_date' in taken ? { ...taken, launch_kind: ours.launch_kind || 'release' } : taken;
}

const GIGA = 1e9;
const TERA = 1e12;

/** 2039.0 and 2039 are one figure. */
function isSameNumber(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== '' && other !== '' && Number(one) === Number(other));
}
