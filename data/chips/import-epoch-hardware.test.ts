import { expect, it } from 'vitest';
import { runImporter, type TestImport } from '../importer-for-tests';
import { epochHardware } from './import-epoch-hardware';

const COLUMNS = [
  ...['Hardware name', 'Release date', 'Process size (nm)', 'Transistors (millions)'],
  ...['Memory (bytes)', 'Memory bandwidth (byte/s)'],
  'FP32 (single precision) performance (FLOP/s)',
  'FP16 (half precision) performance (FLOP/s)',
  'Tensor-FP16/BF16 performance (FLOP/s)',
  ...['Die Size (mm^2)', 'Foundry', 'Intranode bandwidth (byte/s)', 'Internode bandwidth (bit/s)'],
  'FP64 (double precision) performance (FLOP/s)',
  'TF32 (TensorFloat-32) performance (FLOP/s)',
  ...['FP4 performance (FLOP/s)', 'INT4 performance (OP/s)'],
  ...['FP8 performance (FLOP/s)', 'INT8 performance (OP/s)', 'TDP (W)', 'Notes'],
];
const toFile = (...chips: readonly Readonly<Record<string, string>>[]) =>
  [
    COLUMNS.join(','),
    ...chips.map((chip) => COLUMNS.map((column) => chip[column] ?? '').join(',')),
  ].join('\n');

const A100 = {
  ...{ 'Hardware name': 'NVIDIA A100 SXM4', 'Release date': '2020-05-14' },
  ...{ 'Process size (nm)': '7.0', 'Transistors (millions)': '54200.0' },
  ...{ 'Memory (bytes)': '4.00E+10', 'Memory bandwidth (byte/s)': '1560000000000' },
  ...{ 'FP32 (single precision) performance (FLOP/s)': '1.949e+13' },
  ...{ 'FP16 (half precision) performance (FLOP/s)': '7.797e+13' },
  ...{ 'Tensor-FP16/BF16 performance (FLOP/s)': '3.12e+14', 'TDP (W)': '400.0' },
  Notes: '"Two lines,\nquoted"',
};
const names: TestImport['names'] = [
  ['chip', 'NVIDIA A100 SXM4', 'a100-40gb'],
  ['chip', 'Google TPU v4', 'tpu-v4'],
  ['chip', 'NVIDIA Tesla K80', 'k80'],
  ['chip', 'NVIDIA A10', 'a10'],
  ['chip', 'NVIDIA A100 PCIe', 'a100-pcie'],
  ['chip', 'NVIDIA A100', ''],
  ['cell', 'NVIDIA Tesla K80: memory_bandwidth_gb_per_s', ''],
];
const rows: TestImport['rows'] = {
  sources: [{ source: 'epoch-hw', published_on: '2026-07-23' }],
  chips: [
    { chip: 'a10', kind: 'datacenter-gpu', source: 'epoch-hw', fp32_tflops: '31.24' },
    {
      ...{ chip: 'a100-40gb', kind: 'datacenter-gpu', source: 'epoch-hw', process_nm: '8' },
      ...{
        fp16_dense_tflops: '310',
        bf16_dense_tflops: '312',
        int8_dense_tops: '624',
        launch_price_usd: '15000',
      },
      ...{ power_w: '400', note: 'Ours.' },
    },
    { chip: 'a100-pcie', kind: 'datacenter-gpu', source: 'other', power_w: '250' },
    { chip: 'k80', kind: 'datacenter-gpu', source: 'epoch-hw', memory_bandwidth_gb_per_s: '482' },
    { chip: 'tpu-v4', kind: 'tpu', source: '' },
  ],
};
const run = (text: string, more: Partial<TestImport> = {}) =>
  runImporter(epochHardware, {
    ...{ files: { 'ml_hardware.csv': text }, date: '2031-07-23', names, rows, ...more },
  });
const changesOf = (result: ReturnType<typeof run>) =>
  result.differences.chips?.changed.map(({ key, cells }) => [
    key,
    ...cells.map(({ column, before, after }) => `${column} ${before} → ${after}`),
  ]);

it('takes over in our units what the list states, and leaves alone what it does not', () => {
  const result = run(toFile(A100));
  expect([result.problems, result.unknown, result.vintage]).toEqual([[], [], '2031-07-23']);
  expect(changesOf(result)).toEqual([
    [
      ...['a100-40gb', 'launch_date  → 2020-05-14', 'process_nm 8 → 7'],
      ...[
        'transistors_billion  → 54.2',
        'memory_gb  → 40',
        'fp16_vector_tflops  → 77.97',
        'memory_bandwidth_gb_per_s  → 1560',
      ],
      ...['fp32_tflops  → 19.49', 'fp16_dense_tflops 310 → 312'],
      ...['launch_kind  → release', 'source epoch-hw → epoch-hw-2031-07-23'],
    ],
  ]);
  const again = run(toFile(A100), { rows: result.rows });
  expect(changesOf(again)).toEqual([]);
});

