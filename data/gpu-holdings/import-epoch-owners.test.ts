import { expect, it } from 'vitest';
import { runImporter, type TestImport } from '../importer-for-tests';
import { epochOwners } from './import-epoch-owners';

const HEADER =
  'Name,Compute estimate in H100e (median),H100e (5th percentile),H100e (95th percentile),Owner,End date,Number of Units,Number of Units (5th percentile),Number of Units (95th percentile),Chip type,Incomplete,Notes,Total TDP (W)';
/** Another file of the same publisher: other names, another order, no column of incomplete rows. */
const OTHER_HEADER =
  'Number of Units (95th percentile),Number of Units (5th percentile),Number of Units (median),Chip type,Owner,End date,Compute estimate in H100e (median),H100e (5th percentile),H100e (95th percentile),Total TDP (W),Notes';
const MADE = 'Estimates generated on: 04-15-2031 18:24';
const NVIDIA = [
  HEADER,
  `Meta A100 Q4,37506.0,24300,58624,Meta,12/31/2030,118947.0,7.7062e+04,"185,922",A100,,${MADE},47578800.0`,
  `Meta A100 Q3,31532,22072,47298,Meta ,9/30/2030,100000,70000,150000,A100,,"${MADE},\nwith a line break",`,
  `Meta A100 Q1,37838,22072,47298,Meta,3/31/2031,120000,70000,150000,A100,checked,Incomplete: a cut quarter. ${MADE},`,
  `Other A100,2,1,3,Other,12/31/2030,5,4,6,A100,,${MADE},`,
].join('\r\n');
const CLOUD = `${OTHER_HEADER}\n4611,4611,4611,H100/H200,CoreWeave,12/31/2030,4611,4611,4611,,Estimates generated on: 04-22-2031 12:04\n`;

const names: TestImport['names'] = [
  ['organization', 'Meta', 'meta'],
  ['organization', 'CoreWeave', 'coreweave'],
  ['organization', 'Other', ''],
  ['chip', 'A100', 'a100'],
  ['chip', 'H100/H200', 'h100-h200'],
];
const model = { family: 'epoch-owners', kind: 'model-estimate', source: 'epoch-chip-counts' };
const rows: TestImport['rows'] = {
  chips: [
    { chip: 'a100', vendor: 'nvidia' },
    { chip: 'h100-h200', vendor: 'nvidia' },
    { chip: 'mi300x', vendor: 'amd' },
  ],
  sources: [{ source: 'epoch-chip-counts', published_on: '2031-01-22' }],
  'gpu-holdings': [
    {
      ...{ ...model, holding: 'meta-a100-epoch-owners-2030-09', organization: 'meta' },
      ...{ chip: 'a100', as_of: '2030-09-30', accelerators: '99000', category: 'private-cloud' },
      note: 'Ours.',
    },
    // Of a vendor that is not among the files.
    { ...model, holding: 'meta-mi300x-epoch-owners-2030-09', organization: 'meta', chip: 'mi300x' },
    // Of an owner that the publisher's files do not have.
    { ...model, holding: 'xai-h100-h200-epoch-owners', organization: 'xai', chip: 'h100-h200' },
  ],
  'gpu-holdings-history': [
    {
      ...{ ...model, organization: 'meta', chip: 'a100', as_of: '2030-06-30' },
      ...{ accelerators: '80000', note: 'Ours.' },
    },
    {
      ...{ ...model, organization: 'meta', chip: 'a100', as_of: '2030-09-30' },
      ...{ accelerators: '99000', accelerators_low: '70000', accelerators_high: '150000' },
      ...{ h100e: '31532', h100e_low: '22072', h100e_high: '47298' },
      note: 'Ours.',
    },
  ],
};
const run = (more: Partial<TestImport> = {}) =>
  runImporter(epochOwners, {
    ...{ files: { 'nvidia.csv': NVIDIA, 'coreweave.csv': CLOUD }, names, rows },
    ...more,
  });

