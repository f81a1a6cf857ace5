import { expect, it } from 'vitest';
import { runImporter, type TestImport } from '../importer-for-tests';
import { epochModels } from './import-epoch-models';

/** The abstract is there for its commas, quotation marks and line breaks. */
const HEADER = 'Model,Abstract,Publication date,Training hardware,Notability criteria';
const toFile = (...models: readonly (readonly [published: string, hardware: string])[]) =>
  `\uFEFF${[
    HEADER,
    ...models.map(([published, hardware], index) =>
      [`Model ${index}`, '"We ""train"",\nand test"', published, hardware, 'SOTA'].join(','),
    ),
  ].join('\r\n')}\r\n`;

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