it('takes over what a data sheet says besides: die, links, rarer rates', () => {
  const more = {
    ...{ 'Die Size (mm^2)': '826.0', Foundry: '"SMIC,TSMC"' },
    ...{ 'Intranode bandwidth (byte/s)': '6e11', 'Internode bandwidth (bit/s)': '2e11' },
    ...{ 'FP64 (double precision) performance (FLOP/s)': '9.746e12' },
    ...{ 'TF32 (TensorFloat-32) performance (FLOP/s)': '1.56e14' },
    ...{ 'FP16 (half precision) performance (FLOP/s)': '7.797e13' },
    ...{ 'Tensor-FP16/BF16 performance (FLOP/s)': '3.12e14' },
    ...{ 'INT4 performance (OP/s)': '1.248e15', 'FP4 performance (FLOP/s)': '1e15' },
  };
  const file = toFile({ 'Hardware name': 'NVIDIA A100 SXM4', ...more });
  const cells = run(file).differences.chips?.changed[0]?.cells;
  expect(cells?.map(({ column, after }) => `${column} ${after}`).sort()).toEqual([
    ...[
      'die_mm2 826',
      'foundry SMIC, TSMC',
      'fp16_dense_tflops 312',
      'fp16_vector_tflops 77.97',
      'fp4_dense_tflops 1000',
    ],
    ...['fp64_tflops 9.746', 'int4_dense_tops 1248', 'internode_gbit_per_s 200'],
    ...['intranode_gb_per_s 600', 'source epoch-hw-2031-07-23', 'tf32_dense_tflops 156'],
  ]);
});

it('knows a TPU’s 16-bit rate for bfloat16, and no plain rate for that of matrix units', () => {
  const tensor = { 'Tensor-FP16/BF16 performance (FLOP/s)': '2.75e14' };
  const plain = { 'FP16 (half precision) performance (FLOP/s)': '3.124e13' };
  const file = toFile(
    { 'Hardware name': 'Google TPU v4', ...tensor },
    { 'Hardware name': 'NVIDIA A10', ...plain },
  );
  expect(changesOf(run(file))).toEqual([
    ['a10', 'fp16_vector_tflops  → 31.24', 'source epoch-hw → epoch-hw-2031-07-23'],
    ['tpu-v4', 'bf16_dense_tflops  → 275', 'source  → epoch-hw-2031-07-23'],
  ]);
});

it('leaves cells that we hold better, chips of other sources, and ignored rows', () => {
  const bandwidth = { 'Memory bandwidth (byte/s)': '241000000000' };
  const result = run(
    toFile(
      { 'Hardware name': 'NVIDIA Tesla K80', ...bandwidth },
      { 'Hardware name': 'NVIDIA A100 PCIe', 'TDP (W)': '300' },
      { 'Hardware name': 'NVIDIA A100', 'TDP (W)': '400' },
    ),
  );
  expect(changesOf(result)).toEqual([['k80', 'source epoch-hw → epoch-hw-2031-07-23']]);
  expect(result.leftOut).toEqual(['Described from another source']);
});

it('reads the columns of an older vintage, and does not guess a chip', () => {
  const text = toFile({ ...A100, 'Hardware name': 'NVIDIA A100 SMX4' });
  const { problems, unknown } = run(text.replace('Memory (bytes)', 'Memory size per board (Byte)'));
  expect(problems).toEqual([]);
  expect(unknown).toMatchObject([
    { kind: 'chip', name: 'NVIDIA A100 SMX4', suggestion: { ours: 'a100-40gb' } },
  ]);
});

it.each([
  [toFile({ ...A100, 'TDP (W)': '400 W' }), {}, /line 2, TDP \(W\): "400 W" is not a number/],
  [toFile(A100), { date: '2026-07' }, /nothing says of which day the file is/],
  [toFile(A100), { date: '2025-12-14' }, /"2025-12-14" is older than the list/],
  [
    toFile(A100).replace('TDP (W)', 'TDP (w)'),
    {},
    /no column “TDP \(W\)”. It has “TDP \(w\)” instead/,
  ],
])('tells what is wrong with a file', (text, more, said) => {
  expect(run(text, more).problems.join('\n')).toMatch(said);
});