it('replaces the newest quarter of the owners in the files, and of nobody else', () => {
  const { differences, problems, vintage, leftOut } = run();
  expect([problems, vintage, leftOut]).toEqual([[], '2031-04-22', ['Incomplete quarter']]);
  expect(differences['gpu-holdings']).toMatchObject({
    added: [
      {
        row: {
          ...{ holding: 'coreweave-h100-h200-epoch-owners-2030-12', accelerators: '4611' },
          ...{
            accelerators_low: '',
            accelerators_high: '',
            h100e_low: '',
            category: 'unknown',
            note: '',
          },
        },
      },
      {
        row: {
          ...{ holding: 'meta-a100-epoch-owners-2030-12', accelerators: '118947' },
          ...{ accelerators_low: '77062', accelerators_high: '185922', as_of: '2030-12-31' },
          ...{ h100e: '37506', h100e_low: '24300', h100e_high: '58624' },
          ...{ power_mw: '47.579', power_basis: 'chips' },
          ...{ category: 'private-cloud', note: 'Ours.', status: 'operational' },
          source: 'epoch-chip-counts-2031-04-22',
        },
      },
    ],
    changed: [],
    removed: [{ key: 'meta-a100-epoch-owners-2030-09' }],
  });
});

it('takes over every quarter of the history, and keeps those that the files no longer have', () => {
  const { differences } = run();
  expect(differences['gpu-holdings-history']).toMatchObject({
    added: [
      { row: { organization: 'coreweave', as_of: '2030-12-31' } },
      { row: { organization: 'meta', as_of: '2030-12-31', note: 'Ours.' } },
    ],
    changed: [
      {
        cells: [
          { column: 'accelerators', before: '99000', after: '100000' },
          { column: 'source', after: 'epoch-chip-counts-2031-04-22' },
        ],
      },
    ],
    removed: [],
  });
  expect(differences.sources?.added).toMatchObject([
    { row: { published_on: '2031-04-22', retrieved: '2031-12-31' } },
  ]);
});

const TOTALS = [
  'Chip manufacturer,Owner,End date,Compute estimate in H100e (median),H100e (5th percentile),H100e (95th percentile),Number of Units,Number of Units (5th percentile),Number of Units (95th percentile),Total TDP (W),Total TDP (W) (5th percentile),Total TDP (W) (95th percentile),Incomplete',
  'Nvidia,Meta,12/31/2030,38000,25000,59000,119000,77000,186000,47578800,30000000,80000000,',
  'Nvidia,Other,12/31/2030,10,9,11,100,90,110,5000000,4000000,6000000,',
  'Nvidia,Meta,3/31/2031,40000,25000,59000,120000,77000,186000,48000000,30000000,80000000,yes',
].join('\n');

it('keeps totals with their own intervals, remainders among them', () => {
  const { rows: after, problems } = run({
    files: { 'nvidia.csv': NVIDIA, 'nvidia_owners_cumulative_totals.csv': TOTALS },
    names: [...names, ['vendor', 'Nvidia', 'nvidia'], ['remainder', 'Other', 'rest-of-world']],
  });
  expect(problems).toEqual([]);
  expect(after['owner-totals']).toMatchObject([
    {
      ...{ owner: 'meta', organization: 'meta', remainder: '', vendor: 'nvidia' },
      ...{ as_of: '2030-12-31', accelerators: '119000', h100e: '38000', h100e_low: '25000' },
      ...{ power_mw: '47.579', power_mw_low: '30', power_mw_high: '80' },
      source: 'epoch-chip-counts-2031-04-15',
    },
    { owner: 'rest-of-world', organization: '', remainder: 'rest-of-world', power_mw: '5' },
  ]);
});

it('makes no difference the second time', () => {
  const again = run({ rows: run().rows });
  for (const { added, changed, removed } of Object.values(again.differences)) {
    expect([...added, ...changed, ...removed]).toEqual([]);
  }
});

it('does not guess owners and chips', () => {
  const files = {
    'nvidia.csv': NVIDIA.replaceAll('A100,,', 'A100X,,').replace('Meta ,', 'Metta,'),
  };
  const { unknown } = run({ files });
  expect(unknown.map(({ kind, name, suggestion }) => [kind, name, suggestion?.ours])).toEqual([
    ['chip', 'A100X', 'a100'],
    ['organization', 'Metta', 'meta'],
  ]);
});

it('refuses files that are older than those the data rests on', () => {
  const sources = [{ source: 'epoch-chip-counts', published_on: '2031-05-12' }];
  expect(run({ rows: { ...rows, sources } }).problems).toEqual([
    expect.stringContaining('"2031-04-22" is older than the list that the data rests on'),
  ]);
});

it('asks for a date where the estimates do not say theirs', () => {
  const files = { 'nvidia.csv': NVIDIA.replaceAll('generated', 'made') };
  expect(run({ files }).problems).toEqual([
    'nvidia.csv, Notes: no note says “Estimates generated on”. Say the date of the files with --date.',
  ]);
  expect(run({ files, date: '2031-04-15' })).toMatchObject({ problems: [], vintage: '2031-04-15' });
});
