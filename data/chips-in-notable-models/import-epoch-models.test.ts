import { expect, it } from 'vitest';
import { runImporter, type TestImport } from '../importer-for-tests';
import { epochModels } from './import-epoch-models';

/** The abstract is there for its commas, quotation marks and line breaks. */
const PLAIN = [
  ...['Model', 'Abstract', 'Publication date', 'Training hardware', 'Organization'],
  ...['Country (of organization)', 'Hardware quantity', 'Training time (hours)'],
  ...['Training compute (FLOP)', 'Parameters', 'Hardware utilization (MFU)', 'Confidence'],
];
const NOTABLE = [
  ...['Notability criteria', 'Training compute cost (2023 USD)', 'Training power draw (W)'],
  'Frontier model',
];
const toCsv = (columns: readonly string[], models: readonly Readonly<Record<string, string>>[]) =>
  `\uFEFF${[
    columns.join(','),
    ...models.map((model) => columns.map((column) => model[column] ?? '').join(',')),
  ].join('\r\n')}\r\n`;
const toFile = (...models: readonly (readonly [published: string, hardware: string])[]) =>
  toCsv(
    [...PLAIN, ...NOTABLE],
    models.map(([published, hardware], index) => ({
      ...{ Model: `Model ${index}`, Abstract: '"We ""train"",\nand test"' },
      ...{ 'Publication date': published, 'Training hardware': hardware },
      'Notability criteria': 'SOTA',
    })),
  );

const names: TestImport['names'] = [
  ['chip', 'NVIDIA A100 SXM4 80 GB', 'a100'],
  ['chip', 'NVIDIA A100 PCIe', 'a100'],
  ['chip', 'Nvidia H100 80G', 'h100'],
];
const old = { source: 'epoch-notable-2030-08-19' };
const rows: TestImport['rows'] = {
  sources: [{ source: 'epoch-notable-2030-08-19', published_on: '2030-08-19' }],
  'chips-in-notable-models': [
    { ...old, year: '2017', chip: 'a100', models: '1', note: '' },
    { ...old, year: '2030', chip: 'a100', models: '1', note: 'Publications to 2030-08-14 only.' },
    { ...old, year: '2031', chip: 'h100', models: '1', note: 'Ours.' },
  ],
  'notable-model-coverage': [
    { ...old, year: '2030', models_naming_hardware: '1', models: '2', note: '' },
  ],
};
const file = toFile(
  ['2017-06-12', 'NVIDIA A100 PCIe'],
  ['2030-11-01', '" NVIDIA A100 SXM4 80 GB, NVIDIA H100 80G"'],
  ['2030-12', '"NVIDIA A100 SXM4 80 GB,NVIDIA A100 PCIe"'],
  ['2030', ''],
  ['5/4/2031', 'nvidia h100 80g'],
  ['', 'NVIDIA A100 PCIe'],
);
const run = (text: string, more: Partial<TestImport> = {}) =>
  runImporter(epochModels, {
    ...{ files: { 'notable_ai_models.csv': text }, date: '2031-08-22', names, rows, ...more },
  });

it('counts a model once for each chip, variants together, and the unfinished year as such', () => {
  const { problems, unknown, leftOut, rows: after } = run(file);
  expect([problems, unknown, leftOut]).toEqual([[], [], ['No date of publication']]);
  const counted = after['chips-in-notable-models']?.map((row) =>
    [row.year, row.chip, row.models, row.note].join(' | '),
  );
  expect(counted).toEqual([
    '2017 | a100 | 1 | ',
    '2030 | a100 | 2 | ',
    '2030 | h100 | 1 | ',
    '2031 | h100 | 1 | Publications to 2031-05-04 only. Ours.',
  ]);
});

it('counts all models of a year, from the first year of which we tell it', () => {
  const coverage = run(file).rows['notable-model-coverage'];
  expect(coverage).toMatchObject([
    { year: '2030', models_naming_hardware: '2', models: '3', note: '' },
    {
      ...{ year: '2031', models_naming_hardware: '1', models: '1' },
      ...{ source: 'epoch-notable-2031-08-22', note: 'Publications to 2031-05-04 only.' },
    },
  ]);
});

const DEEP = {
  ...{ Model: 'Deep+ 1', 'Publication date': '2031-02-01', Organization: '"Lab A,Lab B"' },
  ...{ 'Country (of organization)': '"Japan,Japan"', 'Hardware quantity': '64.0' },
  ...{ 'Training hardware': '"NVIDIA A100 PCIe,NVIDIA H100 80G"', Parameters: '1.23456e9' },
  ...{ 'Training time (hours)': '12.5', 'Training compute (FLOP)': '2.57985e+16' },
  ...{ 'Hardware utilization (MFU)': '0.4567', Confidence: 'Likely' },
  ...{ 'Training compute cost (2023 USD)': '7.9512', 'Training power draw (W)': '984.12345' },
  'Frontier model': 'True',
};

it('gives each model that names its hardware a row, with its chips apart', () => {
  const { problems, rows: after } = run(
    toCsv([...PLAIN, ...NOTABLE], [DEEP, { Model: 'Silent', 'Publication date': '2031-02-02' }]),
  );
  expect(problems).toEqual([]);
  expect(after['models-with-hardware']).toMatchObject([
    {
      ...{ model: 'deep-plus-1', name: 'Deep+ 1', organization: 'Lab A,Lab B', country: 'Japan' },
      ...{ published_on: '2031-02-01', hardware: 'NVIDIA A100 PCIe; NVIDIA H100 80G' },
      ...{ accelerators: '64', training_hours: '12.5', training_compute_exaflop: '0.0258' },
      ...{ parameters: '1234560000', utilization_pct: '45.67', cost_usd: '7.95' },
      ...{ power_w: '984.123', confidence: 'likely', notable: 'yes', frontier: 'yes' },
      note: 'Several chips; how the accelerators are split is not known.',
    },
  ]);
  expect(after['model-chips']?.map(({ model, chip }) => [model, chip])).toEqual([
    ['deep-plus-1', 'a100'],
    ['deep-plus-1', 'h100'],
  ]);
});

it('takes from large-scale models those that are not notable, and counts none of them', () => {
  const { rows: notable } = run(toCsv([...PLAIN, ...NOTABLE], [DEEP]));
  const large = toCsv(PLAIN, [
    DEEP,
    { ...DEEP, Model: 'Large', 'Training hardware': 'NVIDIA A100 PCIe' },
  ]);
  const result = run(large, { files: { 'large_scale_ai_models.csv': large }, rows: notable });
  expect([result.problems, result.leftOut]).toEqual([[], ['In the list of notable models too']]);
  expect(
    result.rows['models-with-hardware']?.map(({ model, notable: is, source }) => [
      model,
      is,
      source,
    ]),
  ).toEqual([
    ['deep-plus-1', 'yes', 'epoch-notable-2031-08-22'],
    ['large', 'no', 'epoch-large-2031-08-22'],
  ]);
  expect(result.differences['chips-in-notable-models']).toBeUndefined();
  // A model that becomes notable changes its row.
  const later = run(toCsv([...PLAIN, ...NOTABLE], [DEEP, { ...DEEP, Model: 'Large' }]), {
    rows: result.rows,
  });
  expect(later.rows['models-with-hardware']?.map(({ notable: is }) => is)).toEqual(['yes', 'yes']);
});

it('makes no difference the second time', () => {
  const again = run(file, { rows: run(file).rows });
  for (const { added, changed, removed } of Object.values(again.differences)) {
    expect([...added, ...changed, ...removed]).toEqual([]);
  }
});

it('does not guess hardware', () => {
  const { unknown } = run(toFile(['2031-05-04', 'NVIDIA A100 PCIE 80GB']));
  expect(unknown).toMatchObject([{ name: 'NVIDIA A100 PCIE 80GB', suggestion: { ours: 'a100' } }]);
});

it.each([
  [file.replace('Notability criteria', 'Citations'), {}, /no column “Notability criteria”/],
  [toFile(['May 2031', '']), {}, /line 2, Publication date: "May 2031" is not a date/],
  [file, { date: undefined }, /nothing says of which day the file is/],
  [file, { date: '2030-01-01' }, /"2030-01-01" is older than the list/],
])('tells what is wrong with a file', (text, more, said) => {
  expect(run(text, more).problems.join('\n')).toMatch(said);
});
